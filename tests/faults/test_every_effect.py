"""Each effect of apply and order fails, once and for good, and is interrupted: what is said is what the books hold."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.cli.command import Said, reconciler
from tests.cli.office import office, seat
from tests.faults.world import Fault, World, played

UNCHANGED = {1, 2, 3, 4, 5, 6, 64, 70, 130}
"""Exit codes that prove that nothing was changed; a bug is told as one only as long as nothing was."""

FAULTS = [(what, for_good) for what in ("refuse", "lose", "bug") for for_good in (False, True)]
FAULTS += [("before", False), ("after", False)]
SENT = {"done", "already-present"}
UNSENT = {"rejected", "skipped", "not-tried"}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two joiners and a number change that are due; plan.json holds them."""
    wished = [seat("anna.schmidt", "58"), seat("bert.maier", "59"), seat("carl.lang", "61")]
    there = office(tmp_path_factory.mktemp("company"), [seat("carl.lang", "60")], wished)
    assert reconciler(there, "plan", "--out", "plan.json").exit == 0
    return there


def books(there: Path) -> tuple[set[str], dict[str, str], str]:
    """What the portal holds: references that took effect, states of positions, and all else as text."""
    portal = connect(open_workspace(there), load_kit())
    plan = json.loads((there / "plan.json").read_text())
    refs = {o["ref"] for o in plan["waves"][0]["orders"]}
    seen = portal.observe()
    found = {ref for ref in refs if portal.find(ref)}, {p.ref: p.state for p in portal.positions()}, repr([*seen.state])
    portal.close()
    return found


def report_of(said: Said) -> Mapping[str, Any] | None:
    """The report, where it could be printed as a whole."""
    try:
        report: Mapping[str, Any] = json.loads(said.out)
    except ValueError:
        return None
    return report


def count_of_effects(company: Path, tmp_path: Path, *argv: str) -> int:
    """How many effects a run has that nothing disturbs."""
    there, world = shutil.copytree(company, tmp_path / "counted"), World()
    assert played(there, world, *argv).exit == 0
    assert len(set(world.names)) > 6
    return len(world.names)


def cases(count: int) -> list[Fault]:
    """Each fault at each effect."""
    return [Fault(what, at, for_good) for at in range(count) for what, for_good in FAULTS]


def test_apply_tells_the_truth(company: Path, tmp_path: Path) -> None:
    """Exit code, counts and the state of each order of apply, beside the books; the same again completes it."""
    line, before = ("apply", "plan.json", "--output", "json"), books(company)
    for fault in cases(count_of_effects(company, tmp_path, *line)):
        there = shutil.copytree(company, tmp_path / str(fault))
        said = played(there, World(fault), *line)
        after = books(there)
        _assert_apply_true(fault, said, before, after)
        assert played(there, World(), *line).exit == 0, fault
        assert len(books(there)[0]) == 3, fault
        shutil.rmtree(there)


def _assert_apply_true(fault: Fault, said: Said, before: Any, after: Any) -> None:
    known, report = after[0], report_of(said)
    assert said.exit in {0, 7, 8} | UNCHANGED, (fault, said)
    if said.exit in UNCHANGED:
        assert after == before, (fault, said)
    if said.exit == 0:
        assert len(known) == 3, (fault, said)
    if report is None or not report.get("waves"):
        return
    states = {o["ref"]: o["state"] for o in report["waves"][0]["orders"]}
    assert {ref for ref, state in states.items() if state in SENT} <= known, (fault, said)
    assert not {ref for ref, state in states.items() if state in UNSENT} & known, (fault, said)
    counts = report["counts"]
    assert counts["planned"] == 3 == sum(n for name, n in counts.items() if name != "planned"), (fault, said)
    assert report["exit"] == said.exit, (fault, said)
    if said.exit == 7:
        assert counts["unknown"] == 0, (fault, said)


def test_what_was_compared_counts_whatever_is_asked_after_it(company: Path, tmp_path: Path) -> None:
    """The cart is counted after the comparison: where that fails, only the count is missing."""
    line, world = ("apply", "plan.json", "--output", "json"), World()
    assert played(shutil.copytree(company, tmp_path / "counted"), world, *line).exit == 0
    last = max(at for at, name in enumerate(world.names) if name == "portal.observe")
    for what in ("refuse", "lose", "bug"):
        said = played(shutil.copytree(company, tmp_path / what), World(Fault(what, last)), *line)
        report = report_of(said)
        assert (said.exit, report and report["counts"]["done"]) == (0, 3), said
        assert report
        assert report["unordered"] is None
        assert [note for note in report["notes"] if "read" in note] == [
            "How much lies in the cart, not ordered, could not be read. Look: reconciler cart"]


def test_order_tells_the_truth(company: Path, tmp_path: Path) -> None:
    """Exit code, positions and the last sentence of order, beside the books; all is bought once in the end."""
    filled = shutil.copytree(company, tmp_path / "filled")
    assert reconciler(filled, "apply", "plan.json").exit == 0
    line, before = ("order", "plan.json", "--yes", "--output", "json"), books(filled)
    for fault in cases(count_of_effects(filled, tmp_path, *line)):
        there = shutil.copytree(filled, tmp_path / str(fault))
        said = played(there, World(fault), *line)
        after = books(there)
        _assert_order_true(fault, said, before, after)
        assert played(there, World(), *line).exit == 0, fault
        assert set(books(there)[1].values()) == {"ordered"}, fault
        shutil.rmtree(there)


def _assert_order_true(fault: Fault, said: Said, before: Any, after: Any) -> None:
    bought, report = set(after[1].values()) == {"ordered"}, report_of(said)
    assert said.exit in {0, 7, 8} | UNCHANGED, (fault, said)
    if said.exit in UNCHANGED:
        assert after == before, (fault, said)
    if said.exit == 0:
        assert bought, (fault, said)
    if "Nothing was bought" in said.err or "nothing was bought" in said.err:
        assert not bought, (fault, said)
    if report is None or not report.get("positions"):
        return
    told = {p["ref"]: p["state"] for p in report["positions"]}
    outcome = {r["state"] for r in report["receipts"]}
    assert outcome == {"unknown"} or told == {ref: state for ref, state in after[1].items() if ref in told}, (
        fault, said)
    assert report["exit"] == said.exit, (fault, said)
