"""What calls are blocked differently by, in one word."""

import pytest

from reconciler.model.address import Address
from reconciler.model.consequences import Blocking

RANGES = {"outgoing": ("+49900",)}


@pytest.mark.parametrize(("opens", "blocks", "effect"), [
    (RANGES, {}, "widened"), ({}, RANGES, "tightened"), (RANGES, {"incoming": ("+49137",)}, "changed"),
])
def test_the_effect_of_a_blocking(opens: dict[str, tuple[str, ...]], blocks: dict[str, tuple[str, ...]], effect: str):
    """Less is blocked, more, or both."""
    assert Blocking(Address("group", "bonn"), "old", "new", opens, blocks).effect == effect
