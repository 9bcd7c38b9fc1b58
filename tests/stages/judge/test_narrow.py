"""Only what was asked for."""

import pytest

from reconciler.model.change import Action, Change, Diff
from reconciler.model.resource import State
from reconciler.model.selection import Selection
from reconciler.stages.judge.narrow import narrow
from tests.engine.values import ANNA, BERT, workplace

DIFF = Diff((Change(ANNA, Action.CREATE, "x", after=workplace()),
             Change(BERT, Action.DELETE, "x", before=workplace(BERT))), State(), State(), unchanged=7)


@pytest.mark.parametrize(("selection", "left"), [
    (Selection(), [ANNA, BERT]), (Selection(target=("anna",)), [ANNA]), (Selection(target=("workplace/b*",)), [BERT]),
    (Selection(exclude=("anna",)), [BERT]), (Selection(select=("team=sales",)), []),
])
def test_changes_of_what_fits(selection: Selection, left: list[object]):
    """By what is wished for, or by what is to go; all other figures stay."""
    found = narrow(DIFF, selection)
    assert [c.address for c in found.changes] == left
    assert found.unchanged == 7
