"""Our own commands as the bench runs them: the inputs, the arguments, what they must say."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.company import is_changed

REPOSITORY = Path(__file__).parent.parent
TODAY = "2026-11-22"
UNIT = "workplace, 31 scalars"
RECONCILER = (sys.executable, "-m", "reconciler")


@dataclass(frozen=True)
class Command:
    """One of our commands; ``codes`` are the exit codes of a run that did what it should, ``says`` a pattern of
    what it printed (``{k}``: how many workplaces are changed).
    """

    name: str
    job: str
    argv: tuple[str, ...]
    says: str = ""
    codes: tuple[int, ...] = (0,)
    changed: bool = False

    def pattern(self, n: int) -> str:
        """What must be printed for this many workplaces."""
        return self.says.format(k=sum(map(is_changed, range(n))))


PLAN = ("--lang", "en", "plan", "--detailed-exitcode")
COMMANDS = (
    Command("--help", "start", ("--help",), "Usage"),
    Command("--version", "start", ("--version",), "reconciler"),
    Command("validate", "validate", ("--lang", "en", "validate"), "0 errors, 0 warnings in"),
    Command("plan", "plan", PLAN, "No changes"),
    Command("plan, 1 % changed", "plan", PLAN, "Plan: 0 create, {k} update, 0 replace, 0 delete", (2,),
            changed=True),
)
"""Exit 0 of ``plan --detailed-exitcode`` says that nothing is to change, 2 that something is."""


def snapshot(home: Path) -> None:
    """Copy the package below ``home`` and compile it, so that a run measures one state of the code."""
    copy = home / "reconciler"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(REPOSITORY / "reconciler", copy, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, "-m", "compileall", "-q", copy], check=True)


def prepare(folder: Path, n: int, shape: str, environment: Mapping[str, str]) -> str:
    """Write the workspace and make its portal; why that was not possible, or ""."""
    _generate(folder, n, shape, environment)
    init = [*RECONCILER, "-C", folder, "portal", "init", "--from", folder / "portal", "--today", TODAY]
    made = subprocess.run(init, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    shutil.rmtree(folder / "portal")
    return "" if made.returncode == 0 else f"portal init: exit {made.returncode}: {made.stderr[-200:].strip()}"


def prepare_changed(folder: Path, n: int, shape: str, environment: Mapping[str, str], unchanged: Path) -> None:
    """The same with 1 % of the manifests changed, and the portal of the unchanged company."""
    _generate(folder, n, shape, environment, "--changed")
    shutil.rmtree(folder / "portal")
    if (unchanged / ".reconciler").exists():
        shutil.copytree(unchanged / ".reconciler", folder / ".reconciler")


def _generate(folder: Path, n: int, shape: str, environment: Mapping[str, str], *flags: str) -> None:
    folder.mkdir(parents=True)
    argv = [sys.executable, "-m", "benchmarks.company", str(n), str(folder), "--shape", shape, *flags]
    subprocess.run(argv, cwd=REPOSITORY, env=environment, check=True)
