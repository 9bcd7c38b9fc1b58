"""Laws about what belongs to others: what no manifest names, and what somebody else put into the cart."""

import pytest

from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome
from reconciler.model.position import Observation
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.service import Service
from tests.engine.engine import KIT, ROUNDS, Play, Unmanaged, buy, plan, portal_of
from tests.engine.pairs import PAIRS, assert_safe, bodies, held
from tests.engine.worlds import documents

GUEST = Address("workplace", "kim.keller")
SEAT = {"group": "bonn", "user": {"firstName": "Kim", "lastName": "Keller"},
        "login": {"email": "kim.keller@acme.example", "mobile": "+4917155500999"},
        "number": {"external": "+4922810077", "internal": "7771"}}


def portal_with_guests(world: str) -> Service:
    """A portal in whose cart somebody else has put a workplace and packages for those who are there."""
    store = MemoryStore()
    portal = portal_of(held(world), store)
    others = Service(store, KIT.kinds, tuple(KIT.rules.values()), lambda: 0.0, ours=False)
    token = others.acquire("somebody")
    others.execute(Order("foreign-1", "cart", "activate", GUEST, body=SEAT), token)
    for number, seat in enumerate(portal.observe().state.of("workplace").values()):
        order = Order(f"foreign-2-{number}", "cart", "book", seat.address, item="conference-premium")
        assert others.execute(order, token).outcome is Outcome.DONE
    others.release(token)
    return portal


def foreign(found: Observation) -> list[object]:
    """The positions of others."""
    return [p for p in found.positions if not p.ours]


@pytest.mark.parametrize("number", range(len(PAIRS)), ids=["-".join(pair) for pair in PAIRS])
def test_foreign_untouched(number: int) -> None:
    """No order touches positions of others, nor with ``report`` what no manifest names; none is refused for them."""
    first, then = PAIRS[number]
    policy: Unmanaged = "delete" if number % 3 else "report"
    play = Play(portal_with_guests(first), documents(then), policy)
    theirs = foreign(play.portal.observe())
    for _ in range(ROUNDS):
        drafted = plan(play.portal, play.documents, policy)
        assert not [f.message.en for f in drafted.findings if "would refuse" in f.message.en]
        if drafted.errors or not drafted.plan.due:
            break
        found = play.apply()
        unnamed = {str(a) for a in found.draft.plan.unmanaged}
        assert not unnamed & {str(o.address) for wave in found.draft.plan.waves for o in wave.orders}
        before, after = bodies(found.before.state), bodies(found.after.state)
        followers = {str(a) for names in found.draft.consequences.followers.values() for a in names}
        assert {a: before.get(a) for a in unnamed - followers} == {a: after.get(a) for a in unnamed - followers}
        assert foreign(found.after) == theirs
        buy(play.portal)
        play.deliver()
    assert_safe(play.rounds)
