"""A step: one thing that has to happen at the portal, before it has a date and a reference."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import Enum
from typing import Any

from reconciler.model.address import Address
from reconciler.model.change import FieldChange
from reconciler.model.message import Said
from reconciler.model.noun import noun
from reconciler.model.order import Wait
from reconciler.model.resource import Resource

Claim = tuple[str, str]
"""A scope and a value that only one may hold at a moment; an address and a booked item are such values too."""

EARLY, ITEM, LATE = 1, 2, 3
"""The turns of one address: settings that come first, items, settings that come last."""


class Detour(Enum):
    """How a step leaves a value to others for a moment."""

    PARKED = "parked"
    """By way of a free value."""
    UNREACHABLE = "unreachable"
    """Without any value meanwhile, because none is free."""


@noun
class Step:
    """One order to be, or (``sent``) one that the portal already has.

    Two steps belong together by what they say, never because they hold the same object: a step may be rebuilt at any
    time.
    """

    address: Address
    channel: str
    """``cart`` or ``direct``."""
    verb: str
    item: str = ""
    """What is booked, cancelled or changed for the address; empty where it is the resource itself."""
    body: Mapping[str, Any] = field(default_factory=dict)
    fields: tuple[FieldChange, ...] = ()
    """What is told of the step: the leaves it changes."""
    target: str = ""
    """The reference of the position that is changed or withdrawn."""
    before: Resource | None = None
    """The resource just before this step, as far as this step knows it."""
    after: Resource | None = None
    claims: frozenset[Claim] = frozenset()
    """What it takes; it waits for whoever gives it free."""
    releases: frozenset[Claim] = frozenset()
    since: date | None = None
    """The earliest day that follows from the step alone."""
    waits: tuple[Wait, ...] = ()
    """Why not before ``since``."""
    activation_date: date | None = None
    sent: bool = False
    bought: bool = True
    """False for a sent one that only lies in the cart."""
    ours: bool = True
    """False for a sent one that somebody else put there."""
    finished: date | None = None
    """The day on which a sent one takes effect."""
    note: Said | None = None
    turn: int = 0
    """Of the steps of one address, a higher turn waits until the lower ones took effect; 0 is none."""
    needed: frozenset[str] = frozenset()
    """The leaves because of which a higher turn waits for this one; empty for all of them."""
    along: str = ""
    """The item of the same address that it is sent together with."""
    part: tuple[int, ...] = ()
    """Which part of one update it is, cut once or more: parts follow each other in this order; empty if it is uncut."""
    detour: Detour | None = None
    """For a part that only steps aside; the next part is the way back."""
    anew: bool = False
    """Whether what is set up here was there before, perhaps under another name."""
    heir: Address | None = None
    """Who is set up in place of what is deleted here."""

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What sorts steps of one day: the same for the same plan, whatever the order of files."""
        return (*self.address, self.verb, self.item, str(self.body))

    @property
    def theirs(self) -> bool:
        """Whether somebody else put it into the cart and nobody bought it."""
        return self.sent and not (self.bought or self.ours)

    @property
    def at_once(self) -> bool:
        """Whether it takes effect as soon as it was sent."""
        return self.channel == "direct" or self.verb in ("withdraw", "change")
