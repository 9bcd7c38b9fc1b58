"""The table of orders behind HTTP: each is refused or taken as in this process, with the same words and effects."""

from collections.abc import Iterator
from typing import Any

import pytest

from reconciler.model.order import Order
from reconciler.portal.books.memory import MemoryStore
from tests.portal.company import Till, seen
from tests.portal.test_orders import NAMES, ORDERS, opened, send
from tests.server.serving import Running, running


@pytest.fixture(scope="module")
def there() -> Iterator[Running]:
    """One server for all: a portal that is put in place of another is noticed."""
    with running(opened(MemoryStore()).service) as found:
        yield found


@pytest.mark.parametrize(("rule", "orders"), ORDERS, ids=NAMES)
def test_orders(rule: str, orders: Order | list[Order | str], there: Running):
    """The same receipts and the same portal afterwards."""
    local, behind = opened(MemoryStore()), opened(MemoryStore())
    there.service = behind.service
    asked: Any = there.driver()
    over = Till(asked, [], behind.token)
    listed = orders if isinstance(orders, list) else [orders]
    receipts = [send(over, order, place) for place, order in enumerate(listed, 1)]
    assert receipts == [send(local, order, place) for place, order in enumerate(listed, 1)]
    assert receipts[-1].rule == rule
    assert seen(over) == seen(local)
    asked.close()
