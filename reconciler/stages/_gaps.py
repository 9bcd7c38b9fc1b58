"""What would only be missed meanwhile is sent later, as far as nothing else gets later by it.

What is replaced goes the day before it can be made anew; who steps aside for others does so when all can move.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from reconciler.model.order import Wait
from reconciler.model.step import Step
from reconciler.stages import _words
from reconciler.stages._dates import ONE_DAY, Dated, in_order
from reconciler.stages._edges import Edge

MOST_PASSES = 10
NO_TIME = timedelta()


class Gap(NamedTuple):
    """Between the places of two steps of one thing; best is ``lead`` before ``end``, the day of the second."""

    first: int
    second: int
    end: date
    lead: timedelta
    step: Step

    def wait(self, day: date) -> Wait:
        """Why the first step waits until a day."""
        return _words.made_anew(self.step.address, day + self.lead) if self.lead else _words.together(day)


def without_gaps(steps: Sequence[Step], links: Sequence[Edge], today: date) -> list[Dated]:
    """The dated steps, none of those that close a gap later than it could be."""
    steps = list(_before_dates(steps))
    earliest = in_order(steps, links, today)
    days = {one.place: one.day for one in earliest}
    gaps = [gap for gap in _gaps(earliest) if days[gap.first] < gap.end - gap.lead]
    held = {gap.first: gap.end - gap.lead for gap in gaps}
    for _ in range(MOST_PASSES):
        waits = {gap.first: gap.wait(held[gap.first]) for gap in gaps if held[gap.first] > days[gap.first]}
        dated = in_order(_held(steps, waits), links, today)
        ends = {one.place: one.begins for one in dated}
        late = {gap.first: ends[gap.second] - gap.end for gap in gaps if ends[gap.second] > gap.end}
        if not late:
            return dated
        held = {first: day - late.get(first, NO_TIME) for first, day in held.items()}
    return earliest


def _held(steps: Sequence[Step], waits: Mapping[int, Wait]) -> list[Step]:
    return [replace(step, since=waits[n].until, waits=(waits[n],)) if n in waits else step
            for n, step in enumerate(steps)]


def _gaps(dated: Sequence[Dated]) -> Iterator[Gap]:
    made = {one.step.address: one for one in dated if one.step.verb == "activate" and not one.step.sent}
    moved = {id(one.step.before): one for one in dated if one.step.before}
    for _, place, step in dated:
        anew, back = made.get(step.address), moved.get(id(step.after))
        if step.verb == "delete" and not step.sent and anew:
            yield Gap(place, anew.place, anew.begins, ONE_DAY, step)
        elif step.note in (_words.PARKED, _words.UNREACHABLE) and back:
            yield Gap(place, back.place, back.day, NO_TIME, step)


def _before_dates(steps: Sequence[Step]) -> Iterator[Step]:
    """What is replaced by something that begins on a certain day goes the day before."""
    begins = {step.address: step.activation_date for step in steps if step.verb == "activate" and not step.sent}
    for step in steps:
        day = begins.get(step.address)
        last = day - ONE_DAY if day and step.verb == "delete" and not step.sent else None
        if day and last and last > (step.since or date.min):
            yield replace(step, since=last, waits=(_words.made_anew(step.address, day),))
        else:
            yield step
