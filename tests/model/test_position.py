"""Positions, and what of a portal is to be reckoned with."""

import pytest

from reconciler.model.position import Position
from reconciler.model.resource import Life
from tests.engine.values import ANNA, BERT, TODAY, observed, workplace


@pytest.mark.parametrize(("ours", "state", "theirs"), [
    (False, "in-cart", True), (True, "in-cart", False), (False, "ordered", False), (False, "done", False)])
def test_theirs_is_what_nobody_bought(ours: bool, state: str, theirs: bool) -> None:
    """What others ordered happens as what we did."""
    position = Position("p", ANNA, "delete", state=state, ours=ours)
    assert (position.theirs, position.mine) == (theirs, state == "in-cart" and ours)


def test_what_others_put_into_the_cart_is_not_expected() -> None:
    """They, and the mark of a deletion, are left out; what is ordered, and all of ours, stays."""
    going = workplace(ANNA, Life("active", TODAY, leaving="p"))
    gone = workplace(BERT, Life("active", TODAY, leaving="q"))
    positions = (Position("p", ANNA, "delete", ours=False), Position("q", BERT, "delete", ours=False, state="ordered"),
                 Position("r", BERT, "book", "fax"))
    found = observed(going, gone, positions=positions).expected
    assert [p.ref for p in found.positions] == ["q", "r"]
    assert {r.address: r.leaving for r in found.state} == {ANNA: False, BERT: True}
    assert found.expected is found
