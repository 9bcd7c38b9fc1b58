"""What the reference portal keeps, and what a place to keep it in must be able to do."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from typing import NamedTuple, Protocol

from reconciler.model.address import Address
from reconciler.model.audit import AuditRow
from reconciler.model.order import Order
from reconciler.model.position import Position
from reconciler.model.references import Claim
from reconciler.model.resource import Resource
from reconciler.portal.clock import REHEARSAL

LIVE = ("in-cart", "ordered")
"""The states of positions that can still take effect."""

SHOWN = (*LIVE, "rejected")
"""The states of positions that a client is told of."""

WITHDRAWN = "withdrawn"
"""The state of a position that was taken out of the cart; nobody is told of it."""


OFFERED = ("catalog",)
"""Kinds that no order makes and that are facts here: what this portal offers beside what all portals do."""


class Meta(NamedTuple):
    """The portal as a whole.

    ``revision`` counts every change. ``settled`` is the revision at which something that others may refer
    to (a group, a profile, a block) changed last. ``secret`` is the key of references; it is told to clients
    that may read, and stands nowhere else. ``audited`` is how many rows the audit has, ``head`` the hash of the last.
    ``clock`` is the one that the portal goes by, see ``portal.clock``.
    """

    company: str
    origin: str
    today: date
    revision: int = 0
    settled: int = 0
    secret: str = ""
    audited: int = 0
    head: str = ""
    clock: str = REHEARSAL


LOCAL = "(local)"
"""The actor where nobody says who they are: whoever may write the file or the database. No token can have this name."""

CALENDAR = "(calendar)"
"""The actor of what fell due in a portal that goes by the calendar."""


class Lease(NamedTuple):
    """Who may write: the last token that was given out, and until when (epoch seconds); nobody at first.

    ``plan`` is the digest of the plan that is carried out under it, empty if it is none.
    """

    holder: str = ""
    token: int = 0
    expires: float = 0.0
    plan: str = ""


class Author(NamedTuple):
    """Who did something: the name of a client's token, under which fencing token (0: none), for which plan."""

    actor: str = LOCAL
    token: int = 0
    plan: str = ""


class Deed(NamedTuple):
    """What was done: an order's verb or one of the portal's own, on which of its days, by which order or position."""

    action: str
    day: date
    about: Order | Position | None = None


class Books(Protocol):
    """All that is kept, as one transaction sees it."""

    def meta(self) -> Meta | None:
        """The portal as a whole; None before it was filled for the first time."""

    def set_meta(self, meta: Meta) -> None:
        """Keep this."""

    def resource(self, address: Address) -> Resource | None:
        """One resource, active or inactive."""

    def resources(self, kinds: Collection[str] | None) -> tuple[Resource, ...]:
        """All resources of these kinds; None: of all."""

    def counts(self) -> Mapping[str, int]:
        """How many resources there are, by kind."""

    def put(self, resources: Iterable[Resource]) -> None:
        """Keep these, in place of their namesakes."""

    def drop(self, address: Address) -> None:
        """Forget a resource."""

    def holders(self, claim: Claim) -> tuple[Address, ...]:
        """Who holds this value in this scope: resources, and what is ordered or lies in the cart."""

    def claim(self, claims: Mapping[Address, Iterable[Claim]]) -> None:
        """Each address holds these values and no others."""

    def position(self, ref: str) -> Position | None:
        """One position, whatever its state."""

    def positions(self, states: Collection[str], address: Address | None = None) -> tuple[Position, ...]:
        """The positions in one of these states (of one address, or of all), sorted by reference."""

    def set_position(self, position: Position) -> None:
        """Keep this position, in place of the one with its reference."""

    def sent(self, ref: str) -> str | None:
        """The digest of the order that took effect under this reference; None if none did."""

    def remember(self, order: Order, token: int, day: date) -> None:
        """Keep for ever that this order took effect, under which token and on which day."""

    def lives(self) -> Mapping[Address, int]:
        """How often something happened, by address; 0 is left out."""

    def count_life(self, address: Address) -> None:
        """Something happened to this address."""

    def lease(self) -> Lease:
        """Who may write."""

    def set_lease(self, lease: Lease) -> None:
        """Keep this."""

    def record(self, deeds: Iterable[Deed], meta: Meta, author: Author, now: float) -> Meta:
        """Write the audit's rows of what was done at ``now`` (epoch seconds); gives the meta that counts them.

        Whoever changes anything calls this in the same transaction, and then sets what it gives.
        """

    def audit(self) -> tuple[AuditRow, ...]:
        """All rows of the audit by number, as they are kept."""


class Store(Protocol):
    """A place to keep the books in. What happens inside ``write`` happens as a whole or not at all."""

    def read(self) -> AbstractContextManager[Books]:
        """The books at one moment."""

    def write(self) -> AbstractContextManager[Books]:
        """The books, with nobody else writing.

        Raises:
            errors.Unreachable: if they cannot be opened; nothing was changed.
            errors.AnswerLost: if it is not known whether the changes were kept.
        """

    def close(self) -> None:
        """Let go of files and connections."""
