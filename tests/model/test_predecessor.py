"""Who was called otherwise before."""

from typing import Any

import pytest

from reconciler.model.address import Address
from reconciler.model.predecessor import predecessor
from reconciler.model.resource import Life, Resource, State

OLD, NEW = Address("workplace", "anna.adler"), Address("workplace", "anna.bach")
WISH = Resource(NEW, None, annotations={"reconciler/was": OLD.name})
THERE = Resource(OLD, None, life=Life())
NO_TEXT: Any = 5


@pytest.mark.parametrize(("wish", "others", "portal", "found"), [
    (WISH, [], [THERE], OLD),
    (WISH, [], [], None),
    (WISH, [Resource(OLD, None)], [THERE], None),
    (WISH, [], [THERE, Resource(NEW, None)], None),
    (WISH, [], [Resource(OLD, None, life=Life("in-cart"))], None),
    (Resource(NEW, None), [], [THERE], None),
    (Resource(NEW, None, annotations={"reconciler/was": NO_TEXT}), [], [THERE], None),
], ids=["there", "gone", "still wished for", "new name taken", "only in the cart", "not said", "no text"])
def test_who_is_replaced(wish: Resource, others: list[Resource], portal: list[Resource], found: Address | None):
    """Only who is there, is no longer wished for, and makes room for a name that is free."""
    known = predecessor(wish, State([wish, *others]), State(portal))
    assert (known and known.address) == found
