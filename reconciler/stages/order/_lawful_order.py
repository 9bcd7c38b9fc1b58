"""In what order the parts of one resource's change are lawful.

Some settings need what is booked (a device profile its package), some bookings need settings (MagentaEINS a
longer internal number). Which, only the portal's rules know: they come in as a function.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reconciler.model.change import Change
from reconciler.model.kind import Field, Kind
from reconciler.model.marks import Follows
from reconciler.model.resource import Resource
from reconciler.model.step import Step
from reconciler.stages._days import with_item
from reconciler.stages.order._steps import direct_step, with_leaves

Breaks = Callable[[Resource], frozenset[str]]
"""The rules of the portal that a resource breaks, by id."""

EARLY, ITEM, LATE = 1, 2, 3
BOOKED = ("book", "cancel")


def in_turn(
    change: Change, present: Resource, coming: Resource, items: Sequence[Step], kind: Kind, breaks: Breaks
) -> Iterator[Step]:
    """The steps of one resource: direct changes that are lawful now, its items, and the rest of the changes.

    ``present`` is what is active, ``coming`` what that will be when all that stays in the cart was carried out.
    """
    if not change.before or not change.after:
        raise ValueError(change)  # only updates have parts
    before, wish = change.before, change.after
    along = dict(_together(change, items, kind))
    direct = [path for path in _direct(change, items, kind) if path not in along]
    booked = any(item.verb in BOOKED for item in items)
    bound = direct and (booked or present.body != coming.body)
    early = _lawful((present, coming), wish, direct, kind, breaks) if bound else direct
    first = replace(wish, body=with_leaves(before.body, wish.body, early, kind))
    last = replace(wish, body=with_leaves(before.body, wish.body, direct, kind))
    resting = [i for i in items if early and not breaks(_with(present, i, kind)) <= breaks(present)]
    needed = frozenset(path for item in resting for path in _needed(item, present, wish, early, kind, breaks))
    if early:
        yield replace(direct_step(before, first, kind), turn=EARLY if resting else 0, needed=needed)
    for item in items:
        waited = item.verb in BOOKED and (item in resting or len(early) < len(direct))
        yield replace(item, turn=ITEM) if waited else item
    if len(early) < len(direct):
        yield replace(direct_step(first, last, kind), turn=LATE)
    for path, leader in along.items():  # beside the others, not a part of them
        then = replace(wish, body=with_leaves(last.body, wish.body, (path,), kind))
        yield replace(direct_step(replace(last), then, kind), along=leader)


def _direct(change: Change, items: Sequence[Step], kind: Kind) -> Iterator[str]:
    """The leaves that change at once: none that goes through the cart, unless it has no step there."""
    sent, carted = {step.item for step in items}, {f.path for f in kind.carted}
    for field in change.fields:
        whole = not isinstance(field.before or field.after, list)
        if field.path not in carted or (whole and field.path not in sent):
            yield field.path


def _together(change: Change, items: Sequence[Step], kind: Kind) -> Iterator[tuple[str, str]]:
    """The leaves that mirror an item which changes too, each with the item."""
    changed, sent = {f.path for f in change.fields}, {step.item for step in items}
    for field in kind.fields:
        follows = field.mark(Follows)
        together = follows and field.path in changed and follows.field in sent
        if follows and together and any(_mirrors(field, follows, r, kind) for r in (change.before, change.after)):
            yield field.path, follows.field


def _mirrors(field: Field, follows: Follows, side: Resource | None, kind: Kind) -> bool:
    leader = kind.field(follows.field)
    led = leader.value(side.body) if leader and side else None
    return bool(led and side and getattr(led, follows.part) == field.value(side.body))


def _needed(
    item: Step, present: Resource, wish: Resource, early: list[str], kind: Kind, breaks: Breaks
) -> Iterator[str]:
    """The leaves without which the item would break a rule."""
    for path in early:
        others = [other for other in early if other != path]
        body = with_leaves(present.body, wish.body, others, kind)
        if not breaks(_with(replace(present, body=body), item, kind)) <= breaks(present):
            yield path


def _with(present: Resource, step: Step, kind: Kind) -> Resource:
    if step.verb not in BOOKED:
        return present
    return replace(present, body=with_item(present.body, step.verb, step.item, step.body.get("value"), kind))


def _lawful(
    present: Sequence[Resource], wish: Resource, paths: list[str], kind: Kind, breaks: Breaks
) -> list[str]:
    """As many of the leaves as can be set at once without breaking a rule, now and once all is carried out."""
    allowed = [breaks(one) for one in present]

    def lawful(some: list[str]) -> bool:
        bodies = (replace(one, body=with_leaves(one.body, wish.body, some, kind)) for one in present)
        return all(breaks(body) <= known for body, known in zip(bodies, allowed, strict=True))

    if lawful(paths):
        return paths
    found: list[str] = []
    for path in paths:
        if lawful([*found, path]):
            found.append(path)
    return found
