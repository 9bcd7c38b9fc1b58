"""What others refer to inside a resource, and what of a body is nobody's business but ours."""

from typing import Any

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.marks import Ours, WriteOnce
from reconciler.model.offers import handed_over, offers_less
from reconciler.model.own import without

KINDS = all_kinds()
BLOCK = {"base": "+492286380", "first": "00", "last": "99", "group": "bonn"}


@pytest.mark.parametrize(("kind", "before", "after", "less", "others"), [
    ("group", {"departments": [{"name": "a"}, {"name": "b"}]}, {"departments": [{"name": "b"}]}, True, False),
    ("group", {"departments": [{"name": "b"}]}, {"departments": [{"name": "a"}, {"name": "b"}]}, False, False),
    ("group", {"departments": [{"name": "a"}]}, {"departments": [{"name": "a", "was": "b"}]}, False, False),
    ("group", {"displayName": "Bonn"}, {"displayName": "Bonn II"}, False, False),
    ("numberblock", BLOCK | {"extendedBy": 2}, BLOCK | {"extendedBy": 1}, True, False),
    ("numberblock", BLOCK | {"extendedBy": 1}, BLOCK | {"extendedBy": 2}, False, False),
    ("numberblock", BLOCK, BLOCK | {"group": "koeln"}, True, True),
    ("company", {"packages": ["a", "b"]}, {"packages": ["a"]}, True, False),
])
def test_what_is_offered(kind: str, before: dict[str, Any], after: dict[str, Any], less: bool, others: bool):
    """Fewer elements, a smaller count, another holder: that is less; only another holder hands all of it over."""
    found = KINDS[kind]
    assert offers_less(found, found.read(before), found.read(after)) is less
    assert handed_over(found, found.read(before), found.read(after)) is others


def test_a_body_without_what_is_ours():
    """What steers the tool is left out at any depth, what is sent once only where that is asked."""
    group = KINDS["group"].read({"departments": [{"name": "sales", "was": "vertrieb"}], "displayName": "Bonn"})
    assert without(group, (Ours,)) == KINDS["group"].read({"departments": [{"name": "sales"}], "displayName": "Bonn"})
    anna = KINDS["workplace"].read({"activationDate": "2026-12-24"})
    assert without(anna, (Ours,)) is anna
    assert without(anna, (Ours, WriteOnce)) == KINDS["workplace"].read({})
