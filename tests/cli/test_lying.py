"""What lies in the cart is told as it is: count, sum and bindings are of the same positions, the way out is true."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, wish
from tests.cli.test_cost import priced
from tests.cli.test_unordered import asked
from tests.engine.documents import tall

BOOK = tall("PriceBook", "invented", "currency: EUR", 'workplace: "10.00"', 'packages: {conference-plus: "4.00"}')
ACTIVE = "activatedOn: 2025-01-02"
ANNA, BEA = (seat(name, number, status=ACTIVE) for name, number in (("anna.alt", "11"), ("bea.bell", "12")))
MORE = seat("bea.bell", "12", "packages: [conference-plus]")
DORA = seat("dora.dach", "14")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A new workplace and a package lie in the cart."""
    folder = priced(office(tmp_path, [ANNA, BEA], [ANNA, MORE, DORA], unmanaged="delete"), BOOK)
    assert reconciler(folder, "apply", "--yes").exit == 0
    return folder


def flat(there: Path, *argv: str) -> str:
    """What a command says, on one line."""
    return " ".join(reconciler(there, *argv).out.split())


def unordered(there: Path, *argv: str) -> dict[str, Any]:
    """What a command says of the cart."""
    told: dict[str, Any] = json.loads(reconciler(there, *argv, "--output", "json").out)["unordered"]
    return told


@pytest.mark.parametrize("command", ["plan", "drift"])
def test_what_is_to_be_withdrawn_still_lies_there(there: Path, command: str) -> None:
    """All three tell of both positions, and that the one of them is taken out."""
    before = unordered(there, command)
    wish(there, COMPANY, ANNA, MORE)
    told = unordered(there, command)
    assert told == {**before, "next": "apply", "withdrawn": 1}
    assert (told["count"], told["monthly"], told["commitments"]["workplaces"]) == (2, "14.00", 1)
    assert ("not ordered yet: 2 positions since 2026-11-22; binds 1 workplace and 1 package or mobile integration "
            "until 2026-12-22; monthly 20.00 → 34.00 EUR (+14.00); `reconciler apply` takes 1 of them out. "
            "To order: first `reconciler apply`, then `reconciler order`") in flat(there, command)
    assert ("noch nicht bestellt: 2 Positionen seit 2026-11-22; bindet 1 Arbeitsplatz und 1 Zusatz-Paket oder Mobile "
            "Integration bis 2026-12-22; monatlich 20,00 → 34,00 EUR (+14,00); `reconciler apply` nimmt 1 davon "
            "heraus. Bestellen: erst `reconciler apply`, dann") in flat(there, command, "--lang", "de")


def test_of_what_is_all_withdrawn_nothing_is_ordered(there: Path) -> None:
    """Nobody is sent to order an empty cart, in the sentence and at the end; a plan file keeps it."""
    wish(there, COMPANY, ANNA, BEA)
    said = reconciler(there, "plan", "--out", "p.json")
    assert "`reconciler apply` takes 2 of them out" in " ".join(said.out.split())
    assert ("To order" in said.out, said.last.endswith("in the cart, not ordered (reconciler apply).")) == (False, True)
    assert flat(there, "show", "p.json").count("takes 2 of them out") == 1
    assert unordered(there, "show", "p.json") == unordered(there, "plan")
    assert reconciler(there, "apply", "p.json").exit == 0
    assert unordered(there, "plan") is None


def test_a_changed_position_counts_with_its_new_day_and_what_lies_there(there: Path) -> None:
    """A package that the plan adds to it is told as the plan's, in sum and bindings, and not twice."""
    wish(there, COMPANY, ANNA, MORE, seat("dora.dach", "14", "packages: [conference-plus]",
                                          "activationDate: 2026-12-15"))
    told = unordered(there, "plan")
    assert (told["count"], told["monthly"], told["commitments"]["packages"]) == (2, "14.00", 1)
    assert told["commitments"]["until"] == "2027-01-14"
    report = json.loads(reconciler(there, "plan", "--output", "json").out)
    assert (report["commitments"]["packages"], report["cost"]["added"]["difference"]) == (1, "4.00")


UNPRICED = seat("bea.bell", "12", "packages: [conference-premium]")


@pytest.fixture
def gap(tmp_path: Path) -> Path:
    """A new workplace and a package without a price lie in the cart."""
    return priced(office(tmp_path, [ANNA, BEA], [ANNA, UNPRICED, DORA], unmanaged="delete"), BOOK)


def test_a_sum_without_all_prices_is_called_incomplete(gap: Path) -> None:
    """Wherever the cart is told of: plan, drift, apply; in words and in JSON, and after a plan file too."""
    english, german = "monthly 20.00 → 30.00 EUR (+10.00), incomplete.", "20,00 → 30,00 EUR (+10,00), unvollständig."
    assert english in flat(gap, "apply", "--yes")
    for argv in (("plan", "--out", "p.json"), ("drift",), ("apply", "--yes"), ("show", "p.json")):
        assert english in flat(gap, *argv)
        assert german in flat(gap, *argv, "--lang", "de")
        assert unordered(gap, *argv)["complete"] is False
    assert english in flat(gap, "plan", "--output", "markdown")


def test_each_sum_is_incomplete_for_itself(there: Path) -> None:
    """What the plan adds has no price: the sum of the cart is complete all the same."""
    wish(there, COMPANY, MORE, DORA, seat("anna.alt", "11", "packages: [conference-premium]"))
    said = flat(there, "plan")
    assert "monthly 20.00 → 34.00 EUR (+14.00). " in said
    assert "With this plan it then stays at 34.00 EUR a month, incomplete" in said
    assert "complete" not in unordered(there, "plan")


def test_what_is_withdrawn_without_a_price_is_named(gap: Path) -> None:
    """It is in no sum of the plan that takes it out, and that is told."""
    assert reconciler(gap, "apply", "--yes").exit == 0
    wish(gap, COMPANY, ANNA, BEA, DORA)
    cost = json.loads(reconciler(gap, "plan", "--output", "json").out)["cost"]
    assert (cost["complete"], cost["unpriced"]) == (False, ["conference-premium"])
    assert (cost["inCart"]["complete"], "complete" in cost["monthly"]) == (False, False)


def test_the_question_says_incomplete_too(gap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the order the sum stands in one line."""
    assert reconciler(gap, "apply", "--yes").exit == 0
    assert "(+10.00 EUR a month, incomplete, binds until 2026-12-22)?" in asked(gap, monkeypatch, "order")
    assert "(+10,00 EUR im Monat, unvollständig, bindet" in asked(gap, monkeypatch, "order", "--lang", "de")
