"""The comment on a pull request: what comes first, and how it is cut."""

from dataclasses import replace

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange
from reconciler.views.view import Options
from tests.views.changes import PLANNED
from tests.views.findings import ERRORS, warning
from tests.views.samples import PLAN, WHOLE, planned
from tests.views.shown import VIEWS

RENDER = VIEWS["markdown"].render


def test_counts_money_and_ends_come_first() -> None:
    """The first line counts; what binds and what ends stands above every table."""
    text = RENDER(PLAN, Options("en"))
    first = text.index("| ")
    assert text.startswith("## Plan: 1 create, 4 update, 1 replace, 1 delete, 1 withdraw, 1 blocked\n")
    assert text.index("**Binds 2 workplaces") < text.index("**Deletes or cancels") < first


def test_pseudonyms_are_the_default() -> None:
    """A comment is read by many."""
    assert VIEWS["markdown"].redact == "pseudonym"
    assert (VIEWS["human"].redact, VIEWS["json"].redact) == ("none", "none")


def test_a_comment_never_grows_too_large_and_says_what_it_leaves_out() -> None:
    """Every section keeps its heading and says how many rows it shows."""
    changes = tuple(
        Change(Address("workplace", f"person.{n}"), Action.UPDATE, "differs",
               (FieldChange("department", "x" * 500, "y|" * 300),)) for n in range(5000))
    report = planned(replace(WHOLE, findings=ERRORS * 900 + tuple(map(warning, range(900))),
                             plan=replace(PLANNED, changes=changes)))
    text = RENDER(report, Options("en"))
    assert 60_000 < len(text) <= 65_536
    assert "of 2,700 shown, all of them with `--output json`" in text
    assert "0 of 5,000 shown" in text
    assert text.rstrip().endswith("<!-- reconciler plan -->")


def test_small_sections_are_whole() -> None:
    """Nothing is cut that has room."""
    assert "shown, all of them" not in RENDER(PLAN, Options("en"))
