"""The real program is killed at any moment, its journal lost, and run again: everything exists once."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.office import seat
from tests.engine.documents import together

REPOSITORY = Path(__file__).parents[2]
SEED = 20261122
SEATS = 12
KILLS = 6


def tool(workspace: Path, *line: str, holder: str = "the same pipeline") -> subprocess.Popen[str]:
    """One run of the real program; a pipeline that runs again holds the lease of its run that was killed."""
    command = [sys.executable, "-m", "reconciler", *line]
    environment = {**os.environ, "RECONCILER_HOLDER": holder, "PYTHONPATH": str(REPOSITORY)}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=workspace, env=environment, stdout=pipe, stderr=pipe, text=True)


def finished(workspace: Path, *line: str) -> str:
    """What a run says that is left alone."""
    process = tool(workspace, *line)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out


def workspace_of(folder: Path) -> Path:
    """The small example with a dozen new workplaces, and a plan file for them."""
    workspace = folder / "office"
    left_out = shutil.ignore_patterns(".reconciler", "expected")
    shutil.copytree(REPOSITORY / "examples" / "start", workspace, ignore=left_out)
    seats = together(seat(f"seat.{n}", f"{n}") for n in range(10, 10 + SEATS))
    (workspace / "manifests" / "workplaces.yaml").write_text(seats)
    finished(workspace, "portal", "init", "--from", "portal", "--today", "2026-11-22")
    finished(workspace, "plan", "--out", "plan.json")
    return workspace


def test_killed_at_any_moment_each_order_exists_once(tmp_path: Path) -> None:
    """SIGKILL in the middle of apply, journal deleted, the same plan file again: a dozen positions, none twice."""
    workspace = workspace_of(tmp_path)
    chance = random.Random(SEED)

    for _ in range(KILLS):
        process = tool(workspace, "apply", "plan.json")
        time.sleep(chance.uniform(0.25, 0.9))
        process.kill()
        process.communicate()
        (workspace / ".reconciler" / "journal.jsonl").unlink(missing_ok=True)
    finished(workspace, "apply", "plan.json")
    finished(workspace, "apply", "plan.json")

    positions = json.loads(finished(workspace, "cart", "--output", "json"))["positions"]
    addresses = [p["address"] for p in positions]
    assert sorted(set(addresses)) == sorted(addresses), f"seed {SEED}"
    assert len(addresses) == SEATS, f"seed {SEED}"
    assert {p["state"] for p in positions} == {"in-cart"}


def test_two_at_once_one_wins(tmp_path: Path) -> None:
    """Two runs of the same plan at the same time: nothing twice, and who did not write says so by 6."""
    workspace = workspace_of(tmp_path)

    runs = [tool(workspace, "apply", "plan.json", holder=f"person {n}") for n in range(3)]
    codes = []
    for process in runs:
        process.communicate(timeout=60)
        codes.append(process.returncode)

    assert 0 in codes
    assert set(codes) <= {0, 6}
    positions = json.loads(finished(workspace, "cart", "--output", "json"))["positions"]
    assert len({p["address"] for p in positions}) == len(positions) == SEATS
