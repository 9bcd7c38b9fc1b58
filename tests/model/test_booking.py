"""What is booked, and its days: worked examples at the borders."""

from datetime import date
from typing import Any

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.booking import (
    begins,
    due,
    first_end,
    item_field,
    item_term,
    items,
    laid_over,
    later,
    own_term,
    term_of_item,
    with_item,
    without_item,
)
from reconciler.model.marks import Term
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource

WORKPLACE, COMPANY, GROUP = (all_kinds()[key] for key in ("workplace", "company", "group"))
ANNA = Address("workplace", "anna.alt")
MOBILE = {"type": "magentaeins", "mobile": "+491701234567"}
NOVEMBER, DECEMBER, CHRISTMAS = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 24)


def position(verb: str = "activate", **more: Any) -> Position:
    """A position of Anna's."""
    return Position("o1-1", ANNA, verb, **more)


@pytest.mark.parametrize(("activation", "ordered", "counts", "carried_out"), [
    (None, None, DECEMBER, date(2026, 12, 2)),
    (CHRISTMAS, None, CHRISTMAS, CHRISTMAS),
    (NOVEMBER, None, DECEMBER, date(2026, 12, 2)),
    (None, NOVEMBER, NOVEMBER, DECEMBER),
    (CHRISTMAS, NOVEMBER, CHRISTMAS, CHRISTMAS),
    (date(2026, 11, 1), NOVEMBER, NOVEMBER, DECEMBER),
])
def test_days_of_a_position(activation: date | None, ordered: date | None, counts: date, carried_out: date):
    """What is ordered counts from its date on, never before the order, and is carried out a day later at the earliest;
    what lies in the cart counts as if it were bought today.
    """
    found = position(activation_date=activation, ordered_on=ordered)
    assert (begins(found, DECEMBER), due(found, DECEMBER)) == (counts, carried_out)


@pytest.mark.parametrize(("began", "ends"), [
    (date(2026, 12, 1), date(2026, 12, 31)), (date(2028, 2, 1), date(2028, 3, 2)), (date.max, date.max),
])
def test_a_term_is_counted_in_calendar_days(began: date, ends: date):
    """Thirty days later, over the end of a month and of February in a leap year; the calendar has a last day."""
    assert first_end(Term(30, "TERM-1"), began) == ends
    assert later(began, 0) == began


def test_where_an_item_is_booked():
    """A leaf of its own by its name, else the list; a list itself is no item, and some kinds have none."""
    found = [item_field(WORKPLACE, item) for item in ("mobileIntegration", "fax")]
    assert [field and field.path for field in found] == ["mobileIntegration", "packages"]
    assert item_field(WORKPLACE, "packages") is item_field(GROUP, "fax") is None
    assert [term and term.rule for term in (item_term(WORKPLACE, "mobileIntegration"), item_term(WORKPLACE, "fax"),
                                            item_term(COMPANY, "fax"), item_term(GROUP, "fax"))] == [
        "TERM-3", "TERM-2", "TERM-2", None]


def test_a_body_with_an_item_and_without():
    """What is booked is there once, as the kind would read it; what is cancelled is gone, the rest as it was."""
    body = WORKPLACE.read({"packages": ["fax"]})
    more = with_item(WORKPLACE, with_item(WORKPLACE, body, "assistant"), "mobileIntegration", MOBILE)
    assert more == WORKPLACE.read({"packages": ["assistant", "fax"], "mobileIntegration": MOBILE})
    assert items(WORKPLACE, more) == ("mobileIntegration", "assistant", "fax")
    assert with_item(WORKPLACE, more, "fax") == more
    assert without_item(WORKPLACE, without_item(WORKPLACE, more, "assistant"), "mobileIntegration") == body
    assert without_item(WORKPLACE, body, "packages") == without_item(WORKPLACE, body, "assistant") == body


@pytest.mark.parametrize(("item", "value"), [("packages", None), ("mobileIntegration", {"mobile": "x"}), ("", None)])
def test_no_item(item: str, value: object):
    """What is no item of the kind, or whose values make none, is told and not booked."""
    with pytest.raises(ValueError, match=r".*"):
        with_item(GROUP if item == "" else WORKPLACE, (GROUP if item == "" else WORKPLACE).body(), item, value)


def test_what_a_position_books_or_cancels():
    """The same by the verb of a position."""
    body = WORKPLACE.body()
    booked = laid_over(WORKPLACE, body, position("book", item="mobileIntegration", body={"value": MOBILE}))
    assert booked.mobile_integration.mobile == MOBILE["mobile"]
    assert laid_over(WORKPLACE, booked, position("cancel", item="mobileIntegration")) == body


def test_what_holds_a_resource_and_its_items():
    """The terms run since the resource began, and since an item was booked; without a beginning nothing holds."""
    life = Life(began=NOVEMBER, booked={"assistant": DECEMBER})
    anna = Resource(ANNA, WORKPLACE.read({"packages": ["assistant", "fax"]}), life=life)
    ends = [own_term(WORKPLACE, anna), *(term_of_item(WORKPLACE, anna, item) for item in ("assistant", "fax"))]
    assert [(found[0].rule, found[1]) for found in ends if found] == [
        ("TERM-1", date(2026, 12, 30)), ("TERM-2", date(2026, 12, 31)), ("TERM-2", date(2026, 12, 30))]
    unborn = Resource(ANNA, anna.body, life=Life())
    assert own_term(WORKPLACE, unborn) is term_of_item(WORKPLACE, unborn, "fax") is None
