"""A plan: what is due, what it says nothing of, and what its orders are steps of."""

from dataclasses import replace
from datetime import date

import pytest

from reconciler.model.address import Address
from reconciler.model.change import Action, Change
from reconciler.model.order import Order
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.resource import Resource
from reconciler.model.text import NOTHING

TODAY, LATER = date(2026, 11, 30), date(2026, 12, 1)
ANNA, BERT, BONN, WAS = (Address.parse(a) for a in ("workplace/anna", "workplace/bert", "group/bonn", "group/rhein"))


def order(address: Address, verb: str = "update", *paths: str) -> Order:
    """An order that sets these paths."""
    return Order("o1-1", "direct", verb, address, body=dict.fromkeys(paths, "x"))


def plan(*waves: tuple[date, Order], changes: tuple[Change, ...] = ()) -> Plan:
    """A plan with one order a wave."""
    return Plan(TODAY, changes, tuple(Wave(day, (one,)) for day, one in waves))


@pytest.mark.parametrize(("found", "due"), [
    (plan(), 0), (plan((TODAY, order(ANNA)), (LATER, order(BERT))), 1), (plan((LATER, order(ANNA))), 0),
])
def test_what_is_due(found: Plan, due: int):
    """The first wave, if its day has come."""
    assert len(found.due) == due


def test_an_empty_plan():
    """Nothing to be done; a guard that stops it is something."""
    blocked = Blocked(ANNA, "delete", "REF-1", NOTHING, NOTHING)
    assert plan().empty
    for more in ({"blocked": (blocked,)}, {"refused": ("deletes",)}, {"waves": (Wave(LATER, ()),)}):
        assert not replace(plan(), **more).empty


@pytest.mark.parametrize(("action", "verb", "step"), [
    (Action.REPLACE, "delete", True), (Action.REPLACE, "activate", True), (Action.REPLACE, "book", False),
    (Action.UPDATE, "activate", False),
])
def test_steps_of_a_replace(action: Action, verb: str, step: bool):
    """What ends the one and begins the other."""
    change = Change(ANNA, action, "differs")
    known = plan(changes=(change,)).known
    assert known.replaces(order(ANNA, verb)) == (change if step else None)
    assert known.replaces(order(BERT, verb)) is None


def test_what_is_changed_in_two_steps():
    """A field that two updates of one resource set."""
    found = plan((TODAY, order(ANNA, "update", "number", "group")), (LATER, order(ANNA, "update", "number")),
                 (LATER, order(BERT, "update", "group")))
    assert found.known.stepwise == {(ANNA, "number")}


def test_changes_that_nothing_tells_of():
    """Neither an order nor a blocked row; a renamed one is told of under its former name, too."""
    renamed = Change(BONN, Action.UPDATE, "renamed", before=Resource(WAS, None), after=Resource(BONN, None))
    changes = (Change(ANNA, Action.UPDATE, "differs"), Change(BERT, Action.DELETE, "not-wished"), renamed)
    found = replace(plan((TODAY, order(WAS)), changes=changes),
                    blocked=(Blocked(BERT, "delete", "REF-1", NOTHING, NOTHING),))
    assert found.untold == changes[:1]
