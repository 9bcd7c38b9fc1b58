"""Activation dates that cannot be changed any more."""

from datetime import date

import pytest

from reconciler.model.resource import Life, State
from reconciler.stages.judge.fixed import fixed
from tests.engine.values import KINDS, SOON, TODAY, workplace


@pytest.mark.parametrize(("life", "written", "rules"), [
    (Life("ordered", SOON), TODAY, ["DATE-2"]), (Life("ordered", SOON), SOON, []), (Life("ordered", SOON), None, []),
    (Life("active", SOON), TODAY, []), (Life("in-cart", SOON), TODAY, []),
])
def test_ordered_for_another_day(life: Life, written: date | None, rules: list[str]):
    """Only what was bought, and is not active yet, has a day that nobody can change."""
    wish = workplace(activationDate=written.isoformat() if written else None)
    assert [b.rule for b in fixed(State([wish]), State([workplace(life=life)]), KINDS)] == rules
