"""Changes and the portal's positions in, what the portal once refused to carry out and is wished for again out."""

from collections.abc import Iterator, Sequence
from datetime import date

from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff
from reconciler.model.finding import Breach
from reconciler.model.message import Quote, Word
from reconciler.model.plan import Wave
from reconciler.model.position import Position

Key = tuple[Address, str, str]
"""Address, verb and item: what a position does."""


def recall(diff: Diff, waves: Sequence[Wave], positions: Sequence[Position]) -> Iterator[Breach]:
    """For each order that repeats a rejected position of ours, the portal's last reason.

    Where there are no orders, because a rule is broken, what the changes would need is asked for in their place.
    """
    last: dict[Key, Position] = {}
    for position in positions:
        key = position.address, position.verb, position.item
        if position.state == "rejected" and position.ours and _ordered(position) >= _ordered(last.get(key, position)):
            last[key] = position
    orders = [(o.address, o.verb, o.item) for wave in waves for o in wave.orders]
    for address, verb, item in orders or [key for change in diff.changes for key in _needed(change)]:
        again = last.get((address, verb, item))
        if again:
            yield Breach("CART-3", address, values={
                "step": say.step(verb, item), "day": again.ordered_on or Word("–"),
                "rule": Word(again.rule), "reason": Quote(again.reason)})


def _needed(change: Change) -> Iterator[Key]:
    """What a change has to put into the cart."""
    there = change.before
    if change.action in (Action.DELETE, Action.REPLACE) and there:
        yield there.address, "delete", ""
    if change.action in (Action.CREATE, Action.REPLACE):
        yield change.address, "activate", ""
    for field in change.fields if change.action is Action.UPDATE else ():
        for item in field.items:
            yield change.address, "book" if item.action == "added" else "cancel", item.name
        if not field.items:
            yield change.address, "cancel" if field.after is None else "book", field.path


def _ordered(position: Position) -> date:
    return position.ordered_on or date.min
