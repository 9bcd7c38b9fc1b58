"""Counting and pricing: tiers at their borders, what is not paid, what has no price, what is bound."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from reconciler.kinds.company import Company
from reconciler.kinds.price_book import KIND
from reconciler.kinds.workplace import MobileIntegration, Workplace
from reconciler.model.address import Address
from reconciler.model.cost import Cost, Item, Share
from reconciler.model.order import Order
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource, State
from reconciler.stages.outlook.fill import fill
from reconciler.stages.outlook.price import price

TIERS = [{"from": "1", "price": "9.95"}, {"from": "25", "price": "8.95"}]
BOOK = KIND.read({
    "currency": "EUR", "workplace": TIERS, "mobileIntegration": {"magentaeins": "3.00"},
    "packages": {"assistant": [{"from": "1", "price": "2.00"}, {"from": "2", "price": "1.8005"}], "basic": "19.00"},
})


def seats(count: int, *packages: str, mobile: bool = False, **life: Any) -> list[Resource]:
    """So many workplaces, all with the same."""
    integration = MobileIntegration("magentaeins") if mobile else None
    body = Workplace(packages=packages, mobile_integration=integration)
    return [Resource(Address("workplace", f"seat.{n:04}"), body, life=Life(**life)) for n in range(count)]


def costs(before: Iterable[Resource], after: Iterable[Resource], *bought: Position) -> Cost:
    """By the book above."""
    return price(BOOK, State(before), State(after), bought)


def shares(cost: Cost) -> dict[str, tuple[Share, Share]]:
    """Both sides of each line by its item's name."""
    return {line.item.name: (line.before, line.after) for line in cost.lines}


@pytest.mark.parametrize(("count", "start", "unit", "whole"), [
    (0, None, None, "0"), (1, 1, "9.95", "9.95"), (24, 1, "9.95", "238.80"), (25, 25, "8.95", "223.75"),
    (26, 25, "8.95", "232.70"), (1000, 25, "8.95", "8950.00"),
])
def test_all_units_pay_the_tier_of_their_count(count: int, start: int | None, unit: str | None, whole: str):
    """At the border the price of all changes, not only that of the last."""
    cost = costs([], seats(count))
    assert cost.monthly.after == Decimal(whole)
    if count:
        assert shares(cost)["workplace"][1] == Share(count, start, Decimal(str(unit)))
    else:
        assert cost.lines == ()


@pytest.mark.parametrize(("before", "after", "changed"), [
    (24, 25, True), (25, 24, True), (24, 23, False), (25, 26, False), (0, 25, False), (25, 0, False),
])
def test_a_tier_changes_only_for_those_who_stay(before: int, after: int, changed: bool):
    """Who comes first, or goes last, pays no other price than before."""
    (line,) = costs(seats(before), seats(after)).lines
    assert line.tier_changed is changed


def test_each_item_has_a_count_of_its_own():
    """A package counts its own bookings over all workplaces; one of the company counts too."""
    company = Resource(Address("company", "acme"), Company(packages=("basic",)))
    cost = costs([], [*seats(3, "assistant", mobile=True), company])
    assert shares(cost) == {
        "workplace": (Share(), Share(3, 1, Decimal("9.95"))), "assistant": (Share(), Share(3, 2, Decimal("1.8005"))),
        "basic": (Share(), Share(1, 1, Decimal("19.00"))), "magentaeins": (Share(), Share(3, 1, Decimal("3.00"))),
    }
    assert cost.monthly.after == Decimal("29.85") + Decimal("5.4015") + 19 + 9


@pytest.mark.parametrize("life", [{"state": "inactive"}, {"leaving": "o1-x"}])
def test_what_is_inactive_or_leaving_is_not_paid(life: dict[str, str]):
    """Neither the workplace nor what is booked for it."""
    assert costs([], seats(2, "assistant", mobile=True, **life)).lines == ()


def test_what_has_no_price_is_counted_and_named():
    """Its line has no sum, and the totals are those of the rest."""
    cost = costs(seats(1), seats(1, "fax"))
    assert cost.unpriced == (Item("packages", "fax"),)
    assert shares(cost)["fax"] == (Share(), Share(1))
    assert shares(cost)["fax"][1].sum is None
    assert cost.monthly.difference == 0


SEAT = Position("o1-a", Address("workplace", "seat.0000"), "activate", body={"packages": ["assistant", "fax"]})
BOOKED = Position("o1-b", Address("workplace", "seat.0001"), "book", "assistant")
MAGENTA = Position("o1-c", Address("workplace", "seat.0001"), "book", "mobileIntegration",
                   body={"value": {"type": "magentaeins"}})
GONE = Position("o1-d", Address("workplace", "seat.0002"), "delete")


@pytest.mark.parametrize(("bought", "bound"), [
    ((), "0"), ((SEAT,), "10.95"), ((BOOKED,), "2.00"), ((MAGENTA,), "3.00"), ((GONE,), "0"),
    ((SEAT, BOOKED, MAGENTA, GONE), "15.95"),
])
def test_bound_is_a_month_of_what_is_activated_or_booked(bought: tuple[Position, ...], bound: str):
    """At the tier that holds afterwards; what ends binds nothing."""
    cost = costs(seats(24), seats(25), *bought)
    assert cost.monthly.bound == Decimal(bound)


def test_orders_fill_the_cart():
    """A withdrawal takes its target out, a change puts another body in, and a forecast counts as well."""
    address = Address("workplace", "seat.0003")
    orders = [
        Order("o1-w", "cart", "withdraw", BOOKED.address, target="o1-b"),
        Order("o1-x", "cart", "change", SEAT.address, body={"packages": []}, target="o1-a"),
        Order("o1-y", "direct", "update", address, body={"language": "en"}),
        Order(None, "cart", "delete", address), Order(None, "cart", "activate", address, body={"language": "de"}),
    ]
    filled = fill([SEAT, BOOKED, GONE], orders)
    assert [(p.verb, p.address.name, dict(p.body)) for p in filled] == [
        ("activate", "seat.0000", {"packages": []}), ("delete", "seat.0002", {}),
        ("delete", "seat.0003", {}), ("activate", "seat.0003", {"language": "de"}),
    ]
    assert len({p.ref for p in filled}) == 4
