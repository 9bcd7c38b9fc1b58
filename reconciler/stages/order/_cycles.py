"""Cycles of steps, each waiting for the next: found, and opened by cutting one step of each."""

from collections.abc import Iterator, Mapping, Sequence

from reconciler.stages.order._agenda import Agenda
from reconciler.stages.order._edges import Edge
from reconciler.stages.order._parking import parked


def open_cycles(agenda: Agenda) -> Agenda:
    """The steps, cut where they would wait for each other in a cycle; where none can be cut, they stay as they are."""
    while found := cycles(len(agenda.steps), agenda.links):
        steps = agenda.steps
        for cycle in found:
            steps = parked(steps, cycle, agenda.ground)
        if len(steps) == len(agenda.steps):
            break
        agenda = agenda.cut(steps)
    return agenda


def cycles(count: int, links: Sequence[Edge]) -> list[list[Edge]]:
    """Cycles of edges between so many places, no place in two of them; none only if there is no cycle."""
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
    return list(_going_back(sorted(left), behind))


def _going_back(places: Sequence[int], behind: Mapping[int, Edge]) -> Iterator[list[Edge]]:
    """From each place back along one edge each, until a place comes again."""
    seen: set[int] = set()
    for place in places:
        here, path = place, list[int]()
        while here not in seen:
            seen.add(here)
            path.append(here)
            here = behind[here].first
        if here in path:
            yield [behind[n] for n in path[path.index(here) :]]
