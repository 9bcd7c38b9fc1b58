"""Parts of one resource's change in an order in which each of them is lawful.

Terms. A change has *direct* leaves, which take effect at once, and *items*, which go through the cart and take effect
a day later or more. *Early* are the direct leaves that are set before the items, *late* the others. ``present`` is
what is active now, ``coming`` what that will be once all that stays in the cart was carried out.

Premise. Some settings need what is booked, some bookings need settings. Which, only the rules of the portal know; they
come in as a function. A part is *lawful* if it breaks no rule that is not broken already, now and later.

Algorithm. Early are all direct leaves at once, if that is lawful; else as many as can be added one by one. An item
that is lawful as things are goes its own way; one that is not rests on early leaves (``needed``), and waits for them.
If anything is late, it waits for all items. Where no item is booked or cancelled and nothing lies in the cart, all
direct leaves are early, lawful or not: no order helps them, and the rules have spoken.

    wish                                          early       items             late
    desk telephone, needs its package             –           book package      devices
    MagentaEINS, needs a longer internal number   internal    book integration  –
    both                                          internal    book both         devices
    language and a package, neither needs other   language    book package      –

Picture. Both of them, by days; the package is booked at once, as it rests on nothing:

    day      0              1
    early    internal ─┐
    items              └─▶ integration, in the cart ──▶ carried out
             package, in the cart ────────────────────▶ carried out ─┐
    late                                                             └─▶ devices

Leaves that mirror an item (the number of a mobile integration in the directory) are no part of this: they are sent
*along* with it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from reconciler.model.booking import laid_over
from reconciler.model.change import Change
from reconciler.model.kind import Field, Kind
from reconciler.model.marks import Follows
from reconciler.model.resource import Resource
from reconciler.model.step import EARLY, ITEM, LATE, Step
from reconciler.stages.order._steps import direct_step, with_leaves

Breaks = Callable[[Resource], frozenset[str]]
"""The rules of the portal that a resource breaks, by id."""

BOOKED = ("book", "cancel")


@dataclass(frozen=True)
class Trial:
    """Parts of a change tried on a resource, by the rules of the portal."""

    present: Resource
    coming: Resource
    wish: Any
    """The body in the end."""
    kind: Kind
    breaks: Breaks

    @cached_property
    def known(self) -> frozenset[str]:
        """What is broken already, whatever is done."""
        return self.breaks(self.present)

    @cached_property
    def known_later(self) -> frozenset[str]:
        """The same, once all that stays in the cart was carried out."""
        return self.breaks(self.coming)

    def settable(self, paths: Sequence[str]) -> tuple[str, ...]:
        """As many of these leaves as can be set at once."""
        if self._sets(paths):
            return tuple(paths)
        found: tuple[str, ...] = ()
        for path in paths:
            if self._sets((*found, path)):
                found = (*found, path)
        return found

    def allows(self, item: Step, leaves: Sequence[str] = ()) -> bool:
        """Whether an item is lawful now, after these leaves were set; what is taken out of the cart always is."""
        tried = with_leaves(self.present.body, self.wish, leaves, self.kind)
        if item.verb in BOOKED:
            tried = laid_over(self.kind, tried, item)
        return self.breaks(replace(self.present, body=tried)) <= self.known

    def needed(self, item: Step, leaves: Sequence[str]) -> Iterator[str]:
        """Those of the leaves without which the item is not lawful."""
        for path in leaves:
            if not self.allows(item, [other for other in leaves if other != path]):
                yield path

    def _sets(self, paths: Sequence[str]) -> bool:
        sides = ((self.present, self.known), (self.coming, self.known_later))
        return all(self.breaks(replace(side, body=with_leaves(side.body, self.wish, paths, self.kind))) <= known
                   for side, known in sides)


def in_lawful_order(change: Change, items: Sequence[Step], trial: Trial) -> Iterator[Step]:
    """The steps of one resource: direct changes that are lawful now, its items, and the rest of the changes."""
    if not change.before or not change.after:
        raise ValueError(change)  # only updates have parts
    before, wish, kind = change.before, change.after, trial.kind
    along = dict(_together(change, items, kind))
    direct = [path for path in _direct(change, items, kind) if path not in along]
    entwined = any(item.verb in BOOKED for item in items) or trial.present.body != trial.coming.body
    early = trial.settable(direct) if direct and entwined else tuple(direct)
    late = len(early) < len(direct)
    first = replace(wish, body=with_leaves(before.body, wish.body, early, kind))
    last = replace(wish, body=with_leaves(before.body, wish.body, direct, kind))
    resting = [item for item in items if early and not trial.allows(item)]
    needed = frozenset(path for item in resting for path in trial.needed(item, early))
    if early:
        step = direct_step(before, first, kind)
        yield replace(step, turn=EARLY if resting else 0, needed=needed, part=(0,) if late else ())
    for item in items:
        waits = item.verb in BOOKED and (late or item in resting)
        yield replace(item, turn=ITEM) if waits else item
    if late:
        yield replace(direct_step(first, last, kind), turn=LATE, part=(1,) if early else ())
    for path, leader in along.items():
        then = replace(wish, body=with_leaves(last.body, wish.body, (path,), kind))
        yield replace(direct_step(last, then, kind), along=leader)


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
