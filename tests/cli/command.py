"""The command line as tests use it: in this process, or as a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from reconciler.cli import _group, main
from reconciler.cli._command import Command, Line, line
from reconciler.signals import STOPPING, Asked

REPOSITORY = Path(__file__).resolve().parents[2]
EXAMPLES = REPOSITORY / "examples"
ENVIRONMENT = {"PATH": os.environ.get("PATH", ""), "LANG": "C", "NO_COLOR": "1", "COLUMNS": "80",
               "RECONCILER_PORTAL_SECRET": "tests"}


_lines: dict[tuple[int, str], Line] = {}


def _line_once(command: Command, path: str) -> Line:
    """How typer runs a command: worked out once in this process, which runs thousands of lines."""
    key = id(command), path
    if key not in _lines or _lines[key].command is not command:
        _lines[key] = line(command, path)
    return _lines[key]


_group.line = _line_once  # type: ignore[attr-defined]


class Said(NamedTuple):
    """What a command came to."""

    exit: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last line of stderr, the one sentence for people."""
        return (self.err.rstrip("\n").splitlines() or [""])[-1]


def reconciler(folder: Path, *argv: str, environment: Mapping[str, str] | None = None) -> Said:
    """Run a command line in a folder, in this process; a bug raises here."""
    out, err = StringIO(), StringIO()
    wanted = {**ENVIRONMENT, **(environment or {})}
    with _environment(wanted), signals_kept(), chdir(folder), redirect_stdout(out), redirect_stderr(err):
        code = main(argv)
    return Said(code, out.getvalue(), err.getvalue())


def process(folder: Path, *argv: str, environment: Mapping[str, str] | None = None) -> Said:
    """Run a command line in a folder as users do."""
    wanted = {**ENVIRONMENT, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8", **(environment or {})}
    done = subprocess.run([sys.executable, "-m", "reconciler", *argv], cwd=folder, env=wanted, text=True,
                          capture_output=True, check=False, encoding="utf-8", stdin=subprocess.DEVNULL)
    return Said(done.returncode, done.stdout, done.stderr)


@contextmanager
def signals_kept() -> Iterator[None]:
    """What a command holds until its process ends is let go of, so that the tests can be stopped again."""
    before = {number: signal.getsignal(number) for number in STOPPING}
    try:
        yield
    finally:
        Asked.yes = False
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _environment(wanted: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    try:
        os.environ.clear()
        os.environ.update(wanted)
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
