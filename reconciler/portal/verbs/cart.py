"""The verbs of the cart: what costs something becomes a position and waits there to be bought."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from reconciler.model.address import Address
from reconciler.model.booking import item_field, item_name, items, without_item
from reconciler.model.marks import Cart
from reconciler.model.order import Order
from reconciler.model.position import Position
from reconciler.model.resource import Resource
from reconciler.portal import refusals as say
from reconciler.portal.bodies import booked, item_body, laid
from reconciler.portal.books.protocol import WITHDRAWN
from reconciler.portal.checks import abandoned, deletable, fits, malformed, terms_over
from reconciler.portal.desk import Desk, told
from reconciler.portal.refusals import Refusal, refusal
from reconciler.portal.verbs.verb import Verb


def against_activate(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against a new resource."""
    address = order.address
    yield from _charged(desk, order)
    if desk.books.resource(address) or any(p.verb == "activate" for p in desk.open_positions(address)):
        yield refusal("USERNAME-6", say.TAKEN_NAME, address=address, standing=desk.standing(address))
    yield from _enters(desk, order)


def activate(desk: Desk, order: Order) -> None:
    """Put a new resource into the cart; it holds its unique values from now on."""
    body = desk.body(order)
    desk.queue(order, desk.kind(order.address).plain(body))
    desk.hold(order.address, body)


