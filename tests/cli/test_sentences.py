"""Sentences that were not true, or stood in the wrong place."""

import json
import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, KOELN, office, seat, unchanged, wish
from tests.engine.documents import document, profile

ACTIVE = "activatedOn: 2026-01-01"
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


@pytest.mark.parametrize("output", ["human", "markdown", "json"])
def test_on_its_day_what_is_ordered_is_carried_out(tmp_path: Path, output: str) -> None:
    """A plan for the day on which an order takes effect, or a later one, does not call it outstanding."""
    there = office(tmp_path, [ANNA], [seat("anna.arendt", "11"), seat("bert.blum", "12", "activationDate: 2026-12-01")])
    for line in ("apply --yes", "order --yes"):
        assert reconciler(there, *line.split()).exit == 0
    wish(there, seat("anna.arendt", "11", PACKAGE), seat("bert.blum", "12", "activationDate: 2026-12-01"))
    plan = "plan", "--output", output
    for day in ("2026-11-22", "2026-11-30"):
        said = reconciler(there, *plan, "--as-of", day).out
        assert (json.loads(said)["ordered"] == {"count": 1, "until": "2026-12-01"} if output == "json"
                else "Ordered and not yet carried out: 1 position, takes effect on 2026-12-01" in said)
    for day in ("2026-12-01", "2027-02-01"):
        said = reconciler(there, *plan, "--as-of", day).out
        assert json.loads(said)["ordered"] is None if output == "json" else "not yet carried out" not in said


def test_what_lies_in_the_cart_binds_from_the_day_that_is_planned_for(tmp_path: Path) -> None:
    """Nobody is told of a binding that would end before the day of the plan."""
    there = office(tmp_path, [], [seat("anna.arendt", "11")])
    assert reconciler(there, "apply", "--yes").exit == 0
    told = json.loads(reconciler(there, "plan", "--as-of", "2027-03-01", "--output", "json").out)["unordered"]
    assert told["commitments"]["until"] == "2027-03-31"


def test_the_ledger_of_another_day_has_carried_out_what_is_ordered(tmp_path: Path) -> None:
    """On that day an ordered workplace is active, and a deleted one has no term any more."""
    there = office(tmp_path, [ANNA], [], unmanaged="delete")
    wish(there, COMPANY, seat("bert.blum", "12"))
    for line in ("apply --yes --allow deletes=1 --allow empty=1", "order --yes"):
        assert reconciler(there, *line.split()).exit == 0
    states = {day: [(t["address"], t["state"], t["leaving"]) for t in json.loads(
        reconciler(there, "terms", "--as-of", day, "--output", "json").out)["terms"]]
        for day in ("2026-11-22", "2026-11-23")}
    assert states == {"2026-11-22": [("workplace/anna.arendt", "active", "ordered"),
                                     ("workplace/bert.blum", "ordered", None)],
                      "2026-11-23": [("workplace/bert.blum", "active", None)]}


STRICT = profile("strict", "+49180")
THERE = document("Defaults", "koelner", "match: {group: koeln}, workplace: {blockingProfile: strict}")


def test_who_moves_gets_another_profile_by_that(tmp_path: Path) -> None:
    """Defaults that hold in the new group were not edited: it is the workplace that changes its profile."""
    moved = seat("anna.arendt", "11").replace("group: bonn", "group: koeln").replace("228 6380-11", "221 4711-11")
    there = office(tmp_path, [ANNA, STRICT, KOELN], [moved, THERE])
    said = reconciler(there, "plan", "--allow", "replaces=1", "--output", "json")
    (told,) = json.loads(said.out)["blocking"]
    assert (told["address"], told["before"], told["after"]) == ("workplace/anna.arendt", "standard", "strict")
    assert "standard → strict: workplace/anna.arendt" in lines(reconciler(there, "plan", "--allow", "replaces=1").out)


def test_numbers_stand_in_a_column(tmp_path: Path) -> None:
    """What happens to a number begins in the same column, however long it is, and goes on there."""
    short = seat("carl.dorn", "13", status=ACTIVE).replace('-13"', '-1"')
    there = office(tmp_path, [ANNA, BERT, short], [seat(n, d) for n, d in (
        ("anna.arendt", "12"), ("bert.blum", "11"), ("carl.dorn", "14"))])
    shown = reconciler(there, "plan", environment={"COLUMNS": "60"}).out.splitlines()
    start = shown.index("Numbers") + 1
    rows = shown[start:shown.index("", start)]
    assert "      +4922863801   of workplace/carl.dorn is free again;" in rows
    assert "      +49228638011  of workplace/anna.arendt goes to" in rows
    assert {len(row) - len(row.lstrip()) for row in rows} == {6, 20}


def say_no(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at the terminal and does not want to."""
    answer = StringIO("n\n")
    monkeypatch.setattr(answer, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", answer)


def test_before_the_yes_of_apply_stands_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it binds, sends and can never change is read before the question, and nothing is called tried or not."""
    there = office(tmp_path, [], [seat("anna.arendt", "11")])
    say_no(monkeypatch)
    said = unchanged(there, "apply")
    before, _, after = said.err.partition("[y/N]")
    for sentence in ("Binds 1 workplace (paid) until 2026-12-22", "1 mail, 1 SMS", "activate (paid), binds until"):
        assert sentence in before
    assert "not tried" not in before
    assert after.strip() == "Not confirmed. Nothing was changed at the portal."


def test_after_a_no_nothing_is_told_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was to be ordered stands above the question, and not once more below the answer."""
    there = office(tmp_path, [], [seat("anna.arendt", "11")])
    assert reconciler(there, "apply", "--yes").exit == 0
    say_no(monkeypatch)
    said = unchanged(there, "order")
    assert (said.exit, said.last.endswith("Not confirmed. Nothing was bought.")) == (0, True)
    assert [text.count("workplace/anna.arendt") for text in (said.err, said.out)] == [1, 0]
    assert said.out.endswith("\nNothing was ordered.\n")


def test_login_data_are_told_part_by_part(tmp_path: Path) -> None:
    """Each part that changes is a line of its own, with its place, and a row of its own in a table."""
    other = seat("anna.arendt", "11").replace('login: {email: anna', 'login: {email: other')
    there = office(tmp_path, [ANNA], [other.replace(', mobile: "+49 170 1234511"', ", withoutMobile: true")])
    full, drift = (reconciler(there, *argv, environment={"COLUMNS": "120"}).out
                   for argv in (("plan", "--full"), ("drift",)))
    for shown in (full, drift):
        at = shown.index("        login.email anna")
        assert shown[at:].splitlines()[:6] == [
            "        login.email anna.arendt@lindenhof.example → other.arendt@lindenhof.example",
            "          --> manifests/all.yaml:7:10",
            "        login.mobile +491701234511 → (empty)",
            "          --> manifests/all.yaml:7:10",
            "        login.withoutMobile (empty) → true",
            "          --> manifests/all.yaml:7:10"]
    for command in ("plan", "drift"):
        table = reconciler(there, command, "--output", "markdown", "--redact", "none").out
        assert "| `login.mobile` | `+491701234511` | `(empty)` |" in table
        assert "| `login` |" not in table
    assert "login.withoutMobile (empty) → true" in lines(reconciler(there, "plan", "--concise").out)
