"""A step: one thing that has to happen at the portal, before it has a date and a reference."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reconciler.model.address import Address
from reconciler.model.change import FieldChange
from reconciler.model.order import Wait
from reconciler.model.resource import Resource
from reconciler.model.text import Text

Claim = tuple[str, str]
"""A scope and a value that only one may hold at a moment; an address and a booked item are such values too."""


@dataclass(frozen=True, slots=True)
class Step:
    """One order to be, or (``sent``) one that the portal already has.

    ``claims`` are taken and ``releases`` given free by it. ``before`` and ``after`` are the resource around this
    step. ``since`` is the earliest day that follows from the step alone, ``waits`` say why. ``bought`` is False for a
    sent one that only lies in the cart; ``finished`` is the day on which a sent one takes effect. Of the steps of one
    address, those with a higher ``turn`` wait until those with a lower one took effect; 0 is none. ``needed`` are the
    leaves because of which they wait, if not all. ``along`` is the item of the same address that it is sent together
    with. ``heir`` is what is made in place of something that is deleted.
    """

    address: Address
    channel: str
    verb: str
    item: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)
    fields: tuple[FieldChange, ...] = ()
    target: str = ""
    before: Resource | None = None
    after: Resource | None = None
    claims: frozenset[Claim] = frozenset()
    releases: frozenset[Claim] = frozenset()
    since: date | None = None
    waits: tuple[Wait, ...] = ()
    activation_date: date | None = None
    sent: bool = False
    bought: bool = True
    ours: bool = True
    finished: date | None = None
    note: Text | None = None
    turn: int = 0
    needed: frozenset[str] = frozenset()
    along: str = ""
    heir: Address | None = None

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What sorts steps of one day: the same for the same plan, whatever the order of files."""
        return (*self.address, self.verb, self.item, str(self.body))

    @property
    def at_once(self) -> bool:
        """Whether it takes effect as soon as it was sent."""
        return self.channel == "direct" or self.verb in ("withdraw", "change")
