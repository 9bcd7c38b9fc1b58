"""A short run of the fuzz of plan files."""

from tests.hostile.plan_fuzz import fuzz

CASES, SEED = 60, 20261125


def test_no_forged_plan_does_what_a_fresh_one_would_not() -> None:
    """Plan files with a right digest and changed content: no traceback, no hang, nothing that was not planned."""
    assert fuzz(CASES, SEED).total() == CASES
