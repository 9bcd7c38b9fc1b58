"""Every exit code, from the command line; those that prove that nothing was changed do so."""

import json
from pathlib import Path
from typing import Any

import pytest

from reconciler.cli import _formats
from reconciler.effects import Effects
from reconciler.portal.faults import Fault, Faulty
from reconciler.ports import Portal
from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.cli.command import process, reconciler
from tests.cli.office import office, portal, seat, staff, unchanged, wish
from tests.engine.documents import document

ANNA, BERT, CARL = seat("anna.schmidt", "58"), seat("bert.maier", "59"), seat("carl.lang", "60")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """An empty company that wants one workplace."""
    return office(tmp_path, [], [ANNA])


def test_0_done(there: Path):
    """The whole path ends with 0 at each step, and a second plan has nothing to do."""
    for line in ("validate", "plan", "apply --yes", "cart", "order --yes", "portal advance --days 1", "plan"):
        assert reconciler(there, *line.split()).exit == 0, line
    assert "No changes" in reconciler(there, "plan").out


def test_1_the_tool_cannot_work(there: Path, tmp_path: Path):
    """No workspace, a broken one, no portal, no place for a file, a portal that exists already."""
    assert reconciler(tmp_path, "plan").exit == 1
    assert unchanged(there, "plan", "--out", "portal").exit == 1
    assert unchanged(there, "plan", "--output", "json=portal").exit == 1
    assert unchanged(there, "portal", "init", "--from", "portal", "--today", "2026-11-22").exit == 1
    for path in (there / ".reconciler").glob("portal.db*"):
        path.unlink()
    (there / ".reconciler" / "portal.db").write_bytes(b"no database" * 1000)
    assert reconciler(there, "plan").exit == 1
    (there / ".reconciler" / "portal.db").unlink()
    assert reconciler(there, "plan").exit == 1
    (there / "reconciler.yaml").write_text("kind: Workspace\nspec: [\n")
    assert reconciler(there, "plan").exit == 1


def test_2_changes_exist(there: Path):
    """Only where it is asked for, and not when there are none."""
    assert unchanged(there, "plan", "--detailed-exitcode").exit == 2
    reconciler(there, "apply", "--yes")
    assert reconciler(there, "plan", "--detailed-exitcode").exit == 0


@pytest.mark.parametrize("command", ["validate", "plan", "apply --yes", "order --yes"])
def test_3_a_rule_is_broken(there: Path, command: str):
    """Each command that reads manifests refuses them, and changes nothing."""
    wish(there, seat("anna.schmidt", "58", internal="112"))
    said = unchanged(there, *command.split(), "--output", "json")
    assert said.exit == 3
    assert "INT-4" in {f["rule"] for f in json.loads(said.out)["findings"]}


@pytest.mark.parametrize("command", ["plan", "apply --yes"])
def test_4_a_guard_stops(tmp_path: Path, command: str):
    """Three of twelve workplaces are more deletions than the limit allows."""
    there = office(tmp_path, staff(12), staff(9), unmanaged="delete")
    said = unchanged(there, *command.split(), "--output", "json")
    assert said.exit == 4
    assert "LIMIT-DELETES" in json.loads(said.out)["refused"]


def test_5_a_plan_file_that_does_not_fit(there: Path):
    """A plan file that was touched is refused before anything else happens."""
    reconciler(there, "plan", "--out", "plan.json")
    path = there / "plan.json"
    path.write_text(path.read_text().replace("+49228638058", "+49228638057"))
    assert unchanged(there, "apply", "plan.json").exit == 5


def test_6_somebody_else_writes(there: Path):
    """While another holds the lease, apply and order change nothing and say who it is."""
    reconciler(there, "apply", "--yes")
    wish(there, ANNA, BERT)
    workspace = open_workspace(there)
    held = connect(workspace, load_kit())
    token = held.acquire("runner-7")
    said = unchanged(there, "apply", "--yes")
    assert said.exit == 6
    assert "runner-7" in said.err
    wish(there, ANNA)
    assert unchanged(there, "order", "--yes").exit == 6
    held.release(token)
    held.close()
    assert reconciler(there, "order", "--yes").exit == 0


