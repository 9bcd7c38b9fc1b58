"""What a yes means: what orders and positions book and end, by small plans."""

from datetime import date
from typing import Any

import pytest

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange
from reconciler.model.meaning import Booking, Ending, Meaning, booked, books, number_of
from reconciler.model.order import Order
from reconciler.model.plan import Plan, Wave
from reconciler.model.position import Position

TODAY, LATER = date(2026, 11, 22), date(2026, 12, 11)
ANNA, BERT = Address("workplace", "anna.alt"), Address("workplace", "bert.bach")


@pytest.mark.parametrize(("body", "items", "number"), [
    ({}, (), ""),
    ({"packages": ["assistant"], "number": {"external": "+4922863800"}}, ("assistant",), "+4922863800"),
    ({"packages": [], "mobileIntegration": {"type": "magentaeins"}, "number": {"external": "auto"}},
     ("magentaeins",), ""),
    ({"value": {"type": "magentaeins"}}, ("magentaeins",), ""),
])
def test_what_a_body_holds(body: dict[str, Any], items: tuple[str, ...], number: str) -> None:
    """The items that are paid, and the public number if it is known."""
    assert tuple(booked(body)) == items
    assert number_of(body) == number


def test_an_order_books_what_is_new() -> None:
    """A booking names itself; of a changed position only what comes on top is booked."""
    change = Change(ANNA, Action.UPDATE, "differs", (FieldChange("packages", ["fax"], ["assistant", "fax"]),))
    known = Plan(TODAY, (change,)).known
    assert books(Order("o", "cart", "book", BERT, item="fax"), known) == ("fax",)
    assert books(Order("o", "cart", "change", ANNA), known) == ("assistant",)
    assert books(Order("o", "cart", "change", BERT), known) == ()
    assert books(Order("o", "direct", "update", ANNA), known) == ()


def test_a_plan_ends_books_and_names() -> None:
    """Ends have a day where they are not due; a deleted workplace is lost, a cancelled package is not."""
    now = Wave(TODAY, (
        Order("a", "cart", "cancel", BERT, item="fax"),
        Order("b", "cart", "activate", ANNA, body={"packages": ["fax"]}),
        Order("c", "direct", "update", BERT, body={"login.email": "b@x.example"}),
    ))
    plan = Plan(TODAY, waves=(now, Wave(LATER, (Order(None, "cart", "delete", BERT),))))
    meaning = Meaning().with_plan(plan)
    assert meaning.ends == (Ending("cancel", BERT, "fax"), Ending("delete", BERT, "", LATER))
    assert meaning.lost == 1
    assert meaning.books == (Booking("fax", ANNA),)
    assert (meaning.named, meaning.passwords) == (("anna.alt",), (BERT,))


def test_only_open_positions_end_something() -> None:
    """What was carried out or rejected ends nothing any more."""
    states = ("in-cart", "ordered", "done", "rejected")
    positions = [Position(state, ANNA, "delete", state=state) for state in states]
    assert len(Meaning().with_positions(positions).ends) == 2
