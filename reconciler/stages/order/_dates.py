"""The earliest day of each step, and an order in which all that a step waits for stands before it.

Each order is taken to be bought on the day it is queued and carried out on the next.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from reconciler.model import waits as say
from reconciler.model.booking import later
from reconciler.model.order import Wait
from reconciler.model.step import Step
from reconciler.stages.order._edges import Edge

RANK = {verb: n for n, verb in enumerate(
    ("withdraw", "change", "create", "update", "activate", "book", "cancel", "delete", "remove"))}


class Dated(NamedTuple):
    """A step with its day; ``place`` is where it stood in the list of steps."""

    day: date
    place: int
    step: Step

    @property
    def begins(self) -> date:
        """The day from which what is activated counts; else the day of the step."""
        return max(self.day, self.step.activation_date or self.day)


def in_order(cut: Sequence[Step], links: Sequence[Edge], today: date) -> list[Dated]:
    """Each step with its day, in the order of sending; steps of a cycle, and what waits for them, are left out."""
    ahead: dict[int, list[Edge]] = {}
    waiting = [0] * len(cut)
    for link in links:
        ahead.setdefault(link.first, []).append(link)
        waiting[link.then] += 1
    days = [max(today, step.since or today) for step in cut]
    waits: list[tuple[Wait, ...]] = [step.waits for step in cut]
    ready = [(_order(cut[n]), n) for n in range(len(cut)) if not waiting[n]]
    heapify(ready)
    dated: list[Dated] = []
    while ready:
        n = heappop(ready)[1]
        step = _resolved(cut[n], days[n], waits[n] if days[n] > today else ())
        for link in ahead.get(n, ()):
            free = _finish(step, days[n]) if link.carried else days[n]
            days[link.then] = max(days[link.then], free)
            if free > today and not cut[link.then].sent:
                sentence = say.carried_out if link.carried else say.sent_before
                wait = sentence(step.address, step.verb, free)
                waits[link.then] = (*waits[link.then], wait if step.bought else say.not_bought(wait))
            waiting[link.then] -= 1
            if not waiting[link.then]:
                heappush(ready, (_order(cut[link.then]), link.then))
        dated.append(Dated(days[n], n, step))
    return dated


def _order(step: Step) -> tuple[object, ...]:
    return (not step.sent, RANK[step.verb], *step.key)


def _resolved(step: Step, day: date, waits: tuple[Wait, ...]) -> Step:
    last = tuple(w for w in dict.fromkeys(waits) if w.until == day) or tuple(dict.fromkeys(waits))
    begins = max(day, step.activation_date or day) if step.verb in ("activate", "change") else None
    return replace(step, waits=last, activation_date=begins)


def _finish(step: Step, day: date) -> date:
    if step.sent:
        return step.finished or day
    if step.at_once:
        return day
    return max(step.activation_date or day, later(day, 1))