FAULTS: tuple[tuple[str, Fault, int, dict[str, int]], ...] = (
    ("apply --yes", Fault("observe", 1, "unreachable"), 6, {}),
    ("drift", Fault("observe", 1, "unreachable"), 6, {}),
    ("terms", Fault("observe", 1, "unreachable"), 6, {}),
    ("apply --yes", Fault("acquire", 1, "unreachable"), 6, {}),
    ("apply --yes", Fault("execute", 1, "unreachable"), 6, {"notTried": 3}),
    ("apply --yes", Fault("execute", 2, "unreachable"), 7, {"done": 1, "notTried": 2}),
    ("apply --yes", Fault("execute", 2, "refuse"), 7, {"done": 2, "rejected": 1}),
    ("apply --yes", Fault("execute", 2, "lose-after"), 0, {"done": 3}),
    ("apply --yes", Fault("execute", 2, "lose-before"), 0, {"done": 3}),
)


@pytest.mark.parametrize(("command", "fault", "code", "counts"), FAULTS, ids=lambda v: str(v).replace(" ", ""))
def test_a_fault_of_the_portal(tmp_path: Path, broken: list[Fault], command: str, fault: Fault, code: int, counts):
    """What becomes of each order is told and counted, and a second run completes the first."""
    there = office(tmp_path, [], [ANNA, BERT, CARL])
    broken.append(fault)
    said = reconciler(there, *command.split(), "--output", "json")
    broken.clear()
    assert said.exit == code
    report = json.loads(said.out)
    assert report["exit"] == code
    if counts:
        assert {k: v for k, v in report["counts"].items() if v} == {"planned": 3, **counts}
    assert reconciler(there, "apply", "--yes").exit == 0
    assert len(json.loads(reconciler(there, "cart", "--output", "json").out)["positions"]) == 3


def test_8_nobody_can_say(there: Path, broken: list[Fault]):
    """An answer that got lost three times, with a portal that cannot be asked either, is told as unknown."""
    broken += [Fault("execute", n, "lose-after") for n in (1, 2, 3)]
    broken += [Fault("find", n, "unreachable") for n in (2, 3, 4, 5)]
    said = reconciler(there, "apply", "--yes", "--output", "json")
    broken.clear()
    assert said.exit == 8
    assert json.loads(said.out)["counts"]["unknown"] == 1
    assert reconciler(there, "apply", "--yes").exit == 0


def test_8_the_cart_is_not_what_is_wished(there: Path):
    """Order buys nothing while something is due, or while the plan's own position is missing."""
    assert unchanged(there, "order", "--yes").exit == 8
    reconciler(there, "plan", "--out", "plan.json")
    reconciler(there, "apply", "plan.json")
    wish(there, ANNA, BERT)
    said = unchanged(there, "order", "--yes")
    assert said.exit == 8
    assert "workplace/bert.maier" in said.last


def test_an_empty_cart_is_no_problem(there: Path):
    """Where nothing is wished and nothing lies in the cart, order is done."""
    wish(there, document("Group", "bonn", "displayName: Bonn"))
    said = unchanged(there, "order", "--yes")
    assert said.exit == 0
    assert "empty" in said.last


USAGE = (
    ["frobnicate"], ["plan", "--frobnicate"], ["plan", "extra"], ["show"], ["portal", "frobnicate"],
    ["portal", "init"], ["portal", "advance"], ["portal", "advance", "--days", "x"],
    ["portal", "advance", "--days", "1", "--to", "2026-12-01"], ["portal", "advance", "--days", "999999999"],
    ["portal", "advance", "--to", "2026-11-21"], ["portal", "advance", "--to", "2026-02-30"],
    ["--lang", "fr", "plan"], ["--output", "pdf", "plan"], ["--output"], ["-C"], ["--allow", "deletes", "plan"],
    ["--allow", "deletes=-1", "plan"], ["--allow", "deletes=²", "plan"], ["--as-of", "yesterday", "plan"],
    ["--as-of", "2027-01-01", "apply", "--yes"], ["--as-of", "2027-01-01", "order", "--yes"],
    ["--as-of", "2027-01-01", "cart"], ["--as-of", "2027-01-01", "validate"], ["--as-of", "2027-01-01", "dump"],
    ["--redact", "all", "plan"], ["apply"], ["apply", "--no-input"], ["explain", "INT-99"], ["schema", "Phone"],
)


