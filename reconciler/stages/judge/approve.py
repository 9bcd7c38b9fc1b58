"""The orders of a plan file and those of a plan made now, in; what may be sent, or what differs, out.

What is sent is always the fresh plan's. A plan file approves those of its orders that have the same content as one of
its own. After a run that was cut, a number may get where it shall by another way than was planned, for the cut itself
parked it: an update is also approved if every leaf that it sets ends as the file says.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.document import keys
from reconciler.model.finding import Breach
from reconciler.model.message import Message, Quote, Said, Value, Word
from reconciler.model.order import Order
from reconciler.model.position import Position
from reconciler.model.text import Text

FORGED = Text("trägt die Kennung eines anderen Auftrags", "carries the reference of another order")
UNDONE = Text("war schon ausgeführt, steht aber nicht mehr am Portal",
              "was carried out already, but the portal no longer has it")
REJECTED = Text("war bestellt, doch das Portal hat es abgelehnt ({rule}: {reason})",
                "was ordered, but the portal rejected it ({rule}: {reason})")
UNWANTED = Text("gehört nicht mehr zum Plan", "is no longer part of the plan")
ELSE = Text("{path} ist in der Plandatei {planned}, jetzt wäre es {now}",
            "{path} is {planned} in the plan file and would be {now} now")


Leaf = tuple[Address, str]
"""A field of a resource."""


class Approval(NamedTuple):
    """What may be sent, in the order in which it is sent; nothing where something differs."""

    orders: tuple[Order, ...]
    breaches: tuple[Breach, ...] = ()


def approve(
    planned: Sequence[Order], fresh: Sequence[Order], done: Collection[str],
    there: Callable[[Order], bool], named: Callable[[Order], str], positions: Sequence[Position] = (),
) -> Approval:
    """The orders of a plan file, each as the fresh plan has it; under the reference that was approved, if any was.

    ``done`` are the references that the portal knows. ``there`` tells whether the portal holds what the orders of the
    file leave where this one did its part. ``named`` gives the reference that belongs to the content of an order: any
    other one is forged. ``positions`` say which of them the portal rejected on its day, and why.
    """
    if forged := tuple(_breach(order, FORGED) for order in planned if order.ref != named(order)):
        return Approval((), forged)
    way = _Way(planned, fresh, done, {p.ref: p for p in positions if p.state == "rejected"})
    breaches = [b for order in planned for b in way.breaches(order, there)] + list(way.strangers())
    return Approval((), tuple(breaches)) if breaches else Approval((*way.sent, *way.coming()))


class _Way:
    """How a plan file and a fresh plan go together; ``detoured`` are the leaves that get there by another way."""

    def __init__(
        self, planned: Sequence[Order], fresh: Sequence[Order], done: Collection[str], rejected: Mapping[str, Position]
    ) -> None:
        self._fresh, self._rejected = fresh, rejected
        self._twins = {_content(order) for order in fresh}
        self._ends, self._goals = _ends(fresh), _ends(planned)
        self._detoured: set[Leaf] = set()
        self.sent = tuple(o for o in planned if o.ref in done)
        self._rest = {_content(o): o for o in planned if o.ref not in done}

    def breaches(self, order: Order, there: Callable[[Order], bool]) -> Iterator[Breach]:
        """Why an order of the plan file cannot be sent, nor counts as done."""
        content, leaves = _content(order), _leaves_of(order)
        if content not in self._rest:
            if content in self._twins or not there(order):
                yield _breach(order, self._undone(order))
        elif content not in self._twins:
            ends = (self._ends[leaf] == self._goals[leaf] if leaf in self._ends else there(order) for leaf in leaves)
            if leaves and all(ends):
                self._detoured |= leaves
            else:
                yield from _differences(order, self._fresh) or [_breach(order, UNWANTED)]

    def _undone(self, order: Order) -> Said:
        """Why the portal has nothing of an order that it took."""
        position = self._rejected.get(str(order.ref))
        if position is None:
            return UNDONE
        return Message(REJECTED, {"rule": Word(position.rule), "reason": Quote(position.reason)})

    def strangers(self) -> Iterator[Breach]:
        """Orders of the fresh plan that set a detoured leaf together with one that the plan file does not speak of."""
        for order in self._fresh:
            leaves = _leaves_of(order)
            if leaves & self._detoured and not leaves <= self._goals.keys():
                yield _breach(order, UNWANTED)

    def coming(self) -> Iterator[Order]:
        """What is to be sent, in the order of the fresh plan."""
        for order in self._fresh:
            approved = self._rest.get(_content(order))
            if approved:
                yield replace(order, ref=approved.ref, expects=approved.expects)
            elif _leaves_of(order) & self._detoured:
                yield order


def _leaves_of(order: Order) -> set[Leaf]:
    """What an update sets."""
    updates = (order.channel, order.verb) == ("direct", "update")
    return {(order.address, path) for path in order.body} if updates else set()


def _ends(orders: Sequence[Order]) -> dict[Leaf, Any]:
    """How the leaves that these updates set end."""
    return {leaf: order.body[leaf[1]] for order in orders for leaf in _leaves_of(order)}


def _content(order: Order) -> tuple[str, str, str]:
    """What an order is beside its reference, its dates and its reasons."""
    return order.channel, order.target, order.digest


def _differences(order: Order, fresh: Sequence[Order]) -> list[Breach]:
    """Leaf by leaf, where the fresh plan has an order for the same thing."""
    found: list[Breach] = []
    same = (o for o in fresh if (o.address, o.verb, o.item) == (order.address, order.verb, order.item))
    now = next(same, order)
    before, after = dict(_leaves(order.body)), dict(_leaves(now.body))
    for path in sorted({*before, *after}):
        if before.get(path) != after.get(path):
            values = {"path": Word(path), "planned": _shown(before.get(path)), "now": _shown(after.get(path))}
            found.append(_breach(order, Message(ELSE, values), path))
    return found


def _leaves(body: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in body.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def _shown(value: Any) -> str:
    return Word("–") if value is None else str(value)


def _breach(order: Order, cause: Said, path: str = "") -> Breach:
    values: dict[str, Value] = {"step": say.step(order.verb, order.item), "address": order.address,
                                     "cause": cause}
    return Breach("PLAN-1", order.address, keys(path) if path else (), values)
