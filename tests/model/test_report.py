"""A report is read and rebuilt by the types of its sections."""

from datetime import date

from reconciler.model.order import Outcome, Receipt
from reconciler.model.plan import Plan
from reconciler.model.report import Head, Report
from reconciler.model.sections import Cart, Findings, Notes, Outcomes, Purchase, Steps
from reconciler.model.text import Text

PLAN = Plan(date(2026, 11, 22))
DONE = (Receipt("o", Outcome.DONE),)


def test_a_section_is_found_and_replaced_by_its_type() -> None:
    """The order of the others stays; what is new comes last."""
    report = Report(Head("x"), (Findings(documents=1), Steps(PLAN)))
    changed = report.having(Findings(documents=2), Notes((Text("a", "b"),)))
    assert [type(s) for s in changed.sections] == [Findings, Steps, Notes]
    assert changed.get(Findings) == Findings(documents=2)
    assert report.get(Cart) is None


def test_what_was_sent_makes_a_report_that_must_be_told() -> None:
    """Receipts of orders or of a purchase; a plan alone has none."""
    for section, acted in ((Steps(PLAN), False), (Outcomes(PLAN), False), (Outcomes(PLAN, receipts=DONE), True),
                           (Purchase(), False), (Purchase(receipts=DONE), True)):
        report = Report(Head("x"), (section,))
        assert report.acted == acted
        assert bool(report.receipts) == acted


def test_the_plan_is_that_of_its_steps_or_of_what_became_of_them() -> None:
    """A report about anything else has none."""
    assert Report(Head("x"), (Steps(PLAN),)).plan is PLAN
    assert Report(Head("x"), (Outcomes(PLAN),)).plan is PLAN
    assert Report(Head("x"), (Cart(),)).plan is None


def test_another_end() -> None:
    """Exit code and last sentence change together."""
    ended = Report(Head("x")).ending(8, Text("a", "b"))
    assert (ended.exit, ended.closing) == (8, Text("a", "b"))
