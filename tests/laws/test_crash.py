"""Runs that are cut anywhere, and answers that get lost: whatever happened, the next run ends where one whole does."""

from collections import Counter
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from reconciler.model.order import Order, Outcome
from reconciler.model.position import Observation
from reconciler.portal.faults import Fault, Faulty
from reconciler.portal.service import Service
from tests.laws.play import Memory, plan, portal_of, seen, send
from tests.laws.stories import held, pairs, story
from tests.laws.worlds import documents


class Crash(BaseException):
    """The process is gone."""


class Dying(Memory):
    """Effects that are counted; the process dies at one of them."""

    def __init__(self, point: int) -> None:
        super().__init__()
        self._left = point

    def _pass(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Crash

    def append(self, path: Path, line: str) -> None:
        """Die, or keep the line."""
        self._pass()
        super().append(path, line)

    def sending(self, ref: str) -> None:
        """Die before the order leaves."""
        self._pass()

    def answered(self, ref: str) -> None:
        """Die before the answer is noted."""
        self._pass()


def assert_whole(found: Observation, whole: Observation) -> None:
    """The same as after a run that nothing cut, and nothing of ours twice."""
    assert seen(found, refs=False) == seen(whole, refs=False)
    mine = Counter((p.address, p.verb, p.item) for p in found.positions if p.open and p.ours)
    assert not [key for key, times in mine.items() if times > 1]


@pairs
def test_crash_anywhere(first: str, then: str) -> None:
    """The same plan again, and a fresh plan, complete a run that died at any effect; no journal is asked."""
    begun = story(first, then).rounds[0]
    orders, known = begun.draft.plan.due, set()
    for point in count():
        portal = portal_of(held(first))
        try:
            send(portal, orders, Dying(point))
        except Crash:
            moment = repr(seen(portal.observe()))
        else:
            break
        if moment not in known:  # what follows is a function of the portal alone
            known.add(moment)
            _completed(portal, then, begun.after)
            _repeated(portal_of(held(first)), orders, point, begun.after)
    assert point == 4 * len(orders)


def _completed(portal: Service, then: str, whole: Observation) -> None:
    drafted = plan(portal, documents(then), simulate=False)
    assert not drafted.errors
    assert {r.outcome for r in send(portal, drafted.plan.due)} <= {Outcome.DONE}
    assert_whole(portal.observe(), whole)


def _repeated(portal: Service, orders: tuple[Order, ...], point: int, whole: Observation) -> None:
    with pytest.raises(Crash):
        send(portal, orders, Dying(point))
    assert {r.outcome for r in send(portal, orders)} <= {Outcome.DONE, Outcome.ALREADY_PRESENT}
    assert_whole(portal.observe(), whole)


@pytest.mark.parametrize("what", ["lose-before", "lose-after", "unreachable"])
@pairs
def test_faults_of_the_wire(first: str, then: str, what: Any) -> None:
    """An answer that is lost, or nobody there, at each order: done in the end, once, and never said to be otherwise."""
    begun = story(first, then).rounds[0]
    orders = begun.draft.plan.due
    for at in range(1, len(orders) + 1):
        portal = portal_of(held(first))
        faulty = Faulty(portal, [Fault("execute", at, what), Fault("find", 1, "unreachable")])
        outcomes = [r.outcome for r in send(faulty, orders)]
        if what == "unreachable":
            assert outcomes == [Outcome.DONE] * (at - 1) + [Outcome.NOT_TRIED] * (len(orders) - at + 1)
            outcomes = [r.outcome for r in send(portal, orders)]
        assert set(outcomes) <= {Outcome.DONE, Outcome.ALREADY_PRESENT}
        assert_whole(portal.observe(), begun.after)


@pairs
def test_no_answer_at_all(first: str, then: str) -> None:
    """Whose answer never comes is unknown, what rests on it is not sent, and the next run settles it."""
    begun = story(first, then).rounds[0]
    orders, calls = begun.draft.plan.due, range(1, 100)
    for what in ("lose-before", "lose-after"):
        portal = portal_of(held(first))
        lost = [Fault("execute", n, what) for n in calls] + [Fault("find", n, "unreachable") for n in calls]
        outcomes = {r.outcome for r in send(Faulty(portal, lost), orders)}
        assert outcomes <= {Outcome.UNKNOWN, Outcome.SKIPPED, Outcome.NOT_TRIED}
        drafted = plan(portal, documents(then), simulate=False)
        assert {r.outcome for r in send(portal, drafted.plan.due)} <= {Outcome.DONE}
        assert_whole(portal.observe(), begun.after)
