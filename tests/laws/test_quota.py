"""Laws about the quota: whoever has the room, nobody is put into a cart that cannot be bought."""

import pytest

from reconciler.model.order import Order, Outcome
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.service import Service
from tests.engine.documents import read
from tests.engine.dsl import asked, orders, reached
from tests.engine.engine import KIT, content, portal_of
from tests.engine.worlds import YOUNG, company, seat

FIVE = [seat(f"{name}.alt", number, number) for name, number in (
    ("anna", "10"), ("bert", "11"), ("carl", "12"), ("dora", "13"), ("emil", "14"))]
YOUNGSTER = seat("emil.alt", "14", "14", status=YOUNG)
NEW = seat("nora.neu", "20", "20")


def full(*, others: str = "", bought: bool = False) -> Service:
    """A portal with as many as the quota allows; ``others`` put the deletion of one of them into the cart."""
    store = MemoryStore()
    portal = portal_of(content(read(company(*FIVE))), store)
    if others:
        desk = Service(store, KIT.kinds, tuple(KIT.rules.values()), lambda: 0.0, ours=False)
        token = desk.acquire("somebody")
        (address,) = [r.address for r in portal.observe().state if r.address.name == others]
        assert desk.execute(Order("foreign-1", "cart", "delete", address), token).outcome is Outcome.DONE
        if bought:
            desk.submit({p.ref: p.digest for p in portal.observe().positions}, token)
        desk.release(token)
    return portal


@pytest.mark.parametrize("bought", [True, False])
def test_a_deletion_of_others(bought: bool):
    """Ordered it makes room today; in the cart it makes none, for nobody knows when they buy it."""
    drafted = asked(full(others="emil.alt", bought=bought), company(*FIVE[:4], NEW))
    assert (drafted.errors, orders(drafted)) == (0, ["11-22 activate nora.neu"] if bought else [])
    assert {b.address.name: b.rule for b in drafted.plan.blocked} == (
        {} if bought else {"emil.alt": "SEQ-1", "nora.neu": "QUOTA-1"})


PAIR = [seat(f"{name}.neu", number, number, "packages: [assistant]") for name, number in (
    ("olga", "21"), ("nora", "20"))]
WISHES = {
    "a leaver within his term": [*FIVE[:4], NEW],
    "two for one who goes today": [*FIVE[1:4], NEW, seat("olga.neu", "21", "21")],
    "a number handed over": [*FIVE[:4], seat("nora.neu", "14", "14")],
    "a move and a newcomer": [seat("anna.alt", "10", "310", group="koeln"), *FIVE[1:4], NEW],
    "two who need each other": [*FIVE[1:4], *PAIR],
}


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
def test_the_whole_way(wish: list[str]):
    """Every wave can be bought on its day, nothing is rejected, and all of it comes to be."""
    portal = portal_of(content(read(company(*FIVE[:4], YOUNGSTER))))
    play = reached(portal, company(*wish))
    assert not [f for found in play.rounds for f in found.draft.findings if f.rule in ("QUOTA-1", "PKG-1")]
