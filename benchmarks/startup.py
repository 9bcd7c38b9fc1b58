"""How long whole processes take, as multiples of a Python that does nothing: ``python -m benchmarks.startup``.

Both are measured in turn, so that a busy machine slows both; the best of each counts, by processor time.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import run

REPOSITORY = Path(__file__).resolve().parents[1]
NOTHING = ("-c", "pass")
OURS = ("-m", "reconciler")
ASKING = {"_RECONCILER_COMPLETE": "complete_bash", "COMP_CWORD": "3",
          "COMP_WORDS": "reconciler\nplan\n--target\nworkplace/a"}


class Case(NamedTuple):
    """A command line in a copy of an example, and how many seconds it should take on a quiet machine."""

    name: str
    argv: Sequence[str]
    example: str
    goal: float
    variables: Mapping[str, str] = {}


CASES = (
    Case("--version", (*OURS, "--version"), "start", 0.03),
    Case("--help", (*OURS, "--help"), "start", 0.15),
    Case("plan --help", (*OURS, "plan", "--help"), "start", 0.15),
    Case("completion of a name", OURS, "musterwerke", 0.15, ASKING),
    Case("validate, ten lines", (*OURS, "validate"), "start", 0.20),
    Case("plan, ten lines", (*OURS, "plan"), "start", 0.30),
    Case("plan, forty workplaces", (*OURS, "plan"), "musterwerke", 0.30),
)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=9)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {"PATH": os.environ.get("PATH", ""), "LANG": "C", "PYTHONPATH": str(REPOSITORY),
                       "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "RECONCILER_PORTAL_SECRET": "startup"}
        print(f"{'':<24} {'cpu':>6} {'wall':>6} {'× nothing':>10} {'goal':>6}")
        for case in CASES:
            there = _copy(case.example, folder, environment)
            nothing, ours = [], []
            for _ in range(times + 1):  # the first compiles
                nothing.append(run((sys.executable, *NOTHING), there, environment, 60))
                ours.append(run((sys.executable, *case.argv), there, {**environment, **case.variables}, 60))
            cpu, wall = min(one.cpu for one in ours[1:]), min(one.wall for one in ours[1:])
            ratio = cpu / min(one.cpu for one in nothing[1:])
            print(f"{case.name:<24} {cpu:6.3f} {wall:6.3f} {ratio:10.1f} {case.goal:6.2f}", flush=True)
    return 0


def _copy(example: str, folder: Path, environment: Mapping[str, str]) -> Path:
    there = folder / example
    if not there.exists():
        shutil.copytree(REPOSITORY / "examples" / example, there, ignore=shutil.ignore_patterns(".reconciler"))
        made = run((sys.executable, *OURS, "portal", "init", "--from", "portal", "--today", "2026-11-22"), there,
                   environment, 60)
        if made.code:
            raise SystemExit(made.said)
    return there


if __name__ == "__main__":
    sys.exit(main())
