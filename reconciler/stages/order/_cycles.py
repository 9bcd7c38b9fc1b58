"""Rings of steps, each waiting for the next: found, and opened by cutting one step of each in two."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reconciler.model.change import Diff
from reconciler.model.kind import Kind
from reconciler.model.step import Step
from reconciler.stages.order._edges import Edge, edges
from reconciler.stages.order._parking import parked


def without_rings(
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
