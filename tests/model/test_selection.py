"""What a run is about: patterns of addresses, and labels."""

import pytest

from reconciler.model.address import Address
from reconciler.model.resource import Resource
from reconciler.model.selection import Selection, matches

ANNA = Resource(Address("workplace", "anna"), None, labels={"team": "sales"})
BERT = Resource(Address("workplace", "bert"), None)


@pytest.mark.parametrize(("pattern", "fits"), [
    ("anna", True), ("a*", True), ("workplace/anna", True), ("workplace/*", True), ("group/*", False), ("Anna", False),
])
def test_patterns_fit_the_address_or_the_name(pattern: str, fits: bool):
    """As in a shell, and capitals matter."""
    assert matches(ANNA.address, (pattern,)) is fits


@pytest.mark.parametrize(("selection", "fits"), [
    (Selection(), [True, True]), (Selection(("a*",)), [True, False]), (Selection(exclude=("a*",)), [False, True]),
    (Selection(select=("team=sales",)), [True, False]), (Selection(("*",), ("b*",), ("team=sales",)), [True, False]),
    (Selection(select=("team=sales", "floor=2")), [False, False]),
])
def test_all_that_is_asked_for_must_fit(selection: Selection, fits: list[bool]):
    """One target, no exclusion, every label."""
    assert [selection.fits(one) for one in (ANNA, BERT)] == fits


@pytest.mark.parametrize(("selection", "missed"), [
    (Selection(("anna",)), ()), (Selection(("anna", "zoe")), ("--target zoe",)),
    (Selection(("bert",), select=("team=sales",)), ("--target bert --select team=sales",)),
    (Selection(), ()),
])
def test_what_fits_nothing_is_told_as_it_was_written(selection: Selection, missed: tuple[str, ...]):
    """Each part alone; all of them where only together they leave nothing."""
    assert selection.misses([ANNA, BERT]) == missed
