"""The sections of a plan, and of what became of it."""

from datetime import date

from reconciler.model.address import Address
from reconciler.model.finding import Finding, Severity
from reconciler.model.meaning import Lying, Unordered
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.plan import Plan, Wave
from reconciler.model.planned import Planned, carried_out
from reconciler.model.position import Position
from reconciler.model.report import Head, Part, Report
from reconciler.model.sections import Calm, Guards, Outcomes, Outlook, Section, Steps, Unbought
from reconciler.model.text import NOTHING

TODAY = date(2026, 11, 22)
ANNA = Address("workplace", "anna.alt")
BOOK = Order("o1", "cart", "book", ANNA, item="fax")
EMPTY, DUE = Plan(TODAY), Plan(TODAY, waves=(Wave(TODAY, (BOOK,)),))


def found(sections: tuple[Section, ...], part: type[Part]) -> Part | None:
    """The section of a type."""
    return Report(Head("x"), sections).get(part)


def test_an_empty_plan_is_calm() -> None:
    """Unless a rule is broken; what lies in the cart, or what others have there, means that not all is active."""
    broken = Finding("INT-4", Severity.ERROR, NOTHING)
    assert found(Planned(EMPTY).sections, Calm)
    assert found(Planned(EMPTY, (broken,)).sections, Calm) is None
    assert found(Planned(DUE).sections, Calm) is None
    for planned, active in (
        (Planned(EMPTY), True),
        (Planned(EMPTY, lying=Lying(Unordered(1))), False),
        (Planned(EMPTY, foreign=(Position("x", ANNA, "book", ours=False),)), False),
        (Planned(Plan(TODAY, unmanaged=(ANNA,)), foreign=(Position("x", ANNA, "book", ours=False),)), True),
    ):
        calm = found(planned.sections, Calm)
        assert calm
        assert calm.active == active


def test_there_is_something_to_say_yes_to() -> None:
    """Where there are orders; guards bring the findings that name their way out."""
    stop = Finding("DELETES", Severity.ERROR, NOTHING)
    sections = Planned(Plan(TODAY, waves=DUE.waves, refused=("DELETES",)), (stop,)).sections
    outlook, guards = found(sections, Outlook), found(sections, Guards)
    assert outlook
    assert outlook.asks
    assert guards
    assert guards.ways == (stop,)


def test_what_became_of_it() -> None:
    """Each due order has a receipt, and is not tried without one; what went into the cart was not bought."""
    planned = Report(Head("apply"), Planned(DUE).sections)
    for receipts, outcome, hints in (
        ((), Outcome.NOT_TRIED, Unbought(Lying())),
        ((Receipt("o1", Outcome.DONE),), Outcome.DONE, Unbought(Lying(), filled=True, paid=True)),
        ((Receipt("o1", Outcome.UNKNOWN),), Outcome.UNKNOWN, Unbought(Lying(), unknown=True)),
    ):
        report = carried_out(planned, receipts)
        outcomes = report.get(Outcomes)
        assert outcomes
        assert [r.outcome for _, r in outcomes.sent] == [outcome]
        assert report.get(Unbought) == hints
        assert report.get(Steps) is None


def test_what_is_there_already_is_no_calm() -> None:
    """Orders that were sent before are told, although a plan made now would be empty."""
    fresh = Report(Head("apply"), Planned(EMPTY).sections).having(Steps(DUE))
    assert carried_out(fresh, (Receipt("o1", Outcome.ALREADY_PRESENT),)).get(Calm) is None
