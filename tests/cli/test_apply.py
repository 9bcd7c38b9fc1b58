"""How apply ends when what is around it fails: the orders count, and what is said of them is true."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from reconciler.effects import Effects
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.cli.command import ENVIRONMENT, REPOSITORY, reconciler
from tests.cli.office import office, seat, unchanged

WISHED = [seat("anna.schmidt", "58"), seat("bert.maier", "59"), seat("carl.lang", "61")]


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Two joiners and one number change are due."""
    return office(tmp_path, [seat("carl.lang", "60")], WISHED)


def fifo(path: Path) -> None:
    """A pipe that nobody reads."""
    os.mkfifo(path)


def link(path: Path) -> None:
    """A link to a file of somebody else."""
    path.symlink_to(path.parent / "elsewhere")


@pytest.mark.parametrize("made", [fifo, Path.mkdir, link], ids=["pipe", "folder", "link"])
def test_a_journal_that_cannot_be_written(there: Path, made: Any) -> None:
    """It is tried before anything is changed: exit 1 at once, nothing sent, nobody locked out."""
    journal = there / ".reconciler" / "journal.jsonl"
    made(journal)
    said = unchanged(there, "apply", "--yes")
    assert said.exit == 1
    assert "journal" in said.last
    assert not (there / ".reconciler" / "elsewhere").exists()
    journal.rmdir() if journal.is_dir() else journal.unlink()
    assert reconciler(there, "apply", "--yes").exit == 0


def test_a_journal_that_fills_up(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal is evidence only: without it all orders are done, and the report says what is missing."""

    class Full:
        def append(self, line: str) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(Effects, "open_journal", lambda _effects, _path: Full())
    said = reconciler(there, "apply", "--yes", "--output", "json")
    report = json.loads(said.out)
    assert (said.exit, report["counts"]["done"]) == (0, 3)
    assert any("journal" in note and "No space left" in note for note in report["notes"])


def test_a_portal_that_acknowledges_and_does_nothing(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Direct changes are read back by content: what is not there is unknown, told by name, and exit 8."""
    real = connect

    def other(*args: Any, **named: Any) -> Any:
        portal: Any = real(*args, **named)
        execute = portal.execute

        def lying(order: Order, token: int) -> Receipt:
            return Receipt(str(order.ref), Outcome.DONE) if order.channel == "direct" else execute(order, token)

        portal.execute = lying
        return portal

    monkeypatch.setattr("reconciler.commands.apply.connect", other)
    said = reconciler(there, "apply", "--yes", "--output", "json")
    report = json.loads(said.out)
    assert said.exit == 8
    assert (report["counts"]["done"], report["counts"]["unknown"]) == (2, 1)
    assert [(f["rule"], f["address"]) for f in report["findings"]] == [("READ-1", "workplace/carl.lang")]


def test_waiting_for_the_right_to_write(there: Path) -> None:
    """--wait waits for who is writing and then goes on; too short a wait ends with 6 and changes nothing."""
    portal = connect(open_workspace(there), load_kit())
    token = portal.acquire("a colleague")
    said = unchanged(there, "apply", "--yes", "--wait", "0.2")
    assert said.exit == 6
    assert "a colleague" in said.last
    later = threading.Timer(0.4, lambda: portal.release(token))
    later.start()
    assert reconciler(there, "apply", "--yes", "--wait", "20").exit == 0
    later.join()
    portal.close()


SHELL = "{python} -m reconciler apply --yes {rest}"


@pytest.mark.parametrize("rest", ["2>/dev/full", ">/dev/full 2>&1", ">&- 2>&-", "-v 2>&1 | head -1",
                                  "--output json >/dev/full", "2>&1 | true"])
def test_nobody_listens(there: Path, rest: str) -> None:
    """A full or closed stream, or a reader that left, never stops a run and never changes its exit code."""
    line = SHELL.format(python=sys.executable, rest=rest)
    environment = {**ENVIRONMENT, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(["bash", "-c", f"{line}; exit ${{PIPESTATUS[0]}}"], cwd=there, env=environment, check=False,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 0, done
    assert "Traceback" not in done.stderr
    positions = json.loads(reconciler(there, "cart", "--output", "json").out)["positions"]
    assert len(positions) == 2
    assert reconciler(there, "plan", "--detailed-exitcode").exit == 0


def test_a_report_that_cannot_be_rendered(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug in a view after the orders were sent is told as one, and the exit code still is that of the orders."""
    monkeypatch.setattr("reconciler.views.human.outcomes.hints", lambda *_: 1 / 0)
    said = reconciler(there, "apply", "--yes")
    assert said.exit == 0
    assert "ZeroDivisionError" in said.err
    assert said.last.startswith("3 of 3")
