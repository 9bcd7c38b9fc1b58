"""Files that are named after people, and the kinds that are."""

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.marks import Personal
from reconciler.model.people import NAMED, folders_of_people


def test_kinds_that_are_people_say_so():
    """The mark at the kind, and nothing else, makes a name one that is redacted."""
    assert {kind.key for kind in all_kinds().values() if kind.mark(Personal)} == NAMED


@pytest.mark.parametrize(("file", "folders"), [
    ("manifests/people/anna.adler.yaml", {"manifests/people"}),
    ("manifests/people/adler-anna.yml", {"manifests/people"}),
    ("manifests/annaadler/workplace.yaml", {"manifests"}),
    ("manifests/adleranna.yaml", {"manifests"}),
    ("manifests/sales.yaml", set()),
])
def test_folders_in_which_files_are_people(file: str, folders: set[str]):
    """By the parts of the name, in any order and spelling."""
    assert folders_of_people([(file, Address("workplace", "anna.adler"))]) == folders
    assert folders_of_people([(file, Address("group", "anna.adler"))]) == set()
