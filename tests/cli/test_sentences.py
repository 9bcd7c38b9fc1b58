"""Sentences that were not true, or stood in the wrong place."""

import json
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, wish

ACTIVE = "status: {activatedOn: 2026-01-01}"
ANNA, BERT = (seat(name, number, status=ACTIVE) for name, number in (("anna.arendt", "11"), ("bert.blum", "12")))
PACKAGE = "packages: [conference-plus]"


def lines(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def test_what_only_ends_costs_nothing(tmp_path: Path) -> None:
    """A cart of deletions and cancellations is not called chargeable, one of both sorts says how much of it is."""
    carl = seat("carl.dorn", "14", PACKAGE, status=ACTIVE)
    there = office(tmp_path, [ANNA, BERT, carl], [], unmanaged="delete")
    wish(there, COMPANY, seat("anna.arendt", "11"), seat("carl.dorn", "14"))
    assert reconciler(there, "apply", "--yes").exit == 0
    assert "To order what is in the cart (nothing to pay): `reconciler order`" in reconciler(there, "cart").out
    german = reconciler(there, "cart", "--lang", "de").out
    assert "Bestellen, was im Warenkorb liegt (nicht kostenpflichtig): `reconciler order`" in german
    assert "Kostenpflichtig bestellen" not in german
    wish(there, COMPANY, seat("anna.arendt", "11", PACKAGE), seat("carl.dorn", "14"))
    assert reconciler(there, "apply", "--yes").exit == 0
    assert "To order what is in the cart (1 of it paid): `reconciler order`" in reconciler(there, "cart").out


@pytest.mark.parametrize("command", ["plan", "drift", "apply", "terms"])
def test_what_fits_nothing_is_no_guard(tmp_path: Path, command: str) -> None:
    """A pattern that fits nothing ends a command, and its last sentence says that and speaks of no guard."""
    there = office(tmp_path, [ANNA, BERT], [seat("anna.arendt", "13")])
    for flags in (["--target", "nobody"], ["--target", "nobody", "--target", "anna.arendt"],
                  ["--target", "anna.arendt", "--exclude", "workplace/anna.arendt"]):
        said = reconciler(there, command, *flags)
        assert (said.exit, said.last) == (
            4, "Nothing fits what was chosen, or a part of it; nothing was changed at the portal.")


def test_the_last_day_is_that_of_packages_too(tmp_path: Path) -> None:
    """The day until which a plan binds is there where packages alone bind, and the last one where both do."""
    there = office(tmp_path, [ANNA], [seat("anna.arendt", "11", PACKAGE)])
    bound = json.loads(reconciler(there, "plan", "--output", "json").out)["commitments"]
    assert (bound["workplaces"], bound["packages"], bound["until"]) == (0, 1, "2026-12-22")
    for line in ("plan --out p.json", "apply p.json"):
        assert reconciler(there, *line.split()).exit == 0
    assert json.loads(reconciler(there, "show", "p.json", "--output", "json").out)["commitments"] == bound
    assert json.loads(reconciler(there, "cart", "--output", "json").out)["commitments"]["until"] == "2026-12-22"
    wish(there, seat("anna.arendt", "11", PACKAGE), seat("bert.blum", "12", "activationDate: 2027-01-01"))
    later = json.loads(reconciler(there, "plan", "--output", "json").out)
    assert later["commitments"]["until"] == "2027-01-31"
