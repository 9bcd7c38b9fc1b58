"""What each stage of a plan costs: microseconds a workplace, and its share.

    python -m benchmarks.stages 10000 [--shape packed] [--changed] [--runs 3] [--collector]

One process a stage and run: it does all that comes before, then times the one. The garbage collector is as the
tool has it (off); with `--collector` it stays on, to show what that is worth.
"""

import argparse
import gc
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import reconciler.drivers.local  # noqa: F401 - the tool imports it late; here that is no stage's time
from benchmarks import ours, run
from benchmarks.company import SHAPES
from benchmarks.peers import HOME
from reconciler.model.plan import Plan
from reconciler.model.planned import Planned
from reconciler.model.report import Head, Report
from reconciler.model.rule import Facts
from reconciler.stages.judge.check import check
from reconciler.stages.judge.compare import compare
from reconciler.stages.judge.tell import tell
from reconciler.stages.order.expand import expand
from reconciler.stages.order.lower import lower
from reconciler.stages.order.schedule import schedule
from reconciler.stages.outlook.foretell import foretell
from reconciler.stages.wish.interpret import interpret
from reconciler.stages.wish.project import project
from reconciler.stages.wish.settle import settle
from reconciler.views.human import render
from reconciler.views.view import Options
from reconciler.workspace.kit import load_kit
from reconciler.workspace.place import place_in_file
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from reconciler.workspace.wishes import read_wishes

Values = SimpleNamespace


def parse(on: Values) -> None:
    on.wishes = read_wishes(on.workspace)


def portal(on: Values) -> None:
    on.observation = connect(on.workspace, on.kit).observe()


def projected(on: Values) -> None:
    on.before = project(on.observation, on.kit.kinds)


def interpreted(on: Values) -> None:
    on.reading = interpret(on.wishes.documents, on.kit.kinds, on.before)


def settled(on: Values) -> None:
    on.wished = settle(on.reading.state, on.before, on.kit.kinds, on.observation.today).state


def compared(on: Values) -> None:
    on.diff = compare(on.wished, on.before, on.kit.kinds, (), delete_unmanaged=False)


def checked(on: Values) -> None:
    facts = Facts(after=on.diff.after, before=on.before, today=on.observation.today, diff=on.diff, wished=on.wished,
                  mail_domains=on.workspace.settings.policy.mail_domains)
    on.breaches = check(facts, on.kit.rules.values(), on.reading.unread)


def told(on: Values) -> None:
    on.findings = tell(on.breaches, on.kit.rules, on.wished, place_in_file)


def scheduled(on: Values) -> None:
    steps = expand(on.diff, on.observation, on.kit.kinds)
    planned = schedule(steps, on.diff, on.kit.kinds, on.observation.today)
    on.waves = lower(planned.waves, on.observation, on.kit.kinds)


def foretold(on: Values) -> None:
    on.consequences = foretell(on.diff, on.waves, on.kit.kinds)


def viewed(on: Values) -> None:
    plan = Plan(on.observation.today, on.diff.changes, on.waves, (), on.diff.unchanged)
    planned = Planned(plan, on.findings, len(on.wishes.documents), commitments=on.consequences.commitments,
                      indirect=on.consequences.indirect)
    render(Report(Head("plan", as_of=plan.as_of), planned.sections), Options())


STAGES: dict[str, Callable[[Values], None]] = {
    "read and parse": parse, "portal read": portal, "project": projected, "interpret": interpreted, "settle": settled,
    "compare": compared, "rules": checked, "findings": told, "schedule, orders": scheduled,
    "consequences": foretold, "view": viewed,
}
"""In the order of `reconciler.planning.draft`; each takes what those before have left, and leaves its own."""


def timed(folder: Path, wanted: str, *, collector: bool) -> float:
    """Seconds of CPU of one stage, after all that come before it."""
    if not collector:
        gc.disable()
    on = SimpleNamespace(kit=load_kit(), workspace=open_workspace(folder))
    for name, do in STAGES.items():
        start = time.process_time()
        do(on)
        seconds = time.process_time() - start
        if name == wanted:
            return seconds
    raise SystemExit(f"no such stage: {wanted}")


def _process(folder: Path, name: str, *, collector: bool) -> float:
    argv = [sys.executable, "-m", "benchmarks.stages", "--folder", str(folder), "--stage", name]
    ended = subprocess.run(argv + ["--collector"] * collector, cwd=ours.REPOSITORY, env=run.ENVIRONMENT,
                           capture_output=True, text=True, check=False)
    if ended.returncode:
        raise SystemExit(f"{name}: {ended.stderr.strip()[-400:]}")
    return float(ended.stdout)


def show(folder: Path, n: int, runs: int, *, collector: bool) -> None:
    """Measure every stage and print one line each."""
    costs = {name: statistics.median(_process(folder, name, collector=collector) for _ in range(runs))
             for name in STAGES}
    total = sum(costs.values())
    print(f"{'stage':<18}{'us/workplace':>13}{'share':>8}")
    for name, seconds in costs.items():
        print(f"{name:<18}{seconds / n * 1e6:>13.1f}{seconds / total:>8.0%}")
    print(f"{'all':<18}{total / n * 1e6:>13.1f}{'':>8}   {total:.2f} s of CPU for {n}, without the start")


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("n", type=int, nargs="?", default=10_000)
    ask.add_argument("--shape", choices=SHAPES, default="packed")
    ask.add_argument("--changed", action="store_true", help="1 %% of the manifests differ from the portal")
    ask.add_argument("--runs", type=int, default=3)
    ask.add_argument("--collector", action="store_true", help="leave the garbage collector on")
    ask.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    ask.add_argument("--stage", help=argparse.SUPPRESS)
    args = ask.parse_args()
    if args.stage:
        print(timed(args.folder, args.stage, collector=args.collector))
        return
    home = HOME / "stages"
    shutil.rmtree(home, ignore_errors=True)
    ours.snapshot(run.CODE)
    if note := ours.prepare(home, args.n, args.shape, run.ENVIRONMENT):
        raise SystemExit(note)
    show(home / ("changed" if args.changed else "equal"), args.n, args.runs, collector=args.collector)
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
