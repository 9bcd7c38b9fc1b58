"""Orders and the portal's positions in, what the portal once refused to carry out and is asked for again out."""

from collections.abc import Iterator, Sequence
from datetime import date

from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.finding import Breach
from reconciler.model.plan import Wave
from reconciler.model.position import Position


def recall(waves: Sequence[Wave], positions: Sequence[Position]) -> Iterator[Breach]:
    """For each order that repeats a rejected position of ours, the portal's last reason."""
    last: dict[tuple[Address, str, str], Position] = {}
    for position in positions:
        key = position.address, position.verb, position.item
        if position.state == "rejected" and position.ours and _ordered(position) >= _ordered(last.get(key, position)):
            last[key] = position
    for order in (o for wave in waves for o in wave.orders):
        again = last.get((order.address, order.verb, order.item))
        if again:
            yield Breach("CART-3", order.address, values={
                "step": say.step(order.verb, order.item), "day": str(again.ordered_on or "–"),
                "rule": again.rule, "reason": say.inside(again.reason)})


def _ordered(position: Position) -> date:
    return position.ordered_on or date.min
