"""Laws about what belongs to others: what no manifest names, and what somebody else put into the cart."""

from collections.abc import Sequence

import pytest

from reconciler.model.address import Address
from reconciler.model.document import Document
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
        "number": {"external": "+4922810077", "internal": "571"}}


def portal_with_guests(world: str) -> Service:
    """A portal in whose cart somebody else has put a workplace and packages for those who are there."""
    store = MemoryStore()
    portal = portal_of(held(world), store)
    others = Service(store, KIT.kinds, tuple(KIT.rules.values()), lambda: 0.0, ours=False)
    token = others.acquire("somebody")
    set_up = others.execute(Order("foreign-1", "cart", "activate", GUEST, body=SEAT), token)
    assert set_up.outcome is Outcome.DONE or set_up.rule in ("REF-1", "NUM-1")  # some have no such group or block
    for number, seat in enumerate(portal.observe().state.of("workplace").values()):
        order = Order(f"foreign-2-{number}", "cart", "book", seat.address, item="conference-premium")
        assert others.execute(order, token).outcome is Outcome.DONE
    others.release(token)
    return portal


def foreign(found: Observation) -> list[object]:
    """The positions of others; what they refer to may be called otherwise."""
    return [(p.ref, p.address, p.verb, p.item, p.state, p.revision) for p in found.positions if not p.ours]


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


def portal_with_meddlers(world: str, wished: Sequence[Document]) -> Service:
    """A portal in whose cart somebody else has put all that can collide with a wish.

    The set-up of the first newcomer, another one with the number of the second, and of those who are there the deletion
    of the first, the end of whatever the second has booked, and a package for the others.
    """
    store = MemoryStore()
    portal = portal_of(held(world), store)
    there = portal.observe().state.of("workplace")
    new = sorted((d for d in wished if d.address.kind == "workplace" and d.address.name not in there),
                 key=lambda d: d.address)
    numbers = [n["external"] for d in new if (n := d.content["spec"].get("number")) and "external" in n]
    orders = [("activate", d.address, "", SEAT) for d in new[:1]]
    orders += [("activate", GUEST, "", {**SEAT, "number": {"external": number, "internal": "572"}})
               for number in numbers[1:2]]
    for n, (address, seat) in enumerate((r.address, r) for r in there.values()):
        booked = [*seat.body.packages, "none"]
        orders.append((("delete", address, "", {}), ("cancel", address, booked[0], {}),
                       ("book", address, "conference-plus", {}))[min(n, 2)])
    others = Service(store, KIT.kinds, tuple(KIT.rules.values()), lambda: 0.0, ours=False)
    token = others.acquire("somebody")
    for n, (verb, address, item, body) in enumerate(orders):
        others.execute(Order(f"theirs-{n}", "cart", verb, address, item, body=body), token)  # as far as it is lawful
    others.release(token)
    return portal


@pytest.mark.parametrize("number", range(0, len(PAIRS), 3), ids=["-".join(pair) for pair in PAIRS[::3]])
def test_whatever_others_want_nothing_of_ours_is_refused(number: int) -> None:
    """What collides is blocked and not sent; all else is taken, bought and carried out, and theirs is left alone."""
    first, then = PAIRS[number]
    policy: Unmanaged = "delete" if number % 2 else "report"
    play = Play(portal_with_meddlers(first, documents(then)), documents(then), policy)
    theirs = foreign(play.portal.observe())
    for _ in range(ROUNDS):
        drafted = plan(play.portal, play.documents, policy)
        assert not [f.message.en for f in drafted.findings if "would refuse" in f.message.en]
        if drafted.errors or not drafted.plan.due:
            break
        assert foreign(play.apply().after) == theirs
        buy(play.portal)
        play.deliver()
    assert not [p for p in play.portal.positions() if p.ours and p.state == "rejected"]

