"""Measures our commands and the other tools side by side and says which goals are met.

    python -m benchmarks.run                                    # 1,000 and 10,000, the usual shape
    python -m benchmarks.run --sizes 1000,10000,100000 --shapes all --runs 3 --json figures.json
    python -m benchmarks.run --peers none --runs 5              # only ours

Whole processes, in rounds: in each, everything of one size runs once, so that a slow minute of the machine
touches all. What a run said is looked at: one that said something wrong does not count. See README.md.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import goals, ours, table
from benchmarks.company import SHAPES
from benchmarks.measure import Sample, run
from benchmarks.peers import HOME, PEERS, Peer, install

WORK, CODE = HOME / "work", HOME / "code"
USUAL = "packed"
LIMIT, ENOUGH, STARTS = 900, 90, 7
"""Seconds that one run may take; that all runs of a cell take before no other is begun; runs of a start."""

ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": str(HOME), "LANG": "C.UTF-8", "NO_COLOR": "1", "CI": "1",
               "PYTHONPATH": str(CODE)}


@dataclass
class Cell:
    """One row to be: a command on one input. ``note`` says why it does not count."""

    tool: str
    name: str
    job: str
    unit: str
    n: int
    shape: str
    argv: list[str]
    folder: Path
    codes: tuple[int, ...] = (0,)
    says: str = ""
    note: str = ""
    samples: list[Sample] = field(default_factory=list)

    def measure(self) -> None:
        """Run once more, unless it is known to fail or has had its time."""
        if self.note or sum(s.wall for s in self.samples) > ENOUGH:
            return
        sample = run(self.argv, self.folder, ENVIRONMENT, LIMIT)
        if sample.code not in self.codes:
            self.note = f"exit {sample.code}: {sample.said[-160:].strip()!r}"
        elif not re.search(self.says, sample.said):
            self.note = f"did not say {self.says!r}"
        self.samples.append(sample)
        print(f"  {self.tool} {self.name} {self.n or ''} {self.shape}: {sample.wall:.2f} s {self.note}",
              file=sys.stderr, flush=True)

    def row(self) -> dict[str, Any]:
        """Medians of all runs, as plain values."""
        row = {"tool": self.tool, "name": self.name, "job": self.job, "unit": self.unit, "n": self.n,
               "shape": self.shape, "note": self.note, "runs": len(self.samples)}
        for figure in ("wall", "cpu", "memory", "stolen"):
            all_runs = [getattr(s, figure) for s in self.samples]
            row[figure] = statistics.median(all_runs) if all_runs else None
        row["walls"] = [round(s.wall, 3) for s in self.samples]
        return row


def _starts() -> Iterator[Cell]:
    WORK.mkdir(parents=True)
    for command in ours.COMMANDS:
        if command.job == "start":
            argv = [*ours.RECONCILER, *command.argv]
            yield Cell("ours", command.name, command.job, "", 0, "", argv, WORK, command.codes, command.says)


def _ours(n: int, shapes: list[str]) -> Iterator[Cell]:
    for shape in shapes:
        home = WORK / f"ours-{n}-{shape}"
        note = ours.prepare(home, n, shape, ENVIRONMENT)
        for c in ours.COMMANDS:
            if c.job != "start":
                folder = home / c.where
                argv = [*ours.RECONCILER, "-C", str(folder), *c.argv]
                reason = "" if c.where == "bare" else note
                yield Cell("ours", c.name, c.job, ours.UNIT, n, shape, argv, folder, c.codes, c.pattern(n), reason)


def _peers(n: int, peers: list[Peer]) -> Iterator[Cell]:
    for peer in peers:
        program, folder = peer.program(), WORK / f"{peer.name}-{n}"
        if n > peer.most:
            continue
        cell = Cell(peer.name, "", peer.job, peer.unit, n, "", [str(program), *peer.argv[1:]], folder, says=peer.says)
        if program is None:
            cell.note = "not on this machine"
        else:
            folder.mkdir(parents=True)
            make = [sys.executable, "-m", "benchmarks.peers", peer.name, str(n), str(folder)]
            subprocess.run(make, cwd=ours.REPOSITORY, env=ENVIRONMENT, check=True)
        yield cell


def _measure(cells: list[Cell], runs: int) -> list[dict[str, Any]]:
    for _ in range(runs):
        for cell in cells:
            cell.measure()
    shutil.rmtree(WORK)
    return [cell.row() for cell in cells]


def _arguments() -> argparse.Namespace:
    ask = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", default="1000,10000", help="numbers of workplaces")
    ask.add_argument("--shapes", default=USUAL, help=f"all, or some of {', '.join(SHAPES)}")
    ask.add_argument("--peers", default="all", help=f"all, none, or some of {', '.join(p.name for p in PEERS)}")
    ask.add_argument("--runs", type=int, default=3, help="rounds")
    ask.add_argument("--json", type=Path, help="also write the rows and the goals here")
    return ask.parse_args()


def main() -> None:
    args = _arguments()
    shapes = list(SHAPES) if args.shapes == "all" else args.shapes.split(",")
    if unknown := set(shapes) - set(SHAPES):
        raise SystemExit(f"no such shape: {', '.join(sorted(unknown))}")
    peers = [p for p in PEERS if args.peers == "all" or p.name in args.peers.split(",")]
    if peers:
        install()
    shutil.rmtree(WORK, ignore_errors=True)
    ours.snapshot(CODE)
    rows = _measure(list(_starts()), max(args.runs, STARTS))
    for n in map(int, args.sizes.split(",")):
        rows += _measure([*_ours(n, shapes), *_peers(n, peers)], args.runs)
    judged = goals.judge(rows)
    print(table.of(rows), goals.listed(judged), sep="\n\n")
    if args.json:
        args.json.write_text(json.dumps({"rows": rows, "goals": judged}, indent=1))


if __name__ == "__main__":
    main()
