"""What several laws look at: each pair of worlds, and all that happened on the way from one to the other."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import permutations
from typing import Any, NamedTuple

import pytest

from reconciler.model import waits as say
from reconciler.model.order import Order
from reconciler.model.resource import Resource
from reconciler.portal.service import Service
from tests.engine.engine import KIT, Play, Round, content, plan, portal_of, seen
from tests.engine.oracle import wrong
from tests.engine.worlds import WORLDS, documents

SOON = date(2026, 12, 15)
"""Since then all blocks are available."""

NAMES = list(WORLDS)
PAIRS = list(permutations(NAMES, 2))
pairs = pytest.mark.parametrize(("first", "then"), PAIRS, ids=[f"{a}-{b}" for a, b in PAIRS])


@cache
def held(world: str) -> tuple[Resource, ...]:
    """What a portal holds that is this world."""
    return content(documents(world))


@cache
def story(first: str, then: str) -> Play:
    """All that happens from one world to the other."""
    return Play(portal_of(held(first)), documents(then)).converge(twice=True)


class Rest(NamedTuple):
    """What a fresh plan would send, and how many errors it names."""

    due: tuple[Order, ...]
    errors: int


def rest(portal: Service, then: str) -> Rest:
    """What is left to do for a wish: worked out once for all that can be seen of a portal."""
    key = then, sha256(repr(seen(portal.observe())).encode()).digest()
    if key not in _rests:
        drafted = plan(portal, documents(then), simulate=False)
        _rests[key] = Rest(drafted.plan.due, drafted.errors)
    return _rests[key]


_rests: dict[tuple[str, bytes], Rest] = {}


def bodies(resources: Iterable[Resource]) -> dict[str, dict[str, Any]]:
    """What can be compared of resources, by address."""
    kept = (r for r in resources if r.address.kind != "defaults")
    return {str(r.address): {f.path: f.value(r.body) for f in KIT.kinds[r.address.kind].compared} for r in kept}


def assert_there(play: Play, wished: Iterable[Resource]) -> None:
    """The portal holds what was wished; a number that was wished as ``auto`` may be any."""
    found, wish = bodies(play.portal.observe().state), bodies(wished)
    automatic = {str(d.address) for d in play.documents if "auto" in str(d.content)}
    for address in automatic & found.keys():
        found[address] |= {path: value for path, value in wish[address].items() if path.startswith("number")}
    assert found == wish


def numberless(orders: Iterable[Order]) -> set[str]:
    """Who is without a number for a moment, and the plan says so."""
    return {o.address.name for o in orders if o.note == say.UNREACHABLE}


def assert_safe(rounds: Iterable[Round]) -> None:
    """After every order and every delivery nothing dangles, nothing is held twice, and nothing was rejected."""
    always: set[str] | None = None
    for found in rounds:
        always = set(wrong(found.before)) if always is None else always
        orders = found.draft.plan.due
        bare = numberless(orders)
        for order, moment in zip(orders, found.moments, strict=True):
            assert set(wrong(moment, bare)) <= always, f"after {order.verb} {order.address} {order.item}"
        for moment in filter(None, (found.after, found.delivered)):
            assert set(wrong(moment)) <= always
            assert not [p for p in moment.positions if p.state == "rejected"]