@pytest.mark.parametrize("argv", USAGE, ids=" ".join)
def test_64_wrong_usage(there: Path, argv: list[str]):
    """One sentence, nothing on stdout, nothing changed."""
    said = unchanged(there, *argv)
    assert said.exit == 64
    assert said.out == ""
    assert said.last


def test_the_portals_own_date_may_be_said(there: Path):
    """``--as-of`` with today's date is no wrong usage of apply and order."""
    assert reconciler(there, "apply", "--yes", "--as-of", "2026-11-22").exit == 0
    assert reconciler(there, "order", "--yes", "--as-of", "2026-11-22").exit == 0


def test_70_a_bug(there: Path):
    """What nobody foresaw is one sentence without a traceback; with --debug it has one, and the same code."""
    (there / "sitecustomize.py").write_text("import reconciler.cli\nreconciler.cli.main = lambda argv: 1 / 0\n")
    environment = {"PYTHONPATH": f"{there}:{Path(__file__).resolve().parents[2]}"}
    said = process(there, "plan", environment=environment)
    assert (said.exit, said.out) == (70, "")
    assert "Traceback" not in said.err
    assert "ZeroDivisionError" in said.last
    debugged = process(there, "plan", "--debug", environment=environment)
    assert debugged.exit == 70
    assert "Traceback" in debugged.err


def test_130_interrupted(there: Path, broken: list[Fault], monkeypatch: pytest.MonkeyPatch):
    """Ctrl-C before anything was sent: nothing changed, and the report says so."""
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    before = portal(there)
    monkeypatch.setattr("reconciler.commands.opened.load_kit", interrupt)
    said = reconciler(there, "apply", "--yes", "--output", "json")
    monkeypatch.undo()
    assert said.exit == 130
    assert json.loads(said.out)["exit"] == 130
    assert portal(there) == before


def test_7_interrupted_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Ctrl-C after the first of three orders: the report says what was done, and the next run does the rest."""
    there = office(tmp_path, [], [ANNA, BERT, CARL])
    sent: list[str] = []

    def sending(_effects: Effects, ref: str) -> None:
        sent.append(ref)
        if len(sent) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Effects, "sending", sending)
    said = reconciler(there, "apply", "--yes", "--output", "json")
    monkeypatch.undo()
    counts = json.loads(said.out)["counts"]
    assert said.exit in (7, 8)
    assert (counts["planned"], counts["done"]) == (3, 1)
    again = json.loads(reconciler(there, "apply", "--yes", "--output", "json").out)
    assert (again["exit"], again["counts"]["done"]) == (0, 2)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[Fault]:
    """Faults that the portal has from now on, counted anew at each command."""
    faults: list[Fault] = []
    real = connect

    def other(*args: Any, **named: Any) -> Portal:
        return Faulty(real(*args, **named), faults) if faults else real(*args, **named)

    for module in ("plan", "apply", "cart", "order", "drift", "terms", "dump"):
        monkeypatch.setattr(f"reconciler.commands.{module}.connect", other)
    return faults


def test_every_help_has_an_example(tmp_path: Path):
    """Each command tells what it does and shows one line that works."""
    for words in (*map(str.split, ("validate", "plan", "show", "apply", "cart", "order", "drift", "terms", "dump",
                                   "explain", "schema")),
                  ["portal", "init"], ["portal", "status"], ["portal", "advance"]):
        said = reconciler(tmp_path, *words, "--help")
        assert said.exit == 0
        assert f"Example: reconciler {' '.join(words)}" in said.out
    assert all(flag in reconciler(tmp_path).out for flag in _formats.known())
