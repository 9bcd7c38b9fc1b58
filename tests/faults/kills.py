"""Real signals at the real command line: companies of many due orders whose runs are stopped at any moment.

    python -m tests.faults.kills --signals 800 --seed 1

A life: apply is started and stopped until it ends by itself, then order likewise. After every stop the exit code and
the report are compared with the portal's books. Each life prints its seed; the same seed sends the same signals after
the same times, though not into the same instruction.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.cli.command import ENVIRONMENT, REPOSITORY
from tests.cli.office import office, seat

UNCHANGED = {1, 2, 3, 4, 5, 6, 64, 130}
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
JOINERS, MOVERS = 48, 16
MOST_STOPS = 12
"""In one life and command; then it is left alone."""


class Books(NamedTuple):
    """What the portal holds: references that took effect, and the states of positions."""

    refs: frozenset[str]
    states: dict[str, str]


class Stop(NamedTuple):
    """A run that got a signal: what it was, and what it came to."""

    command: str
    number: signal.Signals
    code: int


Ended = tuple[Stop, Any, str]
"""A stop, its report where there is one, and its last words."""


def company(folder: Path) -> Path:
    """A workspace with 64 orders that are due: joiners into the cart, numbers that change at once."""
    there = [seat(f"mover.nr{n}", f"{n}") for n in range(80, 80 + MOVERS)]
    wished = [seat(f"mover.nr{n}", f"{n}", "language: de", f"directoryMobile: +49 170 99999{n}")
              for n in range(80, 80 + MOVERS)]
    wished += [seat(f"joiner.nr{n}", f"{n}") for n in range(11, 11 + JOINERS)]
    workspace = office(folder, there, wished)
    settings = workspace / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("policy: {", "policy: {limits: {updates: 100%}, "))
    done = run(workspace, "plan", "--out", "plan.json")
    if done.returncode:
        raise AssertionError(done.stderr)
    return workspace


HEARING = ("import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
           "[signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTERM, signal.SIGHUP)]; "
           "runpy.run_module('reconciler', run_name='__main__', alter_sys=True)")
"""The program as a person starts it: what a shell in the background or nohup leaves ignored is heard again."""


def start(folder: Path, *line: str) -> subprocess.Popen[str]:
    """The real program."""
    environment = {**ENVIRONMENT, "PYTHONPATH": str(REPOSITORY), "RECONCILER_HOLDER": "the same pipeline"}
    return subprocess.Popen([sys.executable, "-c", HEARING, *line], cwd=folder, env=environment, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)


def run(folder: Path, *line: str) -> subprocess.CompletedProcess[str]:
    """The real program, left alone."""
    process = start(folder, *line)
    out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(line, process.returncode, out, err)


def books(there: Path, refs: frozenset[str]) -> Books:
    """The portal as it is, asked without the tool."""
    portal = connect(open_workspace(there), load_kit())
    found = Books(frozenset(r for r in refs if portal.find(r)), {p.ref: p.state for p in portal.positions()})
    portal.close()
    return found


def life(model: Path, folder: Path, seed: int) -> list[Stop]:
    """One company from plan to order under signals; raises AssertionError with the seed where something is untrue."""
    chance = random.Random(seed)
    there = shutil.copytree(model, folder / f"life-{seed}")
    plan = json.loads((there / "plan.json").read_text())
    refs = frozenset(o["ref"] for o in plan["waves"][0]["orders"])
    stops: list[Stop] = []
    for line in (("apply", "plan.json"), ("order", "plan.json", "--yes")):
        for _ in range(MOST_STOPS):
            before = books(there, refs)
            stop, report, said = _stopped(there, line, chance)
            stops.append(stop)
            where = f"seed {seed}: {line[0]} {stop.number.name} → {stop.code} ({said.strip()})"
            _assert_true(where, stop, report, before, books(there, refs))
            if stop.code == 0:
                break
        last = run(there, *line)
        if last.returncode:
            raise AssertionError(f"seed {seed}: {line[0]} does not end: {last.stderr}")
    after = books(there, refs)
    if after.refs != refs or set(after.states.values()) != {"ordered"} or len(after.states) != JOINERS:
        raise AssertionError(f"seed {seed}: the books are not what was planned: {Counter(after.states.values())}")
    shutil.rmtree(there)
    return stops


def _stopped(there: Path, line: tuple[str, ...], chance: random.Random) -> Ended:
    process = start(there, *line, "--output", "json")
    number = chance.choice(STOPS)
    time.sleep(chance.uniform(0.2, 1.8))
    process.send_signal(number)
    if chance.random() < 0.3 and number is not signal.SIGKILL:  # an impatient person
        time.sleep(chance.uniform(0, 0.05))
        process.send_signal(chance.choice((signal.SIGINT, signal.SIGTERM)))
    out, err = process.communicate(timeout=120)
    if "Traceback" in err:
        raise AssertionError(err)
    try:
        report = json.loads(out)
    except ValueError:
        report = None
    return Stop(line[0], number, process.returncode), report, err


def _assert_true(where: str, stop: Stop, report: Any, before: Books, after: Books) -> None:
    """What was said is what the books hold."""
    early = {-int(s) for s in STOPS[:3]}  # before the program has begun, or so late that it has nothing to say
    problems = {
        "something was changed": stop.code in UNCHANGED | early and after != before,
        "an exit that nobody knows": stop.code not in {0, 7, 8, -int(signal.SIGKILL)} | UNCHANGED | early,
        "no report": report is None and stop.code in {0, 7, 8},
        "the report has another exit": report is not None and stop.code >= 0 and report["exit"] != stop.code,
        "not bought": (stop.command, stop.code) == ("order", 0) and set(after.states.values()) != {"ordered"},
    }
    if stop.command == "apply" and report is not None and stop.code != 130:
        states = {o["ref"]: o["state"] for wave in report["waves"][:1] for o in wave["orders"]}
        told = {r for r, s in states.items() if s in {"done", "already-present"}}
        unsent = {r for r, s in states.items() if s in {"not-tried", "rejected", "skipped"}}
        counts = report["counts"]
        problems["told as done, and is not"] = not told <= after.refs
        problems["told as not done, and is"] = bool(unsent & after.refs)
        problems["the counts do not add up"] = 2 * counts["planned"] != sum(counts.values())
    if any(problems.values()):
        raise AssertionError(f"{where}: {', '.join(name for name, true in problems.items() if true)}")


def lives(count: int, seed: int, *, at_once: int) -> list[Stop]:
    """As many lives as it takes to send so many signals."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        model = company(folder)
        stops: list[Stop] = []
        with ThreadPoolExecutor(at_once) as pool:
            while len(stops) < count:
                seeds = range(seed, seed + at_once)
                seed += at_once
                for one, sent in zip(seeds, pool.map(lambda s: life(model, folder, s), seeds), strict=True):
                    sys.stdout.write(f"seed {one}: {len(sent)} signals\n")
                    sys.stdout.flush()
                    stops += sent
        return stops


def main() -> None:
    """Run as many lives as it takes, and print what came of the signals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--signals", type=int, default=800)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    stops = lives(options.signals, options.seed, at_once=os.cpu_count() or 1)
    for (command, number, code), count in sorted(Counter(stops).items()):
        sys.stdout.write(f"{command:<6} {number.name:<8} exit {code:>4}: {count}\n")
    sys.stdout.write(f"{len(stops)} signals, {JOINERS + MOVERS} due orders a company, 0 untrue\n")


if __name__ == "__main__":
    main()
