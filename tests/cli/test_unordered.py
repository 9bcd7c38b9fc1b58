"""Done is not ordered: what lies in the cart and was not bought, or is ordered and not active, is told until it is."""

import json
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.command import REPOSITORY, reconciler
from tests.cli.office import office, seat, staff, unchanged, wish
from tests.engine.documents import document, tall

SCHEMA = Draft202012Validator(json.loads((REPOSITORY / "specs/schemas/report.schema.json").read_text()))
BOOK = tall("PriceBook", "lindenhof", "currency: EUR", 'workplace: "9.95"',
            'packages: {conference-plus: "2.00", assistant: "3.00"}', 'mobileIntegration: {magentaeins: "5.00"}')
TEMPLATE = document("Template", "sales", "group: bonn", "packages: [conference-plus, assistant]")
ANNA = seat("anna.schmidt", "58", 'packages: [conference-plus]', "activationDate: 2026-12-01")


def priced(there: Path) -> Path:
    """The office with a price book."""
    workspace = there / "reconciler.yaml"
    workspace.write_text(workspace.read_text().replace("language: en", "language: en, priceBook: prices.yaml"))
    (there / "prices.yaml").write_text(BOOK)
    return there


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Two people, and a third one in the manifests."""
    return priced(office(tmp_path, staff(2), [*staff(2), ANNA]))


def told(there: Path, *argv: str) -> dict[str, Any]:
    """The JSON report of a command, which fits the schema."""
    said = reconciler(there, *argv, "--output", "json")
    report: dict[str, Any] = json.loads(said.out)
    SCHEMA.validate(report)
    return report


def test_what_was_not_bought_is_told_every_day(there: Path):
    """Plan, drift and an apply with nothing due count it, since when and for how much, and name the way out."""
    reconciler(there, "apply", "--yes")
    reconciler(there, "portal", "advance", "--days", "2")
    for argv in (("plan",), ("drift",), ("apply", "--yes")):
        said = reconciler(there, *argv)
        assert "portal is as the manifests want it" not in said.out
        assert "not ordered yet: 1 position since 2026-11-22" in said.out
        assert "monthly 19.90 → 31.85 EUR (+11.95)" in " ".join(said.out.split())
        assert "`reconciler order`" in said.out
        assert said.last.endswith("1 position lies in the cart, not ordered (reconciler order).")
        unordered = told(there, *argv)["unordered"]
        assert (unordered["count"], unordered["since"], unordered["monthly"]) == (1, "2026-11-22", "11.95")
        assert unordered["commitments"]["until"] == "2026-12-31"


def test_apply_itself_says_what_is_left_to_buy(there: Path):
    """The report of the run that filled the cart counts what lies there afterwards, not before."""
    report = told(there, "apply", "--yes")
    assert (report["unordered"]["count"], report["unordered"]["monthly"]) == (1, "11.95")


def test_ordered_is_not_active(there: Path):
    """Between order and its day the plan says until when; after it, that the portal is as wanted."""
    reconciler(there, "apply", "--yes")
    reconciler(there, "order", "--yes")
    said = unchanged(there, "plan")
    assert "portal is as the manifests want it" not in said.out
    assert "Ordered and not yet carried out: 1 position, takes effect on 2026-12-01" in said.out
    report = told(there, "plan")
    assert (report["unordered"], report["ordered"]) == (None, {"count": 1, "until": "2026-12-01"})
    reconciler(there, "portal", "advance", "--to", "2026-12-02")
    assert "No changes: the portal is as the manifests want it" in reconciler(there, "plan").out
    assert told(there, "plan")["ordered"] is None


def test_without_a_price_book_it_is_counted_all_the_same(tmp_path: Path):
    """No sum is printed, and monthly is null."""
    there = office(tmp_path, staff(2), [*staff(2), ANNA])
    reconciler(there, "apply", "--yes")
    assert told(there, "plan")["unordered"]["monthly"] is None
    assert "EUR" not in reconciler(there, "plan").out


def test_what_lies_there_and_what_the_plan_adds_are_told_apart(there: Path):
    """Sums and bindings of a second new workplace do not contain those of the first, and say so."""
    reconciler(there, "apply", "--yes")
    wish(there, *staff(2), ANNA, seat("bert.maier", "59"))
    report = told(there, "plan")
    cost = report["cost"]
    assert cost["inCart"] == {"before": "19.90", "after": "31.85", "difference": "11.95", "bound": "11.95"}
    assert cost["added"] == {"before": "31.85", "after": "41.80", "difference": "9.95", "bound": "9.95"}
    assert cost["monthly"] == {"before": "19.90", "after": "41.80", "difference": "21.90"}
    assert (report["commitments"]["workplaces"], report["unordered"]["commitments"]["workplaces"]) == (1, 1)
    said = reconciler(there, "plan").out
    assert "Binds 1 more workplace (paid) until 2026-12-22" in said
    assert "This plan after it: monthly 31.85 → 41.80 EUR (+9.95); binds at least 9.95 EUR" in said
    assert "Both together: monthly 19.90 → 41.80 EUR (+21.90)" in said
    shown = reconciler(there, "plan", "--output", "markdown").out
    assert "**This plan after it: monthly 31.85 → 41.80 EUR (+9.95)" in shown


def test_another_last_name_costs_nothing(there: Path):
    """A position in the cart that is only corrected moves no sum and binds nothing more."""
    reconciler(there, "apply", "--yes")
    wish(there, *staff(2), ANNA.replace("lastName: schmidt", "lastName: Schmitz"))
    report = told(there, "plan")
    assert report["cost"]["added"] == {"before": "31.85", "after": "31.85", "difference": "0.00", "bound": "0.00"}
    assert report["commitments"]["binds"] == []
    assert "With this plan it then stays at 31.85 EUR a month" in reconciler(there, "plan").out


def test_a_plan_file_keeps_what_lay_there(there: Path):
    """Show tells of the cart as the plan found it."""
    reconciler(there, "apply", "--yes")
    wish(there, *staff(2), ANNA, seat("bert.maier", "59"))
    reconciler(there, "plan", "--out", "plan.json")
    shown = told(there, "show", "plan.json")
    assert shown["unordered"] == told(there, "plan")["unordered"]
    assert shown["cost"] == told(there, "plan")["cost"]


def test_packages_of_a_template_stand_by_name(tmp_path: Path):
    """In the line of the new workplace, under what is booked, and in the cart with its number and day."""
    mobile = 'mobileIntegration: {type: magentaeins, mobile: "+49 171 2223344", customerAccount: "4711"}'
    new = seat("anna.schmidt", "58", "template: sales", mobile, "devices: [{profile: mobile-client}]")
    team = [TEMPLATE, seat("person.nr11", "11", "packages: [assistant]")]
    there = office(tmp_path, team, [*team, new])
    said = " ".join(reconciler(there, "plan").out.split())
    assert "activate with assistant, conference-plus and magentaeins (paid), binds until 2026-12-22" in said
    assert ("Books (paid): assistant (workplace/anna.schmidt), conference-plus (workplace/anna.schmidt), "
            "magentaeins (workplace/anna.schmidt)") in said
    reconciler(there, "apply", "--yes")
    cart = " ".join(reconciler(there, "cart").out.split())
    assert "activate with assistant, conference-plus and magentaeins (paid), +49228638058, counts from" in cart
    (position,) = told(there, "cart")["positions"]
    assert (position["number"], position["books"]) == ("+49228638058", ["assistant", "conference-plus", "magentaeins"])


def asked(there: Path, monkeypatch: pytest.MonkeyPatch, *argv: str) -> str:
    """What stands before the answer ``n``."""
    answer = StringIO("n\n")
    monkeypatch.setattr(answer, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", answer)
    said = unchanged(there, *argv).err
    return said[: said.index("[y/N]") if "[y/N]" in said else said.index("[j/N]")]


def test_questions_name_counts_sums_and_days(there: Path, monkeypatch: pytest.MonkeyPatch):
    """Nobody has to count lines before the yes; and nothing is said to be bought or not before it was asked."""
    wish(there, staff(2)[1], ANNA, seat("bert.maier", "59"), seat("person.nr11", "60"))
    assert asked(there, monkeypatch, "apply").rstrip().endswith(
        "Put 2 orders into the cart and make 1 change that takes effect at once?")
    reconciler(there, "apply", "--yes")
    question = asked(there, monkeypatch, "order")
    assert question.rstrip().endswith(
        "Order 2 positions with obligation to pay (+21.90 EUR a month, binds until 2026-12-31)?")
    assert "Nothing was ordered" not in question
    assert asked(there, monkeypatch, "order", "--lang", "de").rstrip().endswith(
        "2 Positionen kostenpflichtig bestellen (+21,90 EUR im Monat, bindet bis 2026-12-31)?")


def test_a_deletion_is_not_called_paid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Question and result of an order say how much of it costs money, and what is deleted."""
    there = office(tmp_path, staff(21), staff(20), unmanaged="delete")
    reconciler(there, "apply", "--yes")
    question = asked(there, monkeypatch, "order")
    assert question.rstrip().endswith("Order 1 position (nothing to pay)?")
    assert "Deletes or cancels: workplace/person.nr31" in question
    assert "1 position ordered; it costs nothing." in reconciler(there, "order", "--yes").out


def test_who_waits_for_the_cart_is_told_so(tmp_path: Path):
    """What follows a deletion that nobody bought says why its day moves on."""
    there = office(tmp_path, staff(21), [*staff(20), seat("bert.maier", "31")], unmanaged="delete")
    reconciler(there, "apply", "--yes")
    said = " ".join(reconciler(there, "plan").out.split())
    assert ("only after the deletion of workplace/person.nr31 was carried out; it lies in the cart, not ordered "
            "(reconciler order)") in said
