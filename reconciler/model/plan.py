"""The plan: dated waves of orders, and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reconciler.model.address import Address
from reconciler.model.change import Change
from reconciler.model.order import Order
from reconciler.model.selection import Selection
from reconciler.model.text import Text


@dataclass(frozen=True, slots=True)
class Wave:
    """Orders that can be queued from one day on, in the order in which they are sent."""

    not_before: date
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class Blocked:
    """A change that time alone does not make possible."""

    address: Address
    action: str
    rule: str
    message: Text
    help: Text


@dataclass(frozen=True, slots=True)
class Plan:
    """What apply will do, and nothing else.

    ``allowances`` are the counted permissions of the guards, ``refused`` the guards that stop the plan.
    ``selection`` is what was asked for. ``cart`` is, by reference, the digest of the content of each position of
    ours that lies in the cart once the due orders were sent: what ``order`` may buy.
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

    @property
    def due(self) -> tuple[Order, ...]:
        """The orders that apply sends now."""
        first = self.waves[:1]
        return first[0].orders if first and first[0].not_before <= self.as_of else ()
