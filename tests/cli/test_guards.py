"""Guards: what one plan may do without a counted yes.

A guard that stops changes nothing, shows the plan and says what would allow it.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.command import reconciler
from tests.cli.office import KOELN, office, seat, staff, unchanged


class Case(NamedTuple):
    """What the portal holds and what is wished; the guard that stops it, and what allows it (or nothing does)."""

    id: str
    portal: Sequence[str]
    wished: Sequence[str]
    guard: str
    allow: str = ""
    unmanaged: str = "delete"


def renamed(documents: Sequence[str]) -> list[str]:
    """The same people under other first names: an update each."""
    return [text.replace("firstName: person", "firstName: Petra") for text in documents]


def moved(text: str) -> str:
    """The same person in another group, with a number of it."""
    return text.replace("group: bonn", "group: koeln").replace("228 6380", "221 4711")


CASES = (
    Case("deletes", staff(12), staff(9), "LIMIT-DELETES", "deletes=3"),
    Case("updates", staff(12), renamed(staff(12)), "LIMIT-UPDATES", "updates=12"),
    Case("creates", [], staff(51), "LIMIT-CREATES", "creates=51"),
    Case("replaces", [KOELN, *staff(1)], [KOELN, moved(staff(1)[0])], "REPLACES", "replaces=1"),
    Case("numbers", [KOELN, *staff(1)], [KOELN, moved(staff(1)[0]).replace('"+49 221 4711-11"', "auto")],
         "NUMBERS", "replaces=1 numbers=1"),
    Case("empty", staff(3), [], "EMPTY", "empty=1"),
    Case("empty group", [KOELN, *map(moved, staff(5)), seat("anna.schmidt", "58")], [KOELN, seat("anna.schmidt", "58")],
         "EMPTY", "empty=1"),
    Case("protected", [KOELN, *staff(1)], [KOELN, moved(staff(1)[0]) + "  protect: true\n"], "PROTECTED"),
    Case("central number", [seat("front.desk", "0"), *staff(1)], staff(1), "PROTECTED"),
    Case("asked", [], [seat("anna.schmidt", "58", internal="911")], "ASKED", "INT-5=1", "report"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_guard_stops_and_is_allowed_by_count(case: Case, tmp_path: Path):
    """Exit 4 with the whole plan; one too few is not enough, the right count is, and no other guard's."""
    there = office(tmp_path, case.portal, case.wished, unmanaged=case.unmanaged)
    said = unchanged(there, "plan", "--output", "json")
    report = json.loads(said.out)
    assert said.exit == 4
    assert case.guard in report["refused"]
    assert report["waves"]
    assert report["summary"]["errors"] >= 1
    assert unchanged(there, "apply", "--yes").exit == 4
    if not case.allow:
        everything = [f"{name}=99" for name in ("creates", "updates", "deletes", "replaces", "numbers", "empty")]
        assert unchanged(there, "plan", *_allow(everything)).exit == 4
        return
    allowed = case.allow.split()
    assert all(f"--allow {a}" in said.out for a in allowed), "the way out is told as it has to be typed"
    name, _, count = allowed[-1].partition("=")
    assert unchanged(there, "plan", *_allow([*allowed[:-1], f"{name}={int(count) - 1}"])).exit == 4
    assert unchanged(there, "plan", "--allow", f"{'creates' if name != 'creates' else 'deletes'}=99").exit == 4
    assert unchanged(there, "plan", *_allow(allowed)).exit == 0
    assert reconciler(there, "apply", "--yes", *_allow(allowed)).exit == 0


def _allow(allowances: Sequence[str]) -> list[str]:
    return [word for allowance in allowances for word in ("--allow", allowance)]


def test_what_is_allowed_and_unused_is_no_error(tmp_path: Path):
    """More may be allowed than is needed."""
    there = office(tmp_path, [], [seat("anna.schmidt", "58")])
    assert reconciler(there, "plan", "--allow", "deletes=7").exit == 0


def test_an_unknown_guard_is_no_permission(tmp_path: Path):
    """There is no global force."""
    there = office(tmp_path, staff(12), staff(9), unmanaged="delete")
    for name in ("all", "force", "LIMIT-DELETES", "*"):
        assert reconciler(there, "plan", "--allow", f"{name}=99").exit in (4, 64)


def test_small_companies_have_no_percentages(tmp_path: Path):
    """From ten objects of a kind on a percentage counts; below, one of three may go."""
    there = office(tmp_path, staff(3), staff(2), unmanaged="delete")
    assert reconciler(there, "plan").exit == 0


@pytest.mark.parametrize("unmanaged", ["report", "delete"])
def test_no_manifests_at_all(tmp_path: Path, unmanaged: str):
    """An empty folder is a wrong folder, whatever happens to what no manifest names."""
    there = office(tmp_path, staff(2), [], unmanaged=unmanaged)
    (there / "manifests" / "all.yaml").unlink()
    said = unchanged(there, "plan", "--output", "json")
    assert said.exit == 4
    assert "EMPTY" in json.loads(said.out)["refused"]
    assert unchanged(there, "apply", "--yes").exit == 4
    unchanged(there, "order", "--yes")


def test_rules_come_before_guards_and_guards_before_changes(tmp_path: Path):
    """Exit 3 before 4 before 2."""
    there = office(tmp_path, staff(12), [*staff(9), seat("anna.schmidt", "58", internal="112")], unmanaged="delete")
    assert reconciler(there, "plan", "--detailed-exitcode").exit == 3
    other = office(tmp_path / "other", staff(12), staff(9), unmanaged="delete")
    assert reconciler(other, "plan", "--detailed-exitcode").exit == 4


def test_a_part_of_the_plan(tmp_path: Path):
    """--target and --exclude choose changes; a guard counts only what is chosen."""
    there = office(tmp_path, staff(12), staff(9), unmanaged="delete")
    chosen = json.loads(reconciler(there, "plan", "--target", "workplace/person.nr20", "--output", "json").out)
    assert [c["address"] for c in chosen["changes"]] == ["workplace/person.nr20"]
    left = json.loads(reconciler(there, "plan", "--exclude", "*.nr20", "--output", "json").out)
    assert [c["address"] for c in left["changes"]] == ["workplace/person.nr21", "workplace/person.nr22"]
