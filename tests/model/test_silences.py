"""Silences of a manifest, each with its reason."""

from typing import Any

import pytest

from reconciler.model.address import Address
from reconciler.model.resource import Resource
from reconciler.model.silences import silences


@pytest.mark.parametrize(("written", "read"), [
    ("AUTH-3 (kein Mobiltelefon)", {"AUTH-3": "kein Mobiltelefon"}),
    ("AUTH-3 (a), GROUP-1 (b, c)", {"AUTH-3": "a", "GROUP-1": "b, c"}),
    ("AUTH-3, GROUP-1 (both)", {"AUTH-3": "both", "GROUP-1": "both"}),
    ("AUTH-3", {"AUTH-3": ""}), ("", {}), (None, {}),
])
def test_rules_and_reasons(written: Any, read: dict[str, str]):
    """A reason holds for all rules before it; none is an empty one."""
    resource = Resource(Address("workplace", "anna"), None, annotations={"reconciler/ignore": written})
    assert silences(resource) == read
    assert silences(None) == {}
