"""Which fields differ only because their orders have to wait: that explains them, and nobody changed them by hand."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reconciler.model.address import Address
from reconciler.model.booking import item_field
from reconciler.model.kind import Kind
from reconciler.model.order import Order
from reconciler.model.plan import Wave

Spot = tuple[Address, str]
"""A field of somebody's, by its path."""


def awaited(waves: Sequence[Wave], kinds: Mapping[str, Kind], today: date) -> frozenset[Spot]:
    """The fields of which every order stands in a later wave and says what it waits for, such as a minimum term."""
    waits: dict[Spot, bool] = {}
    for wave in waves:
        for order in wave.orders:
            waiting = wave.not_before > today and bool(order.waits_for)
            for path in _paths(order, kinds[order.address.kind]):
                waits[order.address, path] = waits.get((order.address, path), True) and waiting
    return frozenset(spot for spot, all_wait in waits.items() if all_wait)


def _paths(order: Order, kind: Kind) -> Iterator[str]:
    """The fields that an order changes: those of an update, or the one that its item is booked in."""
    if order.verb == "update":
        yield from order.body
    elif order.item and (field := item_field(kind, order.item)):
        yield field.path
