"""Streams that are closed or full, readers that leave: never a traceback, never another outcome of what was done."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import ENVIRONMENT, REPOSITORY, reconciler
from tests.cli.office import office, seat

ANNA, BERT = seat("anna.schmidt", "58"), seat("bert.maier", "59")
UNREADABLE = (">/dev/full", "2>/dev/full", ">/dev/full 2>&1", ">&-", "2>&-", ">&- 2>&-", "<&-", "<&- >&- 2>&-",
              "| true", "2>&1 | head -1")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """An empty company that wants two workplaces."""
    return office(tmp_path, [], [ANNA, BERT])


def _shell(there: Path, line: str) -> subprocess.CompletedProcess[str]:
    script = f"{sys.executable} -m reconciler {line}; exit ${{PIPESTATUS[0]}}"
    return subprocess.run(["bash", "-c", script], cwd=there, env=dict(ENVIRONMENT, PYTHONPATH=str(REPOSITORY)),
                          capture_output=True, text=True, check=False)


@pytest.mark.parametrize("redirected", UNREADABLE)
def test_what_was_done_is_what_the_exit_code_says(there: Path, redirected: str):
    """Apply puts both positions into the cart and ends with 0, whoever listens."""
    done = _shell(there, f"apply --yes -v {redirected}")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert reconciler(there, "cart").last.startswith("2 positions")


COMMANDS = {"plan": 0, "dump": 0, "explain INT-4": 0, "--version": 0, "planx": 64, "show nowhere --debug": 5}


@pytest.mark.parametrize("redirected", [">/dev/full 2>&1", "2>/dev/full", "<&- >&- 2>&-", "| true"])
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_falls_over(there: Path, command: str, redirected: str):
    """No traceback and no other code than the command's own, or 1 where its output cannot be written."""
    done = _shell(there, f"{command} {redirected}")
    full = redirected.startswith(">/dev/full")
    assert done.returncode == (COMMANDS[command] or full)
    assert "Exception ignored" not in done.stderr
    assert "--debug" in command or "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["apply", "order"])
def test_without_stdin_nobody_is_asked(there: Path, command: str):
    """Where stdin is closed the question is wrong usage, as it is off a terminal."""
    if command == "order":
        assert reconciler(there, "apply", "--yes").exit == 0
    assert _shell(there, f"{command} <&-").returncode == 64
