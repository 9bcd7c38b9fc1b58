"""Who refers to a resource: looked for only when something is about to go."""

from collections.abc import Iterator
from typing import Any

from reconciler.model.address import Address
from reconciler.model.position import Position
from reconciler.model.references import refers_to
from reconciler.model.resource import Resource
from reconciler.portal.bodies import blank, booked, fitting
from reconciler.portal.books.protocol import LIVE
from reconciler.portal.desk import Desk


def users(desk: Desk, address: Address) -> Iterator[Resource]:
    """Everything of a kind that can refer to ``address``: what is active by address, then what is ordered."""
    kinds = [key for key, kind in desk.kinds.items() if refers_to(kind, address.kind)]
    if not kinds:
        return
    found = sorted(desk.books.resources(kinds), key=lambda r: r.address)
    yield from (r for r in found if r.address != address)
    for position in desk.books.positions(LIVE):
        body = _body(desk, position) if position.address.kind in kinds else None
        if body is not None:
            yield Resource(position.address, body)


def _body(desk: Desk, position: Position) -> Any | None:
    kind = desk.kind(position.address)
    if position.verb == "activate":
        return fitting(kind, position.body)
    if position.verb == "book":
        return booked(kind, blank(kind), position.item, position.body.get("value"))
    return None
