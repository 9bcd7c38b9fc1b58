"""Our own commands as the bench runs them: the inputs, the arguments, what they must say."""

import os
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
    what it printed (``{k}``: how many workplaces are changed). ``where`` is the workspace that it is run in:
    with no portal at hand (``bare``, as in a pipeline), with an ``equal`` portal, or ``changed`` by 1 %.
    """

    name: str
    job: str
    argv: tuple[str, ...]
    says: str = ""
    codes: tuple[int, ...] = (0,)
    where: str = "equal"

    def pattern(self, n: int) -> str:
        """What must be printed for this many workplaces."""
        return self.says.format(k=f"{sum(map(is_changed, range(n))):,}")


VALIDATE = ("--lang", "en", "validate")
PLAN = ("--lang", "en", "plan", "--detailed-exitcode")
COMMANDS = (
    Command("--help", "start", ("--help",), "Usage"),
    Command("--version", "start", ("--version",), "reconciler"),
    Command("validate", "validate", VALIDATE, "0 errors, 0 warnings in", where="bare"),
    Command("plan", "plan", PLAN, "No changes"),
    Command("plan, 1 % changed", "plan", PLAN, "Plan: 0 create, {k} update, 0 replace, 0 delete", (2,), "changed"),
)
"""Exit 0 of ``plan --detailed-exitcode`` says that nothing is to change, 2 that something is."""


def snapshot(home: Path) -> None:
    """Copy the package below ``home`` and compile it, so that a run measures one state of the code."""
    copy = home / "reconciler"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(REPOSITORY / "reconciler", copy, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, "-m", "compileall", "-q", copy], check=True)


def prepare(home: Path, n: int, shape: str, environment: Mapping[str, str]) -> str:
    """Make the workspaces ``bare``, ``equal`` and ``changed`` below ``home``; why there is no portal, or ""."""
    bare, equal, changed = home / "bare", home / "equal", home / "changed"
    for folder, flags in ((equal, ()), (changed, ("--changed",))):
        folder.mkdir(parents=True)
        argv = [sys.executable, "-m", "benchmarks.company", str(n), str(folder), "--shape", shape, *flags]
        subprocess.run(argv, cwd=REPOSITORY, env=environment, check=True)
    shutil.rmtree(changed / "portal")
    facts = shutil.move(equal / "portal", home / "facts")
    shutil.copytree(equal, bare, copy_function=os.link)
    init = [*RECONCILER, "-C", equal, "portal", "init", "--from", facts, "--today", TODAY]
    made = subprocess.run(init, cwd=home, env=environment, capture_output=True, text=True, check=False)
    if made.returncode:
        return f"portal init: exit {made.returncode}: {made.stderr[-200:].strip()}"
    shutil.copytree(equal / ".reconciler", changed / ".reconciler")
    return ""
