"""What would only be missed meanwhile is sent later.

Who steps aside for others does so on the day on which all can move. What is replaced goes the day before it can be
made anew, as far as that does not put off the new one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reconciler.model import waits as say
from reconciler.model.order import Wait
from reconciler.model.step import Step
from reconciler.stages.order._dates import ONE_DAY, Dated, in_order
from reconciler.stages.order._edges import Edge

MOST_PASSES = 10
"""How often steps are put off; each time others that hang on them may follow."""

ASIDE = (say.PARKED, say.UNREACHABLE)

Pair = tuple[Dated, Dated]
"""The first and the second step of one thing."""


def without_gaps(steps: Sequence[Step], links: Sequence[Edge], today: date) -> list[Dated]:
    """The dated steps, with as small gaps as there can be."""
    begun = _before_dates(steps)
    together = _together(begun, links, today)
    return _soon_anew(together, links, today)


def left_alone(dated: Iterable[Dated]) -> Iterator[int]:
    """The places of steps that leave something without a number for longer than a moment."""
    return (first.place for first, second in _aside(list(dated))
            if first.step.note == say.UNREACHABLE and first.day < second.day)


def _before_dates(steps: Sequence[Step]) -> list[Step]:
    """What is replaced by something that begins on a certain day goes the day before."""
    begins = {s.address: s.activation_date for s in steps if s.verb == "activate" and not s.sent and s.activation_date}
    waits = {n: say.made_anew(s.heir, begins[s.heir]) for n, s in enumerate(steps) if s.heir in begins}
    return _held(steps, {n: wait for n, wait in waits.items() if wait.until > (steps[n].since or date.min)})


def _together(steps: list[Step], links: Sequence[Edge], today: date) -> list[Step]:
    """The steps, with those that step aside put off; as they are where that has no end."""
    held = steps
    if not any(step.note in ASIDE for step in steps):
        return steps
    for _ in range(MOST_PASSES):
        apart = {first.place: second.day for first, second in _aside(in_order(held, links, today))
                 if first.day < second.day}
        if not apart:
            return held
        held = _held(held, {place: say.together(day) for place, day in apart.items()})
    return steps


def _soon_anew(steps: list[Step], links: Sequence[Edge], today: date) -> list[Dated]:
    """The dated steps, with deletions as late as the new ones allow."""
    earliest = in_order(steps, links, today)
    pairs = [(gone, made) for gone, made in _replaced(earliest) if gone.day < made.begins - ONE_DAY]
    days = {gone.place: made.begins - ONE_DAY for gone, made in pairs}
    for _ in range(MOST_PASSES if pairs else 0):
        waits = {gone.place: say.made_anew(made.step.address, days[gone.place] + ONE_DAY)
                 for gone, made in pairs if days[gone.place] > gone.day}
        dated = in_order(_held(steps, waits), links, today)
        begins = {one.place: one.begins for one in dated}
        late = {gone.place: begins[made.place] - made.begins for gone, made in pairs}
        if not any(late.values()):
            return dated if not any(a.day < b.day for a, b in _aside(dated)) else earliest
        days = {place: day - late[place] for place, day in days.items()}
    return earliest


def _held(steps: Sequence[Step], waits: Mapping[int, Wait]) -> list[Step]:
    return [replace(step, since=waits[n].until, waits=(waits[n],)) if n in waits else step
            for n, step in enumerate(steps)]


def _aside(dated: Sequence[Dated]) -> Iterator[Pair]:
    """Who steps aside, and its way back."""
    back = {id(one.step.before): one for one in dated if one.step.before}
    for one in dated:
        if one.step.note in ASIDE and id(one.step.after) in back:
            yield one, back[id(one.step.after)]


def _replaced(dated: Sequence[Dated]) -> Iterator[Pair]:
    """What is deleted, and made anew."""
    made = {one.step.address: one for one in dated if one.step.verb == "activate" and not one.step.sent}
    for one in dated:
        if one.step.heir in made:
            yield one, made[one.step.heir]
