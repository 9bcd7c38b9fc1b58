"""Deletions of the protected that nothing here can stop."""

from dataclasses import replace

import pytest

from reconciler.model.address import Address
from reconciler.model.change import Action, Change
from reconciler.model.position import Position
from reconciler.stages.judge.warn import warn
from tests.engine.values import ANNA, TODAY, diff, workplace

GOING = Position("p", ANNA, "delete", state="in-cart", ours=False)


@pytest.mark.parametrize(("position", "patterns", "leaving", "told"), [
    (GOING, ["anna"], [], 1), (replace(GOING, state="ordered", ordered_on=TODAY), ["anna"], [], 1),
    (GOING, ["bert"], [], 0), (GOING, ["anna"], [ANNA], 0), (replace(GOING, state="done"), ["anna"], [], 0),
    (replace(GOING, verb="cancel"), ["anna"], [], 0),
])
def test_who_stays_protected_in_vain(position: Position, patterns: list[str], leaving: list[Address], told: int):
    """A deletion that is open and not bought here; a guard stops the others."""
    found = list(warn(diff((workplace(),)), patterns, [position], leaving, TODAY))
    assert [b.rule for b in found] == ["CART-5"] * told


def test_the_manifest_protects_too():
    """``protect: true`` of the wish that the portal will not keep."""
    change = Change(ANNA, Action.REPLACE, "leaving", before=workplace(), after=workplace(protect=True))
    found = list(warn(replace(diff((workplace(),)), changes=(change,)), [], [GOING], [], TODAY))
    assert [b.rule for b in found] == ["CART-5"]
