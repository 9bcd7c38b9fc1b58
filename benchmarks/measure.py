"""One whole process, measured: time, processor time, memory, and what it said."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

TAIL = 64 * 1024
"""Bytes of the output that are looked at: its end."""


class Sample(NamedTuple):
    """One run. Seconds of the clock; user and system seconds; MiB at the peak; the share of the machine that
    other guests took meanwhile; the exit code (negative: ended by a signal); the end of what was printed.
    """

    wall: float
    cpu: float
    memory: float
    stolen: float
    code: int
    said: str


def run(argv: Sequence[str | Path], folder: Path, environment: Mapping[str, str], limit: float) -> Sample:
    """Run to its end, or to the limit in seconds.

    Memory is that of the largest single process, and not under what the caller itself holds: a child begins
    as its parent's copy. So the caller stays small and has its inputs made by other processes.
    """
    log = folder / ".output"
    with log.open("wb") as out:
        before, start = _ticks(), time.perf_counter()
        child = subprocess.Popen(argv, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out,
                                 stderr=subprocess.STDOUT, start_new_session=True)
        alarm = threading.Timer(limit, os.killpg, (child.pid, signal.SIGKILL))
        alarm.start()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        alarm.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
    after = _ticks()
    stolen = (after[0] - before[0]) / max(1, after[1] - before[1])
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, stolen, child.returncode,
                  _end_of(log))


def _ticks() -> tuple[int, int]:
    """What the machine's processors were kept from by other guests, and all ticks; zeros where unknown."""
    try:
        line = Path("/proc/stat").read_text().split("\n", 1)[0]
    except OSError:
        return 0, 0
    user, nice, system, idle, waiting, irq, softirq, stolen = map(int, line.split()[1:9])
    return stolen, user + nice + system + idle + waiting + irq + softirq + stolen


def _end_of(log: Path) -> str:
    with log.open("rb") as read:
        read.seek(max(0, log.stat().st_size - TAIL))
        return read.read().decode(errors="replace")
