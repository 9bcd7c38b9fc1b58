"""Orders that were carried out and the portal as it is, in; those of them whose effect is not there, out.

What a later order of the same run set again counts as that order left it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reconciler.model.address import Address
from reconciler.model.kind import Kind, plain
from reconciler.model.marks import Untold
from reconciler.model.order import QUEUED, Order, content_digest
from reconciler.model.position import Observation, Position
from reconciler.model.renames import NAME
from reconciler.model.resource import Resource
from reconciler.stages.judge._untold import agrees


def verify(
    orders: Sequence[Order], observation: Observation, positions: Iterable[Position], kinds: Mapping[str, Kind]
) -> tuple[Order, ...]:
    """The orders whose effect the portal does not hold, by content; none where all is as it was acknowledged.

    ``positions`` are all that were not withdrawn, those that were carried out too; ``observation`` holds at least
    the kinds of the direct orders.
    """
    lying = {p.ref: p for p in positions if p.state != "rejected"}
    changed = {o.target: _changed(o) for o in orders if o.verb == "change"}
    last = {(o.address, path): o for o in orders if o.channel == "direct" for path in _paths(o)}
    missing = []
    for order in orders:
        if order.verb in QUEUED:
            found = lying.get(str(order.ref))
            wanted = changed.get(str(order.ref), order.digest)
            there = found is not None and found.digest == wanted
        elif order.verb == "change":
            found = lying.get(order.target)
            there = found is not None and found.digest == changed[order.target]
        elif order.verb == "withdraw":
            there = order.target not in lying
        else:
            paths = [path for path in _paths(order) if last[order.address, path] is order]
            there = all(_set(order, path, observation, kinds) for path in paths)
        if not there:
            missing.append(order)
    return tuple(missing)


def cart_after(positions: Iterable[Position], orders: Sequence[Order]) -> dict[str, str]:
    """By reference, the content of each position of ours that lies in the cart once these orders were sent."""
    lying = {p.ref: p.digest for p in positions if p.mine}
    for order in orders:
        if order.verb == "change":
            lying[order.target] = _changed(order)
        elif order.verb == "withdraw":
            lying.pop(order.target, None)
        elif order.verb in QUEUED:
            lying[str(order.ref)] = order.digest
    return lying


def _changed(order: Order) -> str:
    """The digest of a position whose settings an order changed."""
    return content_digest(order.address, "book" if order.item else "activate", order.item, order.body)


def _paths(order: Order) -> Iterator[str]:
    """What a direct order sets: leaves, or (empty) whether the resource is there."""
    return iter(order.body if order.verb == "update" else ("",))


def _set(order: Order, path: str, observation: Observation, kinds: Mapping[str, Kind]) -> bool:
    resource = observation.state.get(order.address)
    if order.verb == "remove":
        return resource is None
    kind = kinds[order.address.kind]
    if path == NAME:
        return Address(order.address.kind, order.body[path]) in observation.state
    if order.verb == "create":
        return resource is not None and kind.plain(resource.body) == kind.plain(kind.read(order.body))
    return resource is None or _holds(resource, path, order.body[path], kind)


def _holds(resource: Resource, path: str, wanted: Any, kind: Kind) -> bool:
    field = kind.field(path)
    if field is None:  # an element that is called otherwise
        listed, _, _ = path.partition(".")
        return any(getattr(one, "name", None) == wanted for one in getattr(resource.body, listed, ()))
    value = field.value(resource.body)
    if plain(value) == wanted or (wanted is None and value == field.value(kind.body())):
        return True
    return field.mark(Untold) is not None and agrees(field, value, field.value(kind.read({path: wanted})))
