"""What a portal shows: of the books what stands there, and little beside it. Nothing is changed."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from reconciler.errors import ConfigProblem
from reconciler.model.address import Address
from reconciler.model.audit import AuditRow
from reconciler.model.booking import due
from reconciler.model.order import Outcome, Receipt
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource
from reconciler.model.status import Status
from reconciler.model.text import Text
from reconciler.portal.books.protocol import SHOWN, Books, Meta, Store


class Shown:
    """The short looks at a portal; ``clock`` gives epoch seconds."""

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        self._store, self._clock = store, clock

    def revision(self) -> tuple[str, str]:
        """Which portal this is, and what changes with every change of it; quickly told."""
        with self._store.read() as books:
            meta = filled(books)
        return meta.origin, str(meta.revision)

    def day(self) -> tuple[str, date]:
        """The clock that the portal goes by, and its day; quickly told."""
        with self._store.read() as books:
            meta = filled(books)
        return meta.clock, meta.today

    def is_held(self) -> bool:
        """Whether somebody has the right to write now."""
        with self._store.read() as books:
            lease = books.lease()
        return bool(lease.holder) and lease.expires > self._clock()

    def status(self) -> Status:
        """The portal in a few figures."""
        with self._store.read() as books:
            meta, counts = filled(books), books.counts()
            in_cart, ordered = books.positions(("in-cart",)), books.positions(("ordered",))
        return Status(meta.company, meta.origin, str(meta.revision), meta.today, counts, len(in_cart), len(ordered),
                      min((due(p, meta.today) for p in ordered), default=None), meta.head)

    def audit(self) -> tuple[Meta, tuple[AuditRow, ...]]:
        """The portal as a whole, and all rows of its audit by number."""
        with self._store.read() as books:
            return filled(books), books.audit()

    def positions(self) -> tuple[Position, ...]:
        """All positions that were not withdrawn, those that were carried out too, sorted by reference."""
        with self._store.read() as books:
            return books.positions((*SHOWN, "done"))

    def find(self, ref: str) -> Receipt | None:
        """What became of an order that took effect; None for one that never arrived or was refused."""
        with self._store.read() as books:
            return Receipt(ref, Outcome.DONE) if books.sent(ref) is not None else None

    def kept(self, ref: str) -> tuple[str, Position | None] | None:
        """The digest of the order that took effect under a reference, and its position; None if none did."""
        with self._store.read() as books:
            digest = books.sent(ref)
            return None if digest is None else (digest, books.position(ref))


def filled(books: Books) -> Meta:
    """The portal as a whole.

    Raises:
        ConfigProblem: if it was never filled.
    """
    meta = books.meta()
    if meta is None:
        raise ConfigProblem(Text("Das Portal ist noch leer; `reconciler portal init --from ...` füllt es.",
                                 "The portal is still empty; `reconciler portal init --from ...` fills it."))
    return meta


def made_good(books: Books, position: Position) -> bool:
    """Whether a position was rejected, and the same was ordered and carried out since."""
    later = books.positions(("done",), position.address) if position.state == "rejected" else ()
    since = position.ordered_on or date.min
    return any((p.verb, p.item) == (position.verb, position.item) and (p.ordered_on or date.min) > since for p in later)


def with_leaving(resources: Iterable[Resource], positions: Iterable[Position]) -> Iterable[Resource]:
    """The resources, each with the reference of what is to end it."""
    leaving: dict[Address, str] = {p.address: p.ref for p in positions if p.open and p.verb == "delete"}
    if not leaving:
        return resources
    return (
        replace(r, life=replace(r.life or Life(), leaving=leaving[r.address])) if r.address in leaving else r
        for r in resources
    )
