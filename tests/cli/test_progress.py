"""A long run says what it does, on a terminal and nowhere else."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reconciler.cli import _progress
from reconciler.effects import Effects
from tests.cli.command import ENVIRONMENT, REPOSITORY, reconciler
from tests.cli.office import office, seat

NAMES = ("anna.schmidt", "bert.maier", "carl.lang")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """An empty company that wants three workplaces."""
    return office(tmp_path, [], [seat(name, f"{58 + n}") for n, name in enumerate(NAMES)])


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Somebody looks at a terminal; time passes whenever an order is about to leave."""
    monkeypatch.setattr(_progress, "wanted", lambda **_: True)
    monkeypatch.setattr(Effects, "sending", lambda _self, _ref: signal.raise_signal(signal.SIGALRM))
    return monkeypatch


def test_how_many_were_sent(there: Path, watched: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    """The count goes up, in the language of the run, and the line is gone before the report is there."""
    said = reconciler(there, "apply", "--yes")
    shown = capfd.readouterr().err
    assert said.exit == 0
    assert [f"{n} of 3 orders sent" in shown for n in range(3)] == [True] * 3
    assert shown.endswith("\r\x1b[K")
    assert "sent" not in said.err
    german = reconciler(there, "apply", "--yes", "--lang", "de")
    assert german.exit == 0


def test_a_terminal_that_goes_away(there: Path, watched: pytest.MonkeyPatch):
    """Nothing can be written any more: the run goes on and ends as it would have."""
    real, calls = os.write, []

    def gone(number: int, data: bytes) -> int:
        if number != 2:
            return real(number, data)
        calls.append(data)
        raise OSError(5, "Input/output error")

    watched.setattr(os, "write", gone)
    said = reconciler(there, "apply", "--yes")
    watched.undo()
    assert calls
    assert said.exit == 0
    assert reconciler(there, "cart").last.startswith("3 positions")


def test_nothing_where_nobody_watches(there: Path, monkeypatch: pytest.MonkeyPatch):
    """Not in a pipe, not in a pipeline, not on a dumb terminal, not when it was asked to be quiet."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    for name in ("CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert _progress.wanted(quiet=False)
    assert not _progress.wanted(quiet=True)
    monkeypatch.setenv("TERM", "dumb")
    assert not _progress.wanted(quiet=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("CI", "true")
    assert not _progress.wanted(quiet=False)


SLOW = """\
import sys, time
import reconciler.commands.opened as opened
from reconciler.__main__ import main
real = opened.read_wishes
def late(*given):
    time.sleep(1.3)
    return real(*given)
opened.read_wishes = late
sys.exit(main())
"""


def test_on_a_real_terminal(there: Path):
    """A plan that takes longer than the pause says so; the line is taken away before the last sentence."""
    (there / "slow.py").write_text(SLOW)
    ours, theirs = pty.openpty()
    environment = {**ENVIRONMENT, "PYTHONPATH": str(REPOSITORY), "TERM": "xterm"}
    with subprocess.Popen([sys.executable, "slow.py", "plan"], cwd=there, env=environment, stdin=theirs, stdout=theirs,
                          stderr=theirs) as process:
        os.close(theirs)
        shown = _all_of(ours)
    assert process.returncode == 0
    assert "\rreading and planning … 0 s\x1b[K" in shown
    assert "\rreading and planning … 1 s\x1b[K" in shown
    assert shown.rindex("\r\x1b[K") > shown.rindex("reading and planning")
    assert "nothing was changed at the portal." in shown.rstrip().splitlines()[-1]


def _all_of(terminal: int) -> str:
    got, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # the other side is gone
                break
            if not piece:
                break
            got += piece
    return got.decode()
