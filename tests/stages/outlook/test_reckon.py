"""The ledger of minimum terms: its days, its states, and where an end already lies."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from reconciler.kinds import all_kinds
from reconciler.kinds.company import Company
from reconciler.kinds.workplace import MobileIntegration, Workplace
from reconciler.model.address import Address
from reconciler.model.marks import Cart, Term
from reconciler.model.position import Observation, Position
from reconciler.model.resource import Life, Resource, State
from reconciler.model.term import MinimumTerm
from reconciler.stages.outlook.reckon import reckon
from tests.engine.values import workplace

TODAY = date(2026, 11, 22)
OLD = date(2026, 1, 1)
ANNA = Address("workplace", "anna.schmidt")


def seat(began: date | None, state: str = "active", **booked: date) -> Resource:
    """A workplace with packages that were booked on these days."""
    return workplace(ANNA, Life(state, began, booked), packages=sorted(booked))


def told(*portal: Resource | Position, day: date = TODAY) -> list[MinimumTerm]:
    """The ledger of a portal that holds this."""
    resources = State(r for r in portal if isinstance(r, Resource))
    positions = tuple(p for p in portal if isinstance(p, Position))
    return list(reckon(Observation("local", "x", "o", "1", TODAY, resources, positions), all_kinds(), day))


DAYS = (
    ("2026-11-11", "2026-12-11"),
    ("2026-12-02", "2027-01-01"),
    ("2026-12-31", "2027-01-30"),
    ("2027-01-30", "2027-03-01"),
    ("2028-01-30", "2028-02-29"),
    ("2028-01-31", "2028-03-01"),
    ("2028-02-29", "2028-03-30"),
    ("2027-10-31", "2027-11-30"),
    ("9999-12-15", "9999-12-31"),
)


@pytest.mark.parametrize(("began", "ends"), DAYS)
def test_a_term_ends_thirty_calendar_days_later(began: str, ends: str) -> None:
    """Whatever months, years and leap days lie between; the calendar's last day is the last."""
    [term] = told(seat(date.fromisoformat(began)))
    assert (term.ends.isoformat(), term.rule, term.item) == (ends, "TERM-1", "")


@pytest.mark.parametrize(("day", "over"), [(-1, False), (0, True), (1, True)])
def test_it_is_over_on_the_first_day_on_which_the_end_is_accepted(day: int, over: bool) -> None:
    """Not the day before; and the day is an input."""
    asked = OLD + timedelta(days=30 + day)
    [term] = told(seat(OLD), day=asked)
    assert (term.over, term.running) == (over, not over)


def test_the_days_and_the_rule_are_the_marks() -> None:
    """A kind with another term has another end."""
    kinds = dict(all_kinds())
    kinds["workplace"] = replace(kinds["workplace"], marks=(Cart(), Term(7, "TERM-9")))
    [term] = reckon(Observation("local", "x", "o", "1", TODAY, State([seat(OLD)])), kinds, TODAY)
    assert (term.ends, term.rule) == (OLD + timedelta(days=7), "TERM-9")


def test_every_item_has_a_term_of_its_own() -> None:
    """A package and a mobile integration since they were booked, a company's too; in the order in which they end."""
    mobile = Workplace(packages=("assistant",), mobile_integration=MobileIntegration("magentaeins"))
    life = Life("active", OLD, {"assistant": TODAY, "mobileIntegration": date(2026, 11, 1)})
    company = Resource(Address("company", "x"), Company(packages=("call-analytics-basic",)), life=Life("active", OLD))
    found = [(t.address.kind, t.item, t.rule, t.began) for t in told(Resource(ANNA, mobile, life=life), company)]
    assert found == [
        ("company", "call-analytics-basic", "TERM-2", OLD),
        ("workplace", "", "TERM-1", OLD),
        ("workplace", "mobileIntegration", "TERM-3", date(2026, 11, 1)),
        ("workplace", "assistant", "TERM-2", TODAY),
    ]


def position(verb: str, state: str, item: str = "", **more: Any) -> Position:
    """One position about the workplace."""
    return Position("o1-x", ANNA, verb, item, state=state, **more)


COMING = (
    (position("activate", "in-cart"), "in-cart", TODAY, False),
    (position("activate", "in-cart", activation_date=date(2026, 12, 1)), "in-cart", date(2026, 12, 1), False),
    (position("activate", "in-cart", activation_date=date(2026, 11, 1)), "in-cart", TODAY, False),
    (position("activate", "ordered", ordered_on=date(2026, 11, 21)), "ordered", date(2026, 11, 21), True),
    (position("activate", "ordered", ordered_on=date(2026, 11, 21), activation_date=date(2027, 1, 1)),
     "ordered", date(2027, 1, 1), True),
)


@pytest.mark.parametrize(("lying", "state", "began", "running"), COMING)
def test_what_is_not_carried_out_yet(lying: Position, state: str, began: date, running: bool) -> None:
    """Ordered binds from the expected activation; what only lies in the cart binds nobody."""
    [term] = told(lying)
    assert (term.state, term.began, term.running) == (state, began, running)


def test_an_activation_brings_the_terms_of_its_packages() -> None:
    """They begin with it."""
    lying = position("activate", "ordered", ordered_on=TODAY, body={"packages": ["assistant"]})
    assert [(t.item, t.began) for t in told(lying)] == [("", TODAY), ("assistant", TODAY)]


def test_a_booking_of_a_workplace_that_exists() -> None:
    """The package has the state of its position, the workplace keeps its own."""
    found = told(seat(OLD, "inactive"), position("book", "in-cart", "assistant"))
    assert [(t.item, t.state, t.began) for t in found] == [("", "inactive", OLD), ("assistant", "in-cart", TODAY)]


LEAVING = (
    (position("delete", "in-cart"), "in-cart", "in-cart"),
    (position("delete", "ordered"), "ordered", "ordered"),
    (position("cancel", "ordered", "assistant"), "", "ordered"),
    (position("delete", "rejected"), "", ""),
    (position("delete", "done"), "", ""),
)


@pytest.mark.parametrize(("lying", "whole", "item"), LEAVING)
def test_what_is_ending_already_says_so(lying: Position, whole: str, item: str) -> None:
    """A deletion ends the packages as well; a position that is rejected or done ends nothing any more."""
    found = {t.item: t.leaving for t in told(seat(OLD, assistant=OLD), lying)}
    assert found == {"": whole, "assistant": item}


def test_a_successor_is_not_ending() -> None:
    """Deleted and made anew under the same name: only the old one ends."""
    found = told(seat(OLD), position("delete", "ordered"), position("activate", "in-cart"))
    assert [(t.state, t.leaving) for t in found] == [("active", "ordered"), ("in-cart", "")]


def test_what_the_portal_does_not_date_has_no_line() -> None:
    """Without a beginning there is nothing to count from; nor do kinds without a mark count."""
    assert told(seat(None), Resource(Address("group", "bonn"), all_kinds()["group"].body(), life=Life("active", OLD)),
                Resource(Address("workplace", "b"), Workplace())) == []
