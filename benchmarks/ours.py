"""Our own commands as the bench runs them: the inputs, the arguments, what they must say."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
TODAY = "2026-11-22"
UNIT = "workplace, 31 scalars"
RECONCILER = (sys.executable, "-m", "reconciler")


@dataclass(frozen=True)
class Command:
    """One of our commands; ``codes`` are the exit codes of a run that did what it should."""

    name: str
    job: str
    argv: tuple[str, ...]
    codes: tuple[int, ...] = (0,)
    changed: bool = False
    starts: bool = False


COMMANDS = (
    Command("--help", "start", ("--help",), starts=True),
    Command("--version", "start", ("--version",), starts=True),
    Command("validate", "validate", ("validate",)),
    Command("plan", "plan", ("plan", "--detailed-exitcode")),
    Command("plan, 1 % changed", "plan", ("plan", "--detailed-exitcode"), codes=(2,), changed=True),
)
"""Exit 0 of ``plan --detailed-exitcode`` says that nothing is to change, 2 that something is."""


def prepare(folder: Path, n: int, shape: str, environment: Mapping[str, str], *, changed: bool) -> str:
    """Write the workspace and make its portal; why that was not possible, or ""."""
    folder.mkdir(parents=True)
    generate = [sys.executable, "-m", "benchmarks.company", str(n), str(folder), "--shape", shape]
    subprocess.run(generate + ["--changed"] * changed, cwd=REPOSITORY, env=environment, check=True)
    init = [*RECONCILER, "-C", folder, "portal", "init", "--from", folder / "portal", "--today", TODAY]
    made = subprocess.run(init, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    shutil.rmtree(folder / "portal")
    return "" if made.returncode == 0 else f"portal init: exit {made.returncode}: {made.stderr[-200:].strip()}"
