"""Positions and orders in, out come the positions as they are once the portal took these orders."""

from collections.abc import Iterable
from dataclasses import replace

from reconciler.model.order import QUEUED, Order
from reconciler.model.position import Position


def fill(positions: Iterable[Position], orders: Iterable[Order]) -> tuple[Position, ...]:
    """What then lies in the cart, was ordered or was rejected; direct orders make no position.

    Orders of a forecast have no reference and get one that no portal gives.
    """
    lying = {p.ref: p for p in positions}
    for number, order in enumerate(orders):
        if order.verb == "withdraw":
            lying.pop(order.target, None)
        elif order.verb == "change" and (changed := lying.get(order.target)):
            lying[order.target] = replace(changed, body=order.body, activation_date=order.activation_date)
        elif order.verb in QUEUED:
            ref = order.ref or f"forecast-{number}"
            lying[ref] = Position(ref, order.address, order.verb, order.item, order.body, order.activation_date)
    return tuple(lying.values())
