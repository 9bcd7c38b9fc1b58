"""What was chosen and is not there, with what was probably meant."""

import pytest

from reconciler.model.selection import Selection
from reconciler.stages.judge.missed import missed
from tests.engine.values import ANNA, BERT, workplace

THERE = (workplace(), workplace(BERT))


@pytest.mark.parametrize(("selection", "near"), [
    (Selection(target=("workplace/ana",)), ANNA), (Selection(target=("wrkplace/bert",)), BERT),
    (Selection(exclude=("berta",)), BERT), (Selection(target=("zacharias",)), None),
    (Selection(target=("workplace/x*",)), None), (Selection(select=("team=anna",)), None),
])
def test_the_nearest_address(selection: Selection, near: object):
    """Of an address or a name; a pattern with a wildcard and a label are like nobody."""
    (breach,) = missed(selection, THERE)
    assert breach.rule == "CHOICE-1"
    assert (breach.help.en if breach.help else None) == (f"Probably {near} is meant." if near else None)


def test_what_fits_is_silent():
    """All that was chosen is there."""
    assert not [*missed(Selection(target=("workplace/a*", "bert")), THERE)]
