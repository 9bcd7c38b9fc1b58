"""Short runs of ``make fuzz``."""

from tests.hostile import manifest_fuzz, plan_fuzz

SEED = 20261125


def test_no_forged_plan_does_what_a_fresh_one_would_not() -> None:
    """Plan files with a right digest and changed content: no traceback, no hang, nothing that was not planned."""
    assert plan_fuzz.fuzz(60, SEED).total() == 60


def test_changed_manifests_are_answered() -> None:
    """Manifests with changed bytes and values: no traceback, no hang, and an exit that says what it is."""
    assert manifest_fuzz.fuzz(120, SEED).total() == 120
