"""Activation dates that their orders come too late for."""

from datetime import date

import pytest

from reconciler.stages.judge.overdue import overdue
from tests.engine.values import ANNA, KINDS, SOON, TODAY, carted


@pytest.mark.parametrize(("verb", "written", "rules"), [
    ("activate", TODAY, ["DATE-1"]), ("activate", SOON, []), ("activate", None, []), ("change", TODAY, []),
])
def test_too_late(verb: str, written: date | None, rules: list[str]):
    """A day that somebody wrote and that passes before the order can be queued; what lies in the cart was in time."""
    order = carted(ANNA, verb, **{"activationDate": written.isoformat()} if written else {})
    assert [b.rule for b in overdue([(SOON, order)], KINDS)] == rules
