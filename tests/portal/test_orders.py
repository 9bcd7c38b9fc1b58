"""The table of orders: each refused by its rule or taken, alike in all stores."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
import sqlalchemy as sql

from reconciler.model.order import Order, Receipt
from reconciler.portal.books.database import Database
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.books.postgres import Postgres
from reconciler.portal.books.protocol import Store
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from reconciler.rules import all_rules
from tests.engine.values import KINDS
from tests.portal.company import AT_HAND, STORES, Till, make_store, seen
from tests.portal.orders import ACTIVATE, BUY, CART
from tests.portal.orders_direct import DIRECT
from tests.portal.orders_hostile import HOSTILE
from tests.portal.town import DAY, new, seat, town

RULES = all_rules()
ORDERS = [*ACTIVATE, *CART, *DIRECT, *HOSTILE]
NAMES = [f"{n}-{rule or 'taken'}" for n, (rule, _) in enumerate(ORDERS)]


@pytest.fixture(scope="module")
def schema(request: pytest.FixtureRequest) -> Callable[[], sql.URL]:
    """What gives the address of one and the same schema, for a portal in place of the one of the test before."""
    return cache(lambda: sql.make_url(request.getfixturevalue("schemas")()))


@pytest.fixture
def empty(schema: Callable[[], sql.URL], place: Callable[[str], Database]) -> Callable[[str], Store]:
    """What gives an empty store; what memory, a new file and an emptied schema say is the same."""
    def store(name: str) -> Store:
        if name != "postgres":
            return make_store(name, place)
        database = Postgres(schema())
        database.make(KINDS, lambda _: None, force=True)
        return SqlStore(database, KINDS)

    return store


@pytest.mark.parametrize(("rule", "orders"), ORDERS, ids=NAMES)
def test_orders(rule: str, orders: Order | list[Order | str], empty: Callable[[str], Store]) -> None:
    """The last order is refused by its rule, in two languages, and changes nothing; all before it are taken."""
    outcomes = []
    for name in AT_HAND:
        till = opened(store := empty(name))
        *first, last = orders if isinstance(orders, list) else [orders]
        for nth, order in enumerate(first, 1):
            assert send(till, order, nth).outcome == "done"
        before = seen(till)
        receipt = send(till, last, len(first) + 1)
        assert (receipt.rule, receipt.outcome) == (rule, "rejected" if rule else "done"), receipt
        assert (seen(till) == before) is bool(rule)
        assert not rule or (rule in RULES and receipt.message and "{" not in receipt.message.de + receipt.message.en)
        outcomes.append((receipt, seen(till)))
        store.close()
    assert all(outcome == outcomes[0] for outcome in outcomes)


@pytest.mark.parametrize(("rule", "orders"), ORDERS, ids=NAMES)
def test_problems(rule: str, orders: Order | list[Order | str]) -> None:
    """Asking for all that stands against an order changes nothing; the first is what comes back when it is sent."""
    store = MemoryStore()
    till = opened(store)
    for place, order in enumerate(orders if isinstance(orders, list) else [orders], 1):
        if isinstance(order, str):
            send(till, order, place)
            continue
        asked = numbered_by(order, place)
        before = repr(vars(store))
        problems = till.service.problems(asked)
        assert repr(vars(store)) == before
        receipt = till.service.execute(asked, till.token)
        assert [(p.rule, p.message) for p in problems[:1]] == [(receipt.rule, receipt.message)][: bool(receipt.rule)]
        assert all(problem.rule in RULES and "{" not in problem.message.de + problem.message.en for problem in problems)
        assert len(set(problems)) == len(problems)


@pytest.mark.parametrize("name", STORES)
def test_all_problems(name: str, place: Callable[[str], Database]) -> None:
    """All that is wrong with an order is told at once, and nothing of it lies in the cart then."""
    till = opened(make_store(name, place))
    order = new(seat("10", "210", packages=["teleporter", "cti-tapi"], group="ulm"), name="nöra.neu")
    found = {problem.rule for problem in till.service.problems(order)}
    assert found == {"INT-8", "NUM-1", "NUM-4", "PKG-12", "PKG-8", "REF-1", "USERNAME-2"}
    assert till.service.positions() == ()
    till.service.close()


def opened(store: Store) -> Till:
    """The town's portal over this store, under all rules."""
    service = Service(store, KINDS, tuple(RULES.values()), lambda: 0.0)
    service.load("acme", "town", DAY, town())
    return Till(service, [], service.acquire("tests"))


def send(till: Till, order: Order | str, place: int) -> Receipt:
    """Send an order under the reference of its place, or order all that lies in the cart."""
    if order == BUY:
        return till.order(*(p.ref for p in till.service.positions() if p.state == "in-cart"))
    assert isinstance(order, Order)
    return till.service.execute(numbered_by(order, place), till.token)


def numbered_by(order: Order, place: int) -> Order:
    """The order under the reference of its place."""
    return replace(order, ref=f"o1-{place}") if order.ref == "o1-test" else order
