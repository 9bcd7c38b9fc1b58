"""Laws that hold from each world to each other: the first is what the portal holds, the second what is wished."""

import pytest

from reconciler.model.order import Outcome
from tests.engine.engine import Play, portal_of, seen
from tests.engine.oracle import wrong
from tests.engine.pairs import NAMES, SOON, assert_safe, assert_there, bodies, held, pairs, story
from tests.engine.worlds import documents


@pytest.mark.parametrize("world", NAMES)
def test_a_world_is_lawful(world: str) -> None:
    """Each world keeps all rules, and wishing for it where it is changes nothing."""
    portal = portal_of(held(world))
    assert not Play(portal, documents(world)).plan().plan.changes
    portal.advance(SOON)
    assert not wrong(portal.observe())


@pairs
def test_converges(first: str, then: str) -> None:
    """Plan, apply, order and delivery in turns lead to what is wished."""
    assert_there(story(first, then), held(then))


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
    """No prefix of the orders leaves a dangling reference or a value that two hold; none was refused."""
    assert_safe(story(first, then).rounds)


@pairs
def test_no_orphan_orders(first: str, then: str) -> None:
    """Each order belongs to a change, and each change has an order or is blocked."""
    for found in story(first, then).rounds:
        plan = found.draft.plan
        ordered = {o.address for wave in plan.waves for o in wave.orders}
        changed = [{r.address for r in (c, c.before) if r} for c in plan.changes]
        assert ordered <= set().union(*changed)
        told = ordered | {b.address for b in plan.blocked}
        assert not [names for names in changed if not names & told]


@pairs
def test_effects_within_plan(first: str, then: str) -> None:
    """What applying, ordering and delivery change was announced: by a change, or by a position that lay there."""
    for found in story(first, then).rounds:
        announced = {str(r.address) for c in found.draft.plan.changes for r in (c, c.before) if r}
        told = found.draft.consequences
        announced |= {str(a) for grouped in (told.indirect, told.followers) for them in grouped.values() for a in them}
        announced |= {str(p.address) for p in found.before.positions}
        before, after = bodies(found.before.state), bodies((found.delivered or found.after).state)
        assert {a for a in before.keys() | after.keys() if before.get(a) != after.get(a)} <= announced
        known = {o.ref for o in found.draft.plan.due} | {p.ref for p in found.before.positions}
        assert {p.ref for p in found.after.positions} <= known
