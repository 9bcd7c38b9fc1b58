"""Laws that hold from each world to each other: the first is what the portal holds, the second what is wished."""

from datetime import date
from functools import cache
from itertools import permutations

import pytest

from reconciler.model.order import Outcome
from reconciler.model.resource import Resource
from reconciler.stages import _words
from tests.laws.play import KIT, Play, content, portal_of, seen
from tests.laws.sound import wrong
from tests.laws.worlds import WORLDS, documents

SOON = date(2026, 12, 15)
PAIRS = list(permutations(WORLDS, 2))
pairs = pytest.mark.parametrize(("first", "then"), PAIRS, ids=[f"{a}-{b}" for a, b in PAIRS])


@cache
def held(world: str) -> tuple[Resource, ...]:
    """What a portal holds that is this world."""
    return content(documents(world))


@cache
def story(first: str, then: str) -> Play:
    """All that happens from one world to the other."""
    return Play(portal_of(held(first)), documents(then)).converge(twice=True)


def bodies(resources: object) -> dict[str, dict[str, object]]:
    """What can be compared of resources, by address."""
    found = {}
    for resource in resources:  # type: ignore[attr-defined]
        kind = KIT.kinds[resource.address.kind]
        if resource.address.kind != "defaults":
            found[str(resource.address)] = {f.path: f.value(resource.body) for f in kind.compared}
    return found


@pytest.mark.parametrize("world", WORLDS)
def test_a_world_is_lawful(world: str) -> None:
    """Each world keeps all rules, and wishing for it where it is changes nothing."""
    portal = portal_of(held(world))
    assert not Play(portal, documents(world)).plan().plan.changes
    portal.advance(SOON)  # some numbers are available only then
    assert not wrong(portal.observe())


@pairs
def test_converges(first: str, then: str) -> None:
    """Plan, apply, order and delivery in turns lead to what is wished, whatever the way."""
    found, wished = bodies(story(first, then).portal.observe().state), bodies(held(then))
    for address, body in wished.items():  # what was wished as auto may be another number here
        if address == "workplace/gabi.graf":
            found[address] = {**found[address], **{k: v for k, v in body.items() if k.startswith("number")}}
    assert found == wished


@pairs
def test_idempotent(first: str, then: str) -> None:
    """The same plan again does nothing, and a fresh one after it has nothing to send."""
    for found in story(first, then).rounds:
        assert {r.outcome for r in found.again} <= {Outcome.ALREADY_PRESENT}
        assert found.unmoved is not None
        assert seen(found.unmoved) == seen(found.after)
        assert found.fresh is not None
        assert not found.fresh.plan.due


@pairs
def test_order_is_safe(first: str, then: str) -> None:
    """After every single order nothing dangles and nothing is held twice."""
    rounds = story(first, then).rounds
    always = set(wrong(rounds[0].before))
    for found in rounds:
        orders = found.draft.plan.due
        numberless = {o.address.name for o in orders if o.note == _words.UNREACHABLE}
        for order, moment in zip(orders, found.moments, strict=True):
            assert set(wrong(moment, numberless)) <= always, f"after {order.verb} {order.address} {order.item}"
        for moment in filter(None, (found.after, found.delivered)):
            assert set(wrong(moment)) <= always
            assert not [p for p in moment.positions if p.state == "rejected"]


@pairs
def test_no_orphan_orders(first: str, then: str) -> None:
    """Each order belongs to a change, each change has an order or waits for one that the portal has, or is blocked."""
    for found in story(first, then).rounds:
        plan = found.draft.plan
        ordered = {o.address for wave in plan.waves for o in wave.orders}
        assert ordered <= {c.address for c in plan.changes}
        assert {c.address for c in plan.changes} <= ordered | {b.address for b in plan.blocked}


@pairs
def test_effects_within_plan(first: str, then: str) -> None:
    """What applying, ordering and delivery change was announced: a change, or a position that lay there before."""
    for found in story(first, then).rounds:
        announced = {str(c.address) for c in found.draft.plan.changes}
        announced |= {str(p.address) for p in found.before.positions}
        before, after = bodies(found.before.state), bodies((found.delivered or found.after).state)
        assert {a for a in before.keys() | after.keys() if before.get(a) != after.get(a)} <= announced
        due = {o.ref for o in found.draft.plan.due} | {p.ref for p in found.before.positions}
        assert {p.ref for p in found.after.positions} <= due
