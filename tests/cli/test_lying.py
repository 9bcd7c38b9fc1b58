"""What lies in the cart is told as it is: count, sum and bindings are of the same positions, the way out is true."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, wish
from tests.cli.test_cost import priced
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
