"""A plan in; what of it is drift, and what is only on its way or waits for time, out.

Drift is a difference whose order is due now, or one that time alone does not settle. Nobody remembers what was
applied, so an edit of the manifests that was not applied yet is drift as well.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.booking import due
from reconciler.model.change import Change
from reconciler.model.order import Order
from reconciler.model.pending import Pending
from reconciler.model.plan import Plan
from reconciler.model.position import Observation


class Drift(NamedTuple):
    """The changes that are drift, and everything that is pending, by the day on which it happens."""

    changes: tuple[Change, ...]
    pending: tuple[Pending, ...]


def divide(plan: Plan, observation: Observation) -> Drift:
    """Tell drift from what is pending."""
    now = {o.address for o in plan.due} | {b.address for b in plan.blocked}
    later = [(w.not_before, o) for w in plan.waves if w.orders != plan.due for o in w.orders]
    waiting = {o.address for _, o in later} - now
    drifted = tuple(c for c in plan.changes if not _names(c) & waiting or _names(c) & now)
    settled = {name for c in drifted for name in _names(c)}
    pending = [*_positions(plan, observation), *(_waiting(day, o) for day, o in later if o.address not in settled)]
    return Drift(drifted, tuple(sorted(pending, key=lambda p: (p.until, p.address, p.verb, p.item))))


def _names(change: Change) -> set[Address]:
    """The address of a change; of a renamed resource both."""
    return {change.address} | ({change.before.address} if change.before else set())


def _positions(plan: Plan, observation: Observation) -> Iterator[Pending]:
    """What is ordered, by whomever, and what of ours lies in the cart.

    Without what the plan takes out or changes: that is told as changes.
    """
    touched = {o.target for w in plan.waves for o in w.orders}
    for p in observation.positions:
        if p.open and not p.theirs and p.ref not in touched:
            message = say.IN_CART if p.state == "in-cart" else say.ORDERED
            yield Pending(p.address, p.verb, p.item, p.state, due(p, observation.today), message=message)


def _waiting(day: date, order: Order) -> Pending:
    wait = max(order.waits_for, key=lambda w: w.until, default=None)
    if wait is None:
        return Pending(order.address, order.verb, order.item, "waiting", day, message=say.AFTERWARDS)
    return Pending(order.address, order.verb, order.item, "waiting", day, wait.rule, wait.message)
