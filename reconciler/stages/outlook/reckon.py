"""An observation in, a ledger of minimum terms out: what may end when, by the marks of the kinds alone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from reconciler.model.address import Address
from reconciler.model.booking import begins, carried_out, first_end, item_term, items
from reconciler.model.kind import Kind
from reconciler.model.marks import Term
from reconciler.model.position import Observation, Position
from reconciler.model.resource import Life, Resource
from reconciler.model.term import MinimumTerm


def reckon(observation: Observation, kinds: Mapping[str, Kind], day: date) -> tuple[MinimumTerm, ...]:
    """Every minimum term, as it stands on ``day``, in the order in which they end.

    What of ours only lies in the cart is taken to be bought on that day.
    """
    ledger = _Ledger(observation.expected, kinds, day)
    found = [*ledger.active(), *ledger.coming()]
    return tuple(sorted(found, key=lambda t: (t.ends, t.address, t.item, t.state)))


class _Ledger:
    """The portal on one day, and where an end already lies: by address and item, the state of its position."""

    def __init__(self, observation: Observation, kinds: Mapping[str, Kind], day: date) -> None:
        self._kinds = kinds
        self._day = day
        self._today = observation.today
        self._resources = [r for r in observation.state if r.address.kind in kinds]
        self._positions = [p for p in observation.positions if p.open and p.address.kind in kinds]
        ending = [p for p in self._positions if p.verb in ("delete", "cancel")]
        self._ending = {(p.address, p.item): p.state for p in ending}
        self._ended = {(p.address, p.item) for p in ending if self._happened(p)}

    def active(self) -> Iterator[MinimumTerm]:
        """The terms of what exists, whether active or not."""
        for resource in self._resources:
            if resource.life:
                yield from (term for term in self._of(resource, resource.life)
                            if not self._ended & {(term.address, ""), (term.address, term.item)})

    def coming(self) -> Iterator[MinimumTerm]:
        """The terms of what lies in the cart or was ordered."""
        for position in self._positions:
            kind, began = self._kinds[position.address.kind], begins(position, self._day)
            life = Life("active" if self._happened(position) else position.state, began)
            if position.verb == "activate":  # what ends under this name is its predecessor
                found = self._of(Resource(position.address, kind.read(position.body)), life)
                yield from (replace(term, leaving="") for term in found)
            elif position.verb == "book":
                mark = item_term(kind, position.item)
                yield from self._one(position.address, position.item, mark, life)

    def _happened(self, position: Position) -> bool:
        return carried_out(position, self._today, self._day)

    def _of(self, resource: Resource, life: Life) -> Iterator[MinimumTerm]:
        """The term of a resource as a whole, and those of its items: since their booking, else since it began."""
        kind = self._kinds[resource.address.kind]
        yield from self._one(resource.address, "", kind.mark(Term), life)
        for item in items(kind, resource.body):
            since = Life(life.state, life.booked.get(item, life.began))
            yield from self._one(resource.address, item, item_term(kind, item), since)

    def _one(self, address: Address, item: str, mark: Term | None, life: Life) -> Iterator[MinimumTerm]:
        if mark and life.began:
            ends = first_end(mark, life.began)
            leaving = self._ending.get((address, item)) or self._ending.get((address, ""), "")
            over = ends <= self._day
            yield MinimumTerm(address, item, life.state, life.began, ends, over, mark.rule, leaving)
