"""What is drift, and what is only on its way or waits for time."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciler.model.address import Address
from reconciler.model.change import Action, Change
from reconciler.model.order import Order, Wait
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.position import Observation, Position
from reconciler.model.resource import Resource, State
from reconciler.model.text import NOTHING, Text
from reconciler.stages.judge.divide import Drift, divide

TODAY, LATER, LAST = date(2026, 11, 22), date(2026, 12, 11), date(2026, 12, 12)
ANNA, BERT, OLD = (Address("workplace", name) for name in ("anna", "bert", "anna.old"))
TERM = Wait("TERM-1", LATER, Text("Laufzeit", "term"))


def changed(address: Address, action: Action = Action.UPDATE, was: Address | None = None) -> Change:
    """A change of one resource."""
    return Change(address, action, "differs", before=Resource(was or address, None))


def order(address: Address, verb: str = "update", item: str = "", target: str = "", *waits: Wait) -> Order:
    """One order."""
    return Order(None, "direct", verb, address, item, target=target, waits_for=waits)


def divided(changes: list[Change], waves: list[Wave], *positions: Position, blocked: tuple[Blocked, ...] = ()) -> Drift:
    """What a plan comes to on a portal with these positions."""
    observation = Observation("local", "x", "o", "1", TODAY, State(), positions)
    return divide(Plan(TODAY, tuple(changes), tuple(waves), blocked), observation)


NOW, THEN = Wave(TODAY, (order(ANNA),)), Wave(LATER, (order(ANNA),))
STOP = Blocked(ANNA, "update", "NUM-6", NOTHING, NOTHING)
CASES: tuple[tuple[str, list[Wave], tuple[Blocked, ...], bool], ...] = (
    ("due now", [NOW], (), True),
    ("some of it later", [NOW, THEN], (), True),
    ("all of it later", [THEN], (), False),
    ("all of it later, others now", [Wave(TODAY, (order(BERT),)), THEN], (), False),
    ("blocked", [], (STOP,), True),
    ("blocked, and some of it later", [THEN], (STOP,), True),
    ("no order at all", [], (), True),
)


@pytest.mark.parametrize(("waves", "blocked", "drifts"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_drift_is_what_is_due_now_or_blocked(waves: list[Wave], blocked: tuple[Blocked, ...], drifts: bool) -> None:
    """What waits for time alone is not; and nothing is told twice."""
    found = divided([changed(ANNA)], waves, blocked=blocked)
    assert bool(found.changes) is drifts
    assert bool(found.pending) is not drifts


def test_a_waiting_order_says_for_what() -> None:
    """Rule, day and sentence; one that only follows another has no rule."""
    steps = [Wave(LATER, (order(ANNA, "cancel", "assistant", "", TERM),)), Wave(LAST, (order(ANNA),))]
    first, then = divided([changed(ANNA)], steps).pending
    assert (first.verb, first.item, first.state, first.until) == ("cancel", "assistant", "waiting", LATER)
    assert (first.rule, first.message) == ("TERM-1", TERM.message)
    assert (then.until, then.rule, bool(then.message.de and then.message.en)) == (LAST, "", True)


def test_a_renamed_resource_is_known_by_both_names() -> None:
    """The deletion of the old one that waits makes the whole replace wait; one that is due makes it drift."""
    replace = changed(ANNA, Action.REPLACE, OLD)
    waits = [Wave(LATER, (order(OLD, "delete"),)), Wave(LAST, (order(ANNA, "activate"),))]
    assert [str(p.address) for p in divided([replace], waits).pending] == ["workplace/anna.old", "workplace/anna"]
    due = [Wave(TODAY, (order(OLD, "delete"),)), Wave(LAST, (order(ANNA, "activate"),))]
    assert divided([replace], due) == Drift((replace,), ())


POSITIONS = (
    ({"state": "in-cart"}, date(2026, 11, 23)),
    ({"state": "in-cart", "activation_date": date(2026, 12, 1)}, date(2026, 12, 1)),
    ({"state": "ordered", "ordered_on": date(2026, 11, 20)}, date(2026, 11, 21)),
    ({"state": "ordered", "ordered_on": date(2026, 11, 20), "activation_date": date(2027, 1, 4)}, date(2027, 1, 4)),
    ({"state": "in-cart", "ours": False}, None),
    ({"state": "rejected"}, None),
    ({"state": "done"}, None),
)


@pytest.mark.parametrize(("facts", "until"), POSITIONS)
def test_our_open_positions_are_pending(facts: dict[str, Any], until: date | None) -> None:
    """With the day on which they take effect; positions of others, and closed ones, are not."""
    found = divided([], [], Position("o1-a", ANNA, "activate", **facts))
    assert [(p.until, p.state, p.rule) for p in found.pending] == ([(until, facts["state"], "")] if until else [])


def test_a_position_that_the_plan_takes_out_is_a_change_and_not_pending() -> None:
    """It is not on its way to where the manifests want it."""
    withdraw = changed(ANNA, Action.WITHDRAW)
    waves = [Wave(TODAY, (order(ANNA, "withdraw", "", "o1-a"),))]
    assert divided([withdraw], waves, Position("o1-a", ANNA, "activate")) == Drift((withdraw,), ())


NAMES = [Address("workplace", name) for name in "abcdef"]
SOME = st.lists(st.sampled_from(NAMES), max_size=6)


@given(SOME, SOME, SOME, SOME)
def test_every_change_is_told_once(
    now: list[Address], later: list[Address], last: list[Address], stopped: list[Address]
) -> None:
    """Whatever the orders: each change is drift or pending, and never both."""
    days = zip((TODAY, LATER, LAST), (now, later, last), strict=True)
    waves = [Wave(day, tuple(map(order, addresses))) for day, addresses in days if addresses]
    blocked = tuple(Blocked(a, "update", "NUM-6", NOTHING, NOTHING) for a in stopped)
    found = divided([changed(a) for a in NAMES], waves, blocked=blocked)
    drifted, pending = {c.address for c in found.changes}, {p.address for p in found.pending}
    assert drifted | pending == set(NAMES)
    assert not drifted & pending
    assert set(now) | set(stopped) <= drifted


def test_pending_is_sorted_by_day() -> None:
    """Then by address."""
    lying = Position("o1-b", BERT, "activate", activation_date=LAST)
    found = divided([changed(ANNA)], [THEN], lying, Position("o1-a", ANNA, "book", "assistant"))
    assert [(p.until, p.address.name) for p in found.pending] == [
        (date(2026, 11, 23), "anna"), (LATER, "anna"), (LAST, "bert")]
