"""The books in memory: for simulations and laws. A transaction that fails half-way is not undone.

They keep no audit: nothing of them is left that could be audited, and a hash would cost a fifth of an order.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from reconciler.model.address import Address
from reconciler.model.audit import AuditRow
from reconciler.model.kind import Kind
from reconciler.model.order import Order
from reconciler.model.position import Observation, Position
from reconciler.model.references import Claim, claims
from reconciler.model.resource import Life, Resource
from reconciler.portal.books.protocol import Author, Deed, Lease, Meta


class MemoryStore:
    """Store and Books in one."""

    def __init__(self) -> None:
        self._meta: Meta | None = None
        self._lease = Lease()
        self._resources: dict[str, dict[str, Resource]] = {}
        self._claims: dict[Address, tuple[Claim, ...]] = {}
        self._holders: dict[tuple[str, str], set[Address]] = {}
        self._positions: dict[str, Position] = {}
        self._refs: dict[Address, set[str]] = {}
        self._sent: dict[str, str] = {}
        self._lives: dict[Address, int] = {}

    @classmethod
    def of(cls, observation: Observation, kinds: Mapping[str, Kind]) -> "MemoryStore":
        """Books that tell what ``observation`` tells."""
        store = cls()
        store.set_meta(Meta(observation.company, observation.origin, observation.today, secret=observation.secret))
        store.put(observation.state)
        held = {r.address: claims(kinds[r.address.kind], r.body) for r in observation.state}
        for position in observation.positions:
            store.set_position(position)
            store._sent[position.ref] = position.digest
            if position.open and position.verb == "activate":
                kind = kinds[position.address.kind]
                held[position.address] = claims(kind, kind.read(position.body))
        store.claim(held)
        store._lives.update(observation.lives)
        return store

    @contextmanager
    def read(self) -> Iterator["MemoryStore"]:
        """The books as they are."""
        yield self

    @contextmanager
    def write(self) -> Iterator["MemoryStore"]:
        """The books as they are; nobody else is there to write."""
        yield self

    def close(self) -> None:
        """Nothing to let go of."""

    def meta(self) -> Meta | None:
        """See Books."""
        return self._meta

    def set_meta(self, meta: Meta) -> None:
        """See Books."""
        self._meta = meta

    def resource(self, address: Address) -> Resource | None:
        """See Books."""
        return self._resources.get(address.kind, {}).get(address.name)

    def resources(self, kinds: Collection[str] | None) -> tuple[Resource, ...]:
        """See Books."""
        wanted = self._resources if kinds is None else kinds
        return tuple(r for kind in wanted for r in self._resources.get(kind, {}).values())

    def counts(self) -> Mapping[str, int]:
        """See Books."""
        return {kind: len(resources) for kind, resources in self._resources.items() if resources}

    def put(self, resources: Iterable[Resource]) -> None:
        """See Books."""
        for resource in resources:
            life = resource.life or Life()
            kept = Resource(resource.address, resource.body, life=Life(life.state, life.began, life.booked))
            self._resources.setdefault(kept.address.kind, {})[kept.address.name] = kept

    def drop(self, address: Address) -> None:
        """See Books."""
        self._resources.get(address.kind, {}).pop(address.name, None)

    def holders(self, claim: Claim) -> tuple[Address, ...]:
        """See Books."""
        return tuple(sorted(self._holders.get(claim[1:], ())))

    def claim(self, claims: Mapping[Address, Iterable[Claim]]) -> None:
        """See Books."""
        for address, wanted in claims.items():
            for old in self._claims.pop(address, ()):
                self._holders[old[1:]].discard(address)
            self._claims[address] = tuple(wanted)
            for new in self._claims[address]:
                self._holders.setdefault(new[1:], set()).add(address)

    def position(self, ref: str) -> Position | None:
        """See Books."""
        return self._positions.get(ref)

    def positions(self, states: Collection[str], address: Address | None = None) -> tuple[Position, ...]:
        """See Books."""
        refs = self._positions if address is None else self._refs.get(address, ())
        found = (self._positions[ref] for ref in sorted(refs))
        return tuple(position for position in found if position.state in states)

    def set_position(self, position: Position) -> None:
        """See Books."""
        self._positions[position.ref] = position
        self._refs.setdefault(position.address, set()).add(position.ref)

    def sent(self, ref: str) -> str | None:
        """See Books."""
        return self._sent.get(ref)

    def remember(self, order: Order, token: int, day: date) -> None:
        """See Books; token and day are of no use in memory."""
        del token, day
        self._sent[str(order.ref)] = order.digest

    def lives(self) -> Mapping[Address, int]:
        """See Books."""
        return dict(self._lives)

    def count_life(self, address: Address) -> None:
        """See Books."""
        self._lives[address] = self._lives.get(address, 0) + 1

    def lease(self) -> Lease:
        """See Books."""
        return self._lease

    def set_lease(self, lease: Lease) -> None:
        """See Books."""
        self._lease = lease

    def record(self, deeds: Iterable[Deed], meta: Meta, author: Author, now: float) -> Meta:
        """Nothing is kept, see above."""
        del deeds, author, now
        return meta

    def audit(self) -> tuple[AuditRow, ...]:
        """None, see above."""
        return ()
