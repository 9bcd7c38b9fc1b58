"""What lies in the portal's cart or was ordered, and all that the portal tells at one moment."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from typing import Any

from reconciler.model.address import Address
from reconciler.model.message import Said
from reconciler.model.noun import noun
from reconciler.model.order import content_digest
from reconciler.model.resource import State
from reconciler.model.text import NOTHING


@noun
class Position:
    """One position of the cart.

    ``verb`` is ``activate``, ``delete``, ``book`` or ``cancel``; ``item`` the package (or
    ``mobileIntegration``) that is booked or cancelled. ``state`` is ``in-cart``, ``ordered``, ``done`` or
    ``rejected``. ``body`` are the plain values that will take effect. ``ours`` tells whether this tool
    put it in, ``queued_on`` on which of the portal's days. ``rule`` and ``reason`` say why it was rejected.
    ``works_from`` is told beside the activation date where it is shown: the day on which it is carried out.
    """

    ref: str
    address: Address
    verb: str
    item: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)
    activation_date: date | None = None
    state: str = "in-cart"
    ours: bool = True
    revision: int = 1
    ordered_on: date | None = None
    rule: str = ""
    reason: Said = NOTHING
    queued_on: date | None = None
    works_from: date | None = None

    @property
    def open(self) -> bool:
        """Whether it can still take effect."""
        return self.state in ("in-cart", "ordered")

    @property
    def mine(self) -> bool:
        """Whether it is ours and lies in the cart: it can be changed, taken out, or bought."""
        return self.state == "in-cart" and self.ours

    @property
    def theirs(self) -> bool:
        """Whether others put it into the cart and nobody bought it: who knows if it will ever take effect."""
        return self.state == "in-cart" and not self.ours

    @property
    def digest(self) -> str:
        """What it will do: that of the order that put it in, until it is changed."""
        return content_digest(self.address, self.verb, self.item, self.body)


@noun
class Observation:
    """The portal as it is: what is active, what lies in the cart or is ordered, and its own clock.

    ``state`` holds what is active or inactive, each with its Life. ``lives`` counts per address what has
    happened to it so far; an order's reference includes it. ``revision`` changes with every change. ``secret``
    is the key of all references, and known to nobody who reads only what is printed or kept beside the portal.
    """

    driver: str
    company: str
    origin: str
    revision: str
    today: date
    state: State
    positions: tuple[Position, ...] = ()
    lives: Mapping[Address, int] = field(default_factory=dict)
    secret: str = field(default="", repr=False)

    @property
    def expected(self) -> "Observation":
        """The portal without what others only put into the cart, deletions too: who knows if it will ever happen."""
        theirs = {p.ref: p for p in self.positions if p.theirs}
        if not theirs:
            return self
        going = (self.state.get(p.address) for p in theirs.values() if p.verb == "delete")
        staying = (replace(resource, life=replace(resource.life, leaving="")) for resource in going
                   if resource and resource.life and resource.life.leaving in theirs)
        return replace(self, state=self.state.but(staying),
                       positions=tuple(p for p in self.positions if p.ref not in theirs))
