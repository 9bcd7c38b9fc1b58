"""In what order the parts of one resource's change are lawful.

Some settings need what is booked (a device profile its package), some bookings need settings (MagentaEINS a
longer internal number). Which, only the portal's rules know: they come in as a function.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reconciler.model.kind import Kind
from reconciler.model.resource import Resource
from reconciler.model.step import Step
from reconciler.stages._steps import direct_step, with_item, with_leaves

Breaks = Callable[[Resource], frozenset[str]]
"""The rules of the portal that a resource breaks, by id."""

EARLY, ITEM, LATE = 1, 2, 3


def in_turn(
    present: Resource, before: Resource, wish: Resource, items: Sequence[Step], kind: Kind, breaks: Breaks
) -> Iterator[Step]:
    """The steps of one resource: direct changes that are lawful now, its items, and the rest of the changes.

    ``present`` is what is active, ``before`` what it will be with all that the portal has already.
    """
    carted = {f.path for f in kind.carted}
    direct = [f.path for f in kind.compared if f.path not in carted and f.value(before.body) != f.value(wish.body)]
    bound = bool(items) or present.body != before.body
    early = _lawful(present, wish, direct, kind, breaks) if bound else direct
    first = replace(wish, body=with_leaves(before.body, wish.body, early, kind))
    last = replace(wish, body=with_leaves(before.body, wish.body, direct, kind))
    if early:
        yield replace(direct_step(before, first, kind), turn=EARLY)
    for item in items:
        after = with_item(present.body, item.verb, item.item, item.body.get("value"), kind)
        rests = bool(early) and not breaks(replace(present, body=after)) <= breaks(present)
        yield replace(item, turn=ITEM) if rests or len(early) < len(direct) else item
    if len(early) < len(direct):
        yield replace(direct_step(first, last, kind), turn=LATE)


def _lawful(present: Resource, wish: Resource, paths: list[str], kind: Kind, breaks: Breaks) -> list[str]:
    """As many of the leaves as can be set at once without breaking a rule."""
    allowed = breaks(present)

    def lawful(some: list[str]) -> bool:
        return breaks(replace(wish, body=with_leaves(present.body, wish.body, some, kind))) <= allowed

    if lawful(paths):
        return paths
    found: list[str] = []
    for path in paths:
        if lawful([*found, path]):
            found.append(path)
    return found
