"""Steps in, dated waves out: each step as early as terms, dates and the other steps allow.

The day is an input. Forecasts assume that each order is bought on the day it is queued and carried out on the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from reconciler.model.change import Diff
from reconciler.model.kind import Kind
from reconciler.model.marks import AvailableFrom
from reconciler.model.order import Wait
from reconciler.model.plan import Blocked
from reconciler.model.references import references, target
from reconciler.model.resource import Resource, State
from reconciler.model.step import Step
from reconciler.stages import _words
from reconciler.stages._blocked import blockages, stuck
from reconciler.stages._edges import Edge, edges
from reconciler.stages._split import anew, grown_and_shrunk, parked

RANK = {verb: n for n, verb in enumerate(
    ("withdraw", "change", "create", "update", "activate", "book", "cancel", "delete", "remove"))}
ONE_DAY = timedelta(days=1)
MOST_PASSES = 10
"""How often steps are put off; each time those that others hang on may follow."""


class Schedule(NamedTuple):
    """Steps by the day on which they can be sent, each day's in the order of sending; and what is blocked."""

    waves: tuple[tuple[date, tuple[Step, ...]], ...]
    blocked: tuple[Blocked, ...]


def schedule(steps: Sequence[Step], diff: Diff, kinds: Mapping[str, Kind], today: date) -> Schedule:
    """Order the steps and give each its day."""
    cut = [_with_availability(s, kinds, diff.after, today) for s in grown_and_shrunk(steps, kinds)]
    cut, links = _without_rings(cut, diff, kinds, today)
    late = {n for day, n, step in _dated(cut, links, today) if step.verb == "change" and not step.item and day > today}
    if late:  # the position must not be bought as it is
        parts = [anew(s, kinds[s.address.kind]) if n in late else (s,) for n, s in enumerate(cut)]
        cut, links = _without_rings([part for some in parts for part in some], diff, kinds, today)
    blocked = blockages(cut, links, diff, kinds)
    dated = _without_gaps(cut, links, today)
    days: dict[date, list[Step]] = {}
    for day, n, step in dated:
        if n not in blocked and not step.sent:
            days.setdefault(day, []).append(step)
    rest = set(range(len(cut))) - {n for _, n, _ in dated} - set(blocked)
    told = {b.address: b for b in (*map(stuck, (cut[n] for n in sorted(rest))), *blocked.values())}
    return Schedule(tuple((day, tuple(days[day])) for day in sorted(days)), tuple(told[a] for a in sorted(told)))


def _without_rings(
    cut: list[Step], diff: Diff, kinds: Mapping[str, Kind], today: date
) -> tuple[list[Step], list[Edge]]:
    """The steps, cut in two where they would wait for each other in a ring, and all edges between them."""
    links = edges(cut, diff, kinds)
    while rings := _rings(len(cut), links):
        longer = cut
        for ring in rings:
            longer = parked(longer, ring, diff, kinds, today)
        if len(longer) == len(cut):
            break
        cut = longer
        links = edges(cut, diff, kinds)
    return cut, links


def _with_availability(step: Step, kinds: Mapping[str, Kind], after: State, today: date) -> Step:
    """A number that begins later moves the activation, or makes an update wait."""
    if step.sent or not step.after or step.verb not in ("activate", "change", "update"):
        return step
    day, wait = _available(step, step.after, kinds, after)
    if wait is None or day <= today:
        return step
    if step.verb == "update":
        return replace(step, since=max(day, step.since or day), waits=(*step.waits, wait))
    return replace(step, activation_date=max(day, step.activation_date or day))


def _available(
    step: Step, wish: Resource, kinds: Mapping[str, Kind], after: State
) -> tuple[date, Wait | None]:
    old = set(references(kinds[step.address.kind], step.before.body)) if step.before else set()
    for reference in references(kinds[step.address.kind], wish.body):
        address = target(reference, after)
        resource = after.get(address) if address and reference.number else None
        if resource is None or reference in old:
            continue
        field = next((f for f in kinds[resource.address.kind].fields if f.mark(AvailableFrom)), None)
        day = field.value(resource.body) if field else None
        if day:
            return day, _words.available(str(reference.number), day)
    return date.min, None


