"""A short run of ``make kills``."""

import signal
from pathlib import Path
from subprocess import TimeoutExpired

import pytest

from tests.faults.kills import company, lives, start

SEED = 20261125


def test_stopped_at_any_moment_the_report_is_true() -> None:
    """A few lives under real signals: nothing is lost, nothing doubled, and no sentence is untrue."""
    assert len(lives(4, SEED, at_once=1)) >= 4


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_heard_wherever_the_lives_are_started(tmp_path: Path, number: signal.Signals) -> None:
    """Behind a shell in the background SIGINT is ignored, behind nohup SIGHUP; the program stops nevertheless."""
    there = company(tmp_path)
    before = signal.signal(number, signal.SIG_IGN)
    try:
        process = start(there, "apply", "plan.json")
    finally:
        signal.signal(number, before)
    while process.poll() is None:
        process.send_signal(number)
        try:
            process.communicate(timeout=0.05)
        except TimeoutExpired:
            continue
    assert process.returncode in {7, 130, -number}
