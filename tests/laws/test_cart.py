"""Laws with a cart in between: a wish was applied, perhaps ordered, and then there is another wish."""

import pytest

from tests.engine.engine import Play, buy, portal_of
from tests.engine.pairs import NAMES, PAIRS, assert_safe, assert_there, held
from tests.engine.worlds import documents

KEEPING = [(first, then) for first, then in PAIRS if then not in ("renamed", "passed-on")]
"""Pairs without renames: a new name takes effect at once, and only another rename would take it back."""


@pytest.mark.parametrize(("first", "then"), KEEPING, ids=["-".join(pair) for pair in KEEPING])
def test_withdrawn(first: str, then: str) -> None:
    """A wish that is dropped before it was ordered leaves the cart empty at once, and all as it was."""
    Play(portal := portal_of(held(first)), documents(then)).apply()
    back = Play(portal, documents(first))
    back.apply()
    assert not [p for p in portal.observe().positions if p.open]
    assert_there(back.converge(), held(first))
    assert_safe(back.rounds)


def third(first: str, then: str) -> str:
    """Some other world, for each pair another one."""
    return NAMES[(NAMES.index(first) * 5 + NAMES.index(then) * 3) % len(NAMES)]


TRIPLES = [(a, b, third(a, b)) for a, b in PAIRS]


@pytest.mark.parametrize("number", range(len(TRIPLES)), ids=["-".join(t) for t in TRIPLES])
def test_changed(number: int) -> None:
    """Another wish comes while positions of the first lie in the cart, or were ordered and are not carried out yet."""
    first, then, last = TRIPLES[number]
    start = Play(portal := portal_of(held(first)), documents(then))
    start.apply()
    if number % 2:
        buy(portal)
    play = Play(portal, documents(last)).converge(twice=True)
    assert_there(play, held(last))
    assert_safe([*start.rounds, *play.rounds])
    assert not [found for found in play.rounds if found.fresh and found.fresh.plan.due]