def _rings(count: int, links: Sequence[Edge]) -> list[list[Edge]]:
    """Rings of edges, no step in two of them; none only if there is no ring."""
    ahead: dict[int, list[int]] = {}
    waiting = [0] * count
    for link in links:
        ahead.setdefault(link.first, []).append(link.then)
        waiting[link.then] += 1
    ready = [n for n in range(count) if not waiting[n]]
    while ready:
        for m in ahead.get(ready.pop(), ()):
            waiting[m] -= 1
            if not waiting[m]:
                ready.append(m)
    left = {n for n in range(count) if waiting[n]}
    behind = {link.then: link for link in links if link.first in left and link.then in left}
    return list(_cycles(sorted(left), behind))


def _cycles(places: Sequence[int], behind: Mapping[int, Edge]) -> Iterator[list[Edge]]:
    """Going back from each place along one edge each, until a place comes again."""
    seen: set[int] = set()
    for place in places:
        here, path = place, list[int]()
        while here not in seen:
            seen.add(here)
            path.append(here)
            here = behind[here].first
        if here in path:
            yield [behind[n] for n in path[path.index(here) :]]


def _dated(cut: Sequence[Step], links: Sequence[Edge], today: date) -> list[tuple[date, int, Step]]:
    """Each step with its day, in an order in which all that a step waits for stands before it."""
    ahead: dict[int, list[Edge]] = {}
    waiting = [0] * len(cut)
    for link in links:
        ahead.setdefault(link.first, []).append(link)
        waiting[link.then] += 1
    days = [max(today, step.since or today) for step in cut]
    waits: list[tuple[Wait, ...]] = [step.waits for step in cut]
    ready = [(_order(cut[n]), n) for n in range(len(cut)) if not waiting[n]]
    heapify(ready)
    dated: list[tuple[date, int, Step]] = []
    while ready:
        n = heappop(ready)[1]
        step = _resolved(cut[n], days[n], waits[n])
        for link in ahead.get(n, ()):
            free = _finish(step, days[n]) if link.carried else days[n]
            days[link.then] = max(days[link.then], free)
            if link.carried and free > today and not cut[link.then].sent:
                waits[link.then] = (*waits[link.then], _words.carried_out(step.address, step.verb, free))
            waiting[link.then] -= 1
            if not waiting[link.then]:
                heappush(ready, (_order(cut[link.then]), link.then))
        dated.append((days[n], n, step))
    return dated


def _without_gaps(cut: Sequence[Step], links: Sequence[Edge], today: date) -> list[tuple[date, int, Step]]:
    """The dated steps, with what would only be missed meanwhile sent later."""
    dated = _dated(cut, links, today)
    for _ in range(MOST_PASSES):
        held = {n: wait for day, n, wait in _held_back(dated) if day < wait.until}
        if not held:
            break
        cut = [replace(step, since=held[n].until, waits=(held[n],)) if n in held else step
               for n, step in enumerate(cut)]
        dated = _dated(cut, links, today)
    return dated


def _held_back(dated: Sequence[tuple[date, int, Step]]) -> Iterator[tuple[date, int, Wait]]:
    """What is replaced goes the day before it can be made anew; who steps aside does so when all can move."""
    made = {step.address: max(day, step.activation_date or day)
            for day, _, step in dated if step.verb == "activate" and not step.sent}
    moved = {id(step.before): day for day, _, step in dated if step.before}
    for day, n, step in dated:
        if step.verb == "delete" and not step.sent and step.address in made:
            yield day, n, _words.made_anew(step.address, made[step.address])
        elif step.note in (_words.PARKED, _words.UNREACHABLE) and id(step.after) in moved:
            yield day, n, _words.together(moved[id(step.after)])


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
    return max(step.activation_date or day, day + ONE_DAY)
