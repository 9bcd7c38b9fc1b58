"""The plan: dated waves of orders, and what it rests on."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Action, Change
from reconciler.model.message import Said
from reconciler.model.noun import noun
from reconciler.model.order import Order
from reconciler.model.selection import Selection


@noun
class Wave:
    """Orders that can be queued from one day on, in the order in which they are sent."""

    not_before: date
    orders: tuple[Order, ...]


@noun
class Blocked:
    """A change that time alone does not make possible."""

    address: Address
    action: str
    rule: str
    message: Said
    help: Said


_STEPS_OF_A_REPLACE = frozenset({"activate", "create", "delete", "remove"})


class Known(NamedTuple):
    """The changes of a plan by address (a renamed one under both names), and the fields changed in two steps."""

    changes: Mapping[Address, Change]
    stepwise: frozenset[tuple[Address, str]]

    def replaces(self, order: Order) -> Change | None:
        """The replace that this order is a step of, or None."""
        change = self.changes.get(order.address)
        fits = change and change.action is Action.REPLACE and order.verb in _STEPS_OF_A_REPLACE
        return change if fits else None


@noun
class Plan:
    """What apply will do, and nothing else.

    ``allowances`` are the counted permissions of the guards, ``refused`` the guards that stop the plan.
    ``selection`` is what was asked for. ``cart`` is, by reference, the digest of the content of each position of
    ours that lies in the cart once the due orders were sent: what ``order`` may buy. ``theirs`` is the same of what
    others put there, which it may buy if that is asked for.
    """

    as_of: date
    changes: tuple[Change, ...] = ()
    waves: tuple[Wave, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    unchanged: int = 0
    unmanaged: tuple[Address, ...] = ()
    kept: tuple[Address, ...] = ()
    allowances: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    selection: Selection = field(default_factory=Selection)
    cart: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, str] = field(default_factory=dict)

    @property
    def due(self) -> tuple[Order, ...]:
        """The orders that apply sends now."""
        first = self.waves[:1]
        return first[0].orders if first and first[0].not_before <= self.as_of else ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be done, and no guard that stops it."""
        return not (self.changes or self.waves or self.blocked or self.refused)

    @property
    def known(self) -> Known:
        """What must be known of a plan to tell of its orders."""
        changes = {c.before.address: c for c in self.changes if c.before}
        changes |= {c.address: c for c in self.changes}
        updates = (o for w in self.waves for o in w.orders if o.verb == "update")
        counts = Counter((o.address, path) for o in updates for path in o.body)
        return Known(changes, frozenset(spot for spot, n in counts.items() if n > 1))

    @property
    def untold(self) -> tuple[Change, ...]:
        """The changes that neither an order nor a blocked row tells of."""
        told = {o.address for w in self.waves for o in w.orders} | {b.address for b in self.blocked}
        told |= {c.address for a, c in self.known.changes.items() if a in told}
        return tuple(c for c in self.changes if c.address not in told)
