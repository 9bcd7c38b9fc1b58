"""What a client is shown of the books, beside what stands there."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from reconciler.model.address import Address
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource
from reconciler.portal.books.protocol import Books


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
