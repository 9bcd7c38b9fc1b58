"""A short run of ``make kills``."""

from tests.faults.kills import lives

SEED = 20261125


def test_stopped_at_any_moment_the_report_is_true() -> None:
    """A few lives under real signals: nothing is lost, nothing doubled, and no sentence is untrue."""
    assert len(lives(4, SEED, at_once=1)) >= 4
