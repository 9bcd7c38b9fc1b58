"""Sums on the way from plan to order: what is shown, what is compared, and what is then not ordered."""

import json
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, portal, seat, staff, unchanged, wish
from tests.cli.others import others_put, theirs
from tests.engine.documents import tall

BOOK = tall("PriceBook", "invented", "currency: EUR",
            'workplace: [{from: 1, price: "9.95"}, {from: 25, price: "8.95"}]', 'packages: {conference-plus: "2.00"}')
NEW = seat("anna.schmidt", "58", "packages: [conference-plus]")


def priced(there: Path, book: str) -> Path:
    """The workspace with a price book."""
    workspace = there / "reconciler.yaml"
    workspace.write_text(workspace.read_text().replace("language: en", "language: en, priceBook: prices.yaml"))
    (there / "prices.yaml").write_text(book)
    return there


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A company of 24 with a price book, that wants one more."""
    return priced(office(tmp_path, staff(24), [*staff(24), NEW]), BOOK)


def told(there: Path, *argv: str) -> dict[str, Any]:
    """The report of a command."""
    plain: dict[str, Any] = json.loads(reconciler(there, *argv, "--output", "json").out)
    return plain


def monthly(there: Path, *argv: str) -> tuple[str, str, str]:
    """A month before and after, and what is bound."""
    cost = told(there, *argv)["cost"]
    return cost["monthly"]["before"], cost["monthly"]["after"], cost["bound"]


def test_the_plan_says_what_it_costs(there: Path):
    """The 25th makes the month cheaper for all; the lines say why."""
    cost = told(there, "plan")["cost"]
    assert (cost["currency"], cost["complete"], cost["unpriced"]) == ("EUR", True, [])
    assert cost["monthly"] == {"before": "238.80", "after": "225.75", "difference": "-13.05"}
    assert cost["bound"] == "10.95"
    assert cost["cart"] == {**cost["monthly"], "bound": "10.95"}
    seats, conference = cost["lines"]
    assert seats == {
        "item": "workplace", "section": "workplace", "tierChanged": True,
        "before": {"count": 24, "from": 1, "price": "9.95", "sum": "238.80"},
        "after": {"count": 25, "from": 25, "price": "8.95", "sum": "223.75"},
    }
    assert conference["item"] == "conference-plus"
    assert (conference["before"]["count"], conference["after"]["sum"]) == (0, "2.00")
    text = reconciler(there, "plan").out
    assert "Monthly 238.80 → 225.75 EUR (-13.05); binds at least 10.95 EUR" in text
    assert "workplaces 24 → 25 (8.95 instead of" in text
    assert "Monatlich 238,80 → 225,75 EUR (-13,05)" in reconciler(there, "plan", "--lang", "de").out


def test_without_a_price_book_there_is_no_sum(there: Path):
    """Null in every report, and no amount in any view."""
    workspace = there / "reconciler.yaml"
    workspace.write_text(workspace.read_text().replace(", priceBook: prices.yaml", ""))
    for line in ("plan", "apply --yes", "cart", "order --yes"):
        assert told(there, *line.split())["cost"] is None
        assert "EUR" not in reconciler(there, *line.split(), "--output", "markdown").out


def test_the_way_to_the_bill(there: Path):
    """Each command tells the same sum until it is paid; then it is where the next plan begins."""
    reconciler(there, "plan", "--out", "plan.json")
    whole = ("238.80", "225.75", "10.95")
    assert monthly(there, "apply", "plan.json") == whole
    assert monthly(there, "plan") == whole
    assert monthly(there, "cart") == whole
    assert monthly(there, "order", "plan.json", "--yes") == whole
    paid = ("225.75", "225.75", "0.00")
    assert monthly(there, "plan") == paid
    assert monthly(there, "cart") == paid
    reconciler(there, "portal", "advance", "--days", "1")
    assert monthly(there, "plan") == paid


def test_the_sum_is_shown_before_the_question(there: Path, monkeypatch: pytest.MonkeyPatch):
    """Who says no has seen it, and bought nothing."""
    reconciler(there, "apply", "--yes")
    answer = StringIO("n\n")
    monkeypatch.setattr(answer, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", answer)
    said = unchanged(there, "order")
    assert said.err.index("Monthly 238.80 → 225.75 EUR") < said.err.index("with obligation to pay (-13.05 EUR a month")


@pytest.mark.parametrize(("book", "says"), [
    (BOOK.replace("8.95", "8.96"), "now: 238.80 → 226.00 EUR"),
    (BOOK.replace('conference-plus: "2.00"', 'conference-plus: "3.00"'), "now: 238.80 → 226.75 EUR"),
    (BOOK.replace('conference-plus: "2.00"', 'assistant: "2.00"'), "now: 238.80 → 223.75 EUR"),
    (BOOK.replace('conference-plus: "2.00"', 'assistant: "2.00"'), "without a price for conference-plus"),
    (BOOK.replace("EUR", "CHF"), "now: 238.80 → 225.75 CHF"),
    ("", "cannot be computed"),
])
def test_8_another_sum_than_planned(there: Path, book: str, says: str):
    """Other prices than in the plan, or none any more: nothing is ordered, and both sums are said."""
    reconciler(there, "plan", "--out", "plan.json")
    reconciler(there, "apply", "plan.json")
    if book:
        (there / "prices.yaml").write_text(book)
    else:
        workspace = there / "reconciler.yaml"
        workspace.write_text(workspace.read_text().replace(", priceBook: prices.yaml", ""))
    said = unchanged(there, "order", "plan.json", "--yes")
    assert said.exit == 8
    assert "Planned or agreed to: 238.80 → 225.75 EUR" in said.last
    assert says in said.last
    assert reconciler(there, "order", "--yes").exit == 0


def test_8_somebody_else_ordered_meanwhile(there: Path):
    """Prices are the same, the count is not: the plan's sum is not the bill's."""
    reconciler(there, "plan", "--out", "plan.json")
    reconciler(there, "apply", "plan.json")
    others_put(there, theirs("person.nr11", "delete"), bought=True)
    wish(there, *staff(24)[1:], NEW)
    said = unchanged(there, "order", "plan.json", "--yes")
    assert said.exit == 8
    assert "now: 228.85 → 240.80 EUR" in said.last


def test_8_the_sum_moves_while_a_person_thinks(there: Path, monkeypatch: pytest.MonkeyPatch):
    """A yes is for the sum that was shown; it is counted once more before anything is bought."""
    reconciler(there, "apply", "--yes")

    class Slow:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            others_put(there, theirs("person.nr11", "delete"), bought=True)
            return "y\n"

    monkeypatch.setattr(sys, "stdin", Slow())
    said = reconciler(there, "order")
    assert said.exit == 8
    assert "Planned or agreed to: 238.80 → 225.75 EUR" in said.last
    assert "in-cart" in {p["state"] for p in told(there, "cart")["positions"] if p["ours"]}


def test_positions_of_others_count_only_where_they_are_ordered(there: Path):
    """Not in plan and cart; with --with-foreign in the order, beside a plan file too."""
    others_put(there, theirs("person.nr11", "book", "conference-plus"))
    reconciler(there, "plan", "--out", "plan.json")
    assert monthly(there, "plan") == ("238.80", "225.75", "10.95")
    reconciler(there, "apply", "plan.json")
    assert monthly(there, "cart") == ("238.80", "225.75", "10.95")
    assert "What foreign positions cost is not part of it." in reconciler(there, "cart").out
    assert monthly(there, "order", "plan.json", "--with-foreign", "--yes") == ("238.80", "227.75", "12.95")


def test_only_what_is_targeted_counts(there: Path):
    """Of two new ones the plan for one costs one."""
    wish(there, *staff(24), NEW, seat("bert.maier", "59"))
    assert monthly(there, "plan")[1] == "234.70"
    assert monthly(there, "plan", "--target", "workplace/bert.maier")[1] == "223.75"


def test_what_has_no_price_is_told(there: Path):
    """A warning, a line without a sum, totals that say that they are incomplete, in every view."""
    (there / "prices.yaml").write_text(BOOK.replace('conference-plus: "2.00"', ""))
    report = told(there, "plan")
    (found,) = report["findings"]
    assert (found["rule"], found["severity"], found["place"]) == ("PRICE-5", "warning", "prices.yaml:4:1")
    cost = report["cost"]
    assert (cost["complete"], cost["unpriced"]) == (False, ["conference-plus"])
    assert (cost["monthly"]["after"], cost["bound"]) == ("223.75", "8.95")
    assert cost["lines"][1]["after"] == {"count": 1, "from": None, "price": None, "sum": None}
    assert "(-15.05), incomplete; binds" in reconciler(there, "plan").out
    assert "PRICE-5" in reconciler(there, "plan", "--output", "markdown").out
    reconciler(there, "apply", "--yes")
    assert [f["rule"] for f in told(there, "cart")["findings"]] == ["PRICE-5"]
    assert [f["rule"] for f in told(there, "order", "--yes")["findings"]] == ["PRICE-5"]


def test_inactive_is_not_paid(tmp_path: Path):
    """A workplace that the portal reports as inactive costs nothing."""
    sleeping = seat("anna.schmidt", "58", status="state: inactive")
    there = office(tmp_path, [sleeping, *staff(1)], [*staff(1)])
    workspace = there / "reconciler.yaml"
    workspace.write_text(workspace.read_text().replace("language: en", "language: en, priceBook: prices.yaml"))
    (there / "prices.yaml").write_text(BOOK)
    assert monthly(there, "plan") == ("9.95", "9.95", "0.00")


def test_a_plan_in_waves(tmp_path: Path):
    """Who leaves only later is paid until then: the cart's sum is not the plan's."""
    young = seat("anna.schmidt", "58", status="activatedOn: 2026-11-11")
    there = office(tmp_path, [young, *staff(11)], [*staff(11), seat("bert.maier", "59")], unmanaged="delete")
    workspace = there / "reconciler.yaml"
    workspace.write_text(workspace.read_text().replace("language: en", "language: en, priceBook: prices.yaml"))
    (there / "prices.yaml").write_text(BOOK)
    cost = told(there, "plan", "--allow", "deletes=1")["cost"]
    assert cost["monthly"] == {"before": "119.40", "after": "119.40", "difference": "0.00"}
    assert cost["cart"] == {"before": "119.40", "after": "129.35", "difference": "9.95", "bound": "9.95"}
    assert "in the cart after this apply: 129.35 EUR a month" in reconciler(there, "plan", "--allow", "deletes=1").out


def test_a_cost_that_was_written_by_others_is_no_plan_file(there: Path):
    """A digest alone proves nothing: amounts and currency have their form."""
    from reconciler.files.plan import digest_of

    reconciler(there, "plan", "--out", "plan.json")
    path = there / "plan.json"
    plain = json.loads(path.read_text())
    for wrong in ('"225.75"', '"1E+99999999"'), ('"225.75"', '"NaN"'), ('"EUR"', '"E|@"'), ('"225.75"', "225.75"):
        text = path.read_text().replace(*wrong)
        bare = text.replace(f'"digest": "{plain["digest"]}"', '"digest": null', 1)
        (there / "other.json").write_text(text.replace(plain["digest"], digest_of(bare)))
        said = unchanged(there, "apply", "other.json")
        assert said.exit == 5, wrong


def test_a_rule_that_is_broken_gives_no_sum(there: Path):
    """Where there is no plan there is no cost."""
    wish(there, COMPANY, seat("anna.schmidt", "58", internal="112"))
    assert told(there, "plan")["cost"] is None


def test_plan_is_the_same_and_never_writes(there: Path):
    """With a price book too."""
    before = portal(there)
    assert reconciler(there, "plan", "--output", "json").out == reconciler(there, "plan", "--output", "json").out
    assert portal(there) == before
