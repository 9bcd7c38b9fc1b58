"""Whatever lies in the folder of manifests: it is read as written, or refused with the right rule and a place."""

import pytest

from reconciler.files.manifest import read_manifests
from reconciler.model.place import Place
from tests.hostile.cases import CASES, Case, lay

KINDS = ("Workplace", "Group")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_is_read_as_written_or_refused_with_the_right_rule(case: Case, tmp_path):
    """Each row of the table has exactly its breaches, each with a place; accepted values are unchanged."""
    lay(case, tmp_path / "manifests")
    documents, breaches, files = read_manifests(tmp_path, ["manifests"], KINDS)
    assert tuple(b.rule for b in breaches) == case.rules
    assert all(isinstance(b.place, Place) and b.place.file.isprintable() for b in breaches)
    if not case.rules:
        assert documents
        assert files
    for key, wanted in case.spec.items():
        assert documents[0].content["spec"][key] == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_place_lies_on_its_line(case: Case, tmp_path):
    """Line, column and width of a breach never reach beyond the line that is shown."""
    lay(case, tmp_path / "manifests")
    for breach in read_manifests(tmp_path, ["manifests"], KINDS)[1]:
        place = breach.place
        assert place
        assert place.line >= 1
        assert place.width >= 1
        if place.text:
            assert 1 <= place.column <= len(place.text) + 1
            assert place.column + place.width <= len(place.text) + 2