def against_delete(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against the end of a resource."""
    address = order.address
    yield from _charged(desk, order)
    resource = desk.books.resource(address)
    if resource is None:
        yield absent(desk, address)
        return
    if any(p.verb == "delete" for p in desk.open_positions(address)):
        yield refusal("CART-1", say.STILL_LEAVING, address=address, standing=desk.standing(address))
    yield from deletable(desk, resource)


def against_book(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against another item for an active resource."""
    resource = desk.books.resource(order.address)
    if resource is None:
        yield absent(desk, order.address)
        return
    if order.body and item_body(desk.kind(order.address), order.item, 1) == {}:
        yield refusal("FORM-1", say.MISPLACED, what="value", verb=order.verb, address=order.address)
    yield from _pending(desk, order)
    yield from bookable(desk, resource, order.item, order.body.get("value"))


def book(desk: Desk, order: Order) -> None:
    """Put an item of an active resource into the cart."""
    desk.queue(order, item_body(desk.kind(order.address), order.item, order.body.get("value")))


def against_cancel(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against the end of a booked item."""
    resource = desk.books.resource(order.address)
    if resource is None:
        yield absent(desk, order.address)
        return
    yield from _pending(desk, order)
    yield from cancellable(desk, resource, order.item)


def end(desk: Desk, order: Order) -> None:
    """Put the end of a resource, or of an item, into the cart."""
    desk.queue(order, {})


def against_change(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against other settings for a position."""
    position = _own(desk, order)
    resource = desk.books.resource(order.address)
    if position is None:
        yield _not_own(order)
    elif position.verb == "activate":
        yield from _enters(desk, order)
    elif position.verb == "book" and position.body and resource:
        yield from bookable(desk, resource, position.item, order.body.get("value"))
    else:
        yield refusal("CART-1", say.NOT_CHANGEABLE, ref=order.target)


def change(desk: Desk, order: Order) -> None:
    """Put other settings into an own position of the cart; it keeps its reference."""
    position, kind = _own(desk, order), desk.kind(order.address)
    if position is None:
        raise ValueError(order.target)  # that is a refusal
    plain: Mapping[str, Any] = {"value": order.body.get("value")}
    if position.verb == "activate":
        body = desk.body(order)
        desk.hold(order.address, body)
        plain = kind.plain(body)
    desk.books.set_position(replace(position, body=plain, revision=position.revision + 1,
                                    activation_date=order.activation_date))
    desk.books.count_life(order.address)


def against_withdraw(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against taking a position out of the cart."""
    if _own(desk, order) is None:
        yield _not_own(order)


def withdraw(desk: Desk, order: Order) -> None:
    """Take an own position out of the cart; what it held is free again."""
    position = _own(desk, order)
    if position is None:
        raise ValueError(order.target)  # that is a refusal
    desk.books.set_position(replace(position, state=WITHDRAWN))
    if position.verb == "activate":
        desk.books.claim({order.address: ()})
    desk.books.count_life(order.address)


CART: Mapping[str, Verb[Order]] = {
    "activate": Verb(against_activate, activate),
    "delete": Verb(against_delete, end),
    "book": Verb(against_book, book),
    "cancel": Verb(against_cancel, end),
    "change": Verb(against_change, change),
    "withdraw": Verb(against_withdraw, withdraw),
}


def absent(desk: Desk, address: Address) -> Refusal:
    """The refusal for what does not exist, or only as an order."""
    if desk.open_positions(address):
        return refusal("ACTIVE", say.NOT_ACTIVE, address=address, standing=desk.standing(address))
    return refusal("REF-1", say.ABSENT, address=address)


def bookable(desk: Desk, resource: Resource, item: str, value: Any) -> Iterator[Refusal]:
    """The resource is active and stays so, lacks the item and may have it."""
    address, kind = resource.address, desk.kind(resource.address)
    if resource.life and resource.life.state != "active":
        yield refusal("ACTIVE", say.SLEEPING, address=address)
    if any(p.verb == "delete" for p in desk.open_positions(address)):
        yield refusal("ACTIVE", say.STILL_LEAVING, address=address, standing=desk.standing(address))
    if item in items(kind, resource.body):
        yield refusal("CART-1", say.BOOKED, item=item_name(item), address=address)
        return
    body = booked(kind, resource.body, item, value)
    if body is None:
        field = item_field(kind, item)
        leaves = {field.path: value} if field else {}
        yield malformed(desk, address, laid(kind, resource.body, leaves))
        return
    yield from fits(desk, replace(resource, body=body), resource, desk.meta.today)


def cancellable(desk: Desk, resource: Resource, item: str) -> Iterator[Refusal]:
    """The item is booked, its term is over, and nobody needs it."""
    kind = desk.kind(resource.address)
    if item not in items(kind, resource.body):
        yield refusal("CART-1", say.NOT_BOOKED, item=item_name(item), address=resource.address)
        return
    yield from terms_over(desk, resource, (item,))
    yield from abandoned(desk, resource, replace(resource, body=without_item(kind, resource.body, item)))


def _charged(desk: Desk, order: Order) -> Iterator[Refusal]:
    if not desk.kind(order.address).mark(Cart):
        yield refusal("CART-1", say.UNKNOWN_VERB, verb=order.verb, address=order.address, channel=order.channel)


def _enters(desk: Desk, order: Order) -> Iterator[Refusal]:
    body = desk.body(order)
    if body is None:
        yield malformed(desk, order.address, order.body)
        return
    today: date = desk.meta.today
    day = order.activation_date or today
    if day < today:
        yield refusal("CART-1", say.PAST, day=day, address=order.address, today=today)
    written = getattr(body, "activation_date", None)
    if written and day < written:
        yield refusal("CART-1", say.OTHER_DAY, address=order.address, day=day, written=written)
    yield from fits(desk, Resource(order.address, body), None, day)


def _pending(desk: Desk, order: Order) -> Iterator[Refusal]:
    for position in desk.open_positions(order.address):
        if position.item == order.item and position.verb in ("book", "cancel"):
            standing = told(position, desk.meta.today)
            yield refusal("CART-1", say.PENDING, item=item_name(order.item), address=order.address, standing=standing)


def _own(desk: Desk, order: Order) -> Position | None:
    """The position that an order is about, if it is ours, lies in the cart and is that of the address."""
    position = desk.books.position(order.target)
    mine = position and position.mine and position.address == order.address
    return position if mine else None


def _not_own(order: Order) -> Refusal:
    return refusal("CART-1", say.NOT_OURS_TO_TOUCH, address=order.address, ref=order.target)
