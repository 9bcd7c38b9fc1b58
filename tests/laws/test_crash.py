"""Runs that are cut anywhere, and answers that get lost: whatever happened, the next run ends where one whole does."""

from collections import Counter
from itertools import count

from reconciler.model.order import Order, Outcome
from reconciler.model.position import Observation
from reconciler.portal.faults import Fault, Faulty
from reconciler.portal.service import Service
from tests.engine.dying import Crash, Dying
from tests.engine.engine import Watched, portal_of, seen, send, twin
from tests.engine.oracle import wrong
from tests.engine.pairs import PAIRS, held, pairs, rest, story


def assert_whole(found: Observation, whole: Observation) -> None:
    """The same as after a run that nothing cut, and nothing of ours twice."""
    assert seen(found, refs=False) == seen(whole, refs=False)
    mine = Counter((p.address, p.verb, p.item) for p in found.positions if p.open and p.ours)
    assert not [key for key, times in mine.items() if times > 1]


@pairs
def test_crash_anywhere(first: str, then: str) -> None:
    """The same plan again, and a fresh plan, complete a run that died at any effect; no journal is asked.

    Four effects an order: it is noted, sent, answered, noted. Of two that leave the same behind each pair takes one.
    """
    begun = story(first, then).rounds[0]
    orders = begun.draft.plan.due
    known = {repr(seen(begun.before)), repr(seen(begun.after))}
    for point in count(PAIRS.index((first, then)) % 2, 2):
        portal = portal_of(held(first))
        try:
            send(portal, orders, Dying(point))
        except Crash:
            moment = repr(seen(portal.observe()))
        else:
            break
        if moment not in known:  # what follows is a function of the portal alone
            known.add(moment)
            _repeated(twin(portal), orders, begun.after)
            _completed(portal, then, begun.after)
    assert point // 2 == 2 * len(orders)


def _completed(portal: Service, then: str, whole: Observation) -> None:
    drafted = rest(portal, then)
    assert not drafted.errors
    assert {r.outcome for r in send(portal, drafted.due)} <= {Outcome.DONE}
    assert_whole(portal.observe(), whole)


def _repeated(portal: Service, orders: tuple[Order, ...], whole: Observation) -> None:
    assert {r.outcome for r in send(portal, orders)} <= {Outcome.DONE, Outcome.ALREADY_PRESENT}
    assert_whole(portal.observe(), whole)


EVERY = range(1, 100)


@pairs
def test_answers_get_lost(first: str, then: str) -> None:
    """Each answer is lost once, with or without effect: all is done in the end, once, and said to be."""
    begun = story(first, then).rounds[0]
    for faults in (
        [Fault("execute", n, "lose-after") for n in EVERY],
        [Fault("execute", n, "lose-before") for n in EVERY if n % 2],
        [Fault("execute", n, "lose-after") for n in EVERY if n % 2] + [Fault("find", n, "unreachable") for n in EVERY],
    ):
        portal = portal_of(held(first))
        outcomes = {r.outcome for r in send(Faulty(portal, faults), begun.draft.plan.due)}
        assert outcomes <= {Outcome.DONE, Outcome.ALREADY_PRESENT}
        assert_whole(portal.observe(), begun.after)


@pairs
def test_nobody_there(first: str, then: str) -> None:
    """From the order on at which nobody answers nothing is tried, and the same plan again does the rest."""
    begun = story(first, then).rounds[0]
    orders, portal = begun.draft.plan.due, portal_of(held(first))
    at = len(orders) // 2
    outcomes = [r.outcome for r in send(Faulty(portal, [Fault("execute", at + 1, "unreachable")]), orders)]
    assert outcomes == [Outcome.DONE] * at + [Outcome.NOT_TRIED] * (len(orders) - at)
    outcomes = [r.outcome for r in send(portal, orders)]
    assert outcomes == [Outcome.ALREADY_PRESENT] * at + [Outcome.DONE] * (len(orders) - at)
    assert_whole(portal.observe(), begun.after)


@pairs
def test_refused(first: str, then: str) -> None:
    """An order is refused: what is sent after it harms nothing, and a fresh plan completes the rest."""
    begun = story(first, then).rounds[0]
    orders, portal = begun.draft.plan.due, portal_of(held(first))
    always = set(wrong(begun.before))
    watched = Watched(portal)
    receipts = send(Faulty(watched, [Fault("execute", len(orders) // 3 + 1, "refuse")]), orders)
    assert sum(r.outcome in (Outcome.REJECTED, Outcome.SKIPPED) for r in receipts) > 0 or not orders
    for moment in watched.moments:
        assert set(wrong(moment, {o.address.name for o in orders if o.note})) <= always
    drafted = rest(portal, then)
    assert {r.outcome for r in send(portal, drafted.due)} <= {Outcome.DONE}
    assert_whole(portal.observe(), begun.after)


@pairs
def test_no_answer_at_all(first: str, then: str) -> None:
    """Whose answer never comes is unknown, what rests on it is not sent, and the next run settles it."""
    begun = story(first, then).rounds[0]
    orders = begun.draft.plan.due
    for what in ("lose-before", "lose-after"):
        portal = portal_of(held(first))
        lost = [Fault(method, n, what) for n in EVERY for method in ("execute", "find")]
        outcomes = {r.outcome for r in send(Faulty(portal, lost), orders)}
        assert outcomes <= {Outcome.UNKNOWN, Outcome.SKIPPED, Outcome.NOT_TRIED}
        drafted = rest(portal, then)
        assert {r.outcome for r in send(portal, drafted.due)} <= {Outcome.DONE}
        assert_whole(portal.observe(), begun.after)
