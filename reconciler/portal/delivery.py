"""Carrying out what was ordered, each position on the day on which it is due."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource
from reconciler.portal import refusals as say
from reconciler.portal.bodies import fitting, items, with_item, without_item
from reconciler.portal.checks import deletable, referring, unclaimed
from reconciler.portal.desk import Desk
from reconciler.portal.orders import cancellable
from reconciler.portal.refusals import Refusal, refusal
from reconciler.portal.terms import begins, due

_ENDS_FIRST = ("cancel", "delete", "activate", "book")


def deliver(desk: Desk, to: date) -> None:
    """Carry out everything that is due up to ``to``, day by day; on one day, what ends goes first.

    What stood against an order when it was queued is looked for again; a position that can no longer be
    carried out is rejected, with the reason, and what it held is free again.
    """
    for position in sorted(desk.books.positions(("ordered",)), key=_turn):
        if due(position) > to:
            break
        if due(position) > desk.meta.today:
            desk.turn_to(due(position))
        _carry_out(desk, position)
    desk.turn_to(to)


def _turn(position: Position) -> tuple[date, int, str]:
    return due(position), _ENDS_FIRST.index(position.verb), position.ref


def _carry_out(desk: Desk, position: Position) -> None:
    refused = next(_EFFECTS[position.verb](desk, position), None)
    if refused is None:
        desk.books.set_position(replace(position, state="done"))
    else:
        desk.books.set_position(replace(position, state="rejected", rule=refused.rule, reason=refused.message))
        if position.verb == "activate":
            desk.books.claim({position.address: ()})
    desk.books.count_life(position.address)


def _activate(desk: Desk, position: Position) -> Iterator[Refusal]:
    kind, began = desk.kind(position.address), begins(position)
    body = fitting(kind, position.body)
    if body is None:
        yield refusal("FORM-2", say.MALFORMED, address=position.address)
    life = Life(began=began, booked=dict.fromkeys(items(kind, body), began))
    resource = Resource(position.address, body, life=life)
    yield from referring(desk, resource, None, began)
    yield from unclaimed(desk, resource)
    desk.put(resource)


def _book(desk: Desk, position: Position) -> Iterator[Refusal]:
    resource = desk.books.resource(position.address)
    if resource is None or resource.life is None or resource.life.state != "active":
        yield refusal("ACTIVE", say.SLEEPING if resource else say.ABSENT, address=position.address)
        return
    body = with_item(desk.kind(position.address), resource.body, position.item, position.body.get("value"))
    if body is None:
        yield refusal("FORM-2", say.MALFORMED, address=position.address)
    booked = {**resource.life.booked, position.item: begins(position)}
    after = replace(resource, body=body, life=replace(resource.life, booked=booked))
    yield from referring(desk, after, resource, desk.meta.today)
    desk.put(after)


def _cancel(desk: Desk, position: Position) -> Iterator[Refusal]:
    resource = desk.books.resource(position.address)
    if resource is None or resource.life is None:
        yield refusal("REF-1", say.ABSENT, address=position.address)
        return
    yield from cancellable(desk, resource, position.item)
    booked = {item: day for item, day in resource.life.booked.items() if item != position.item}
    body = without_item(desk.kind(position.address), resource.body, position.item)
    desk.put(replace(resource, body=body, life=replace(resource.life, booked=booked)))


def _delete(desk: Desk, position: Position) -> Iterator[Refusal]:
    resource = desk.books.resource(position.address)
    if resource is None:
        yield refusal("REF-1", say.ABSENT, address=position.address)
        return
    yield from deletable(desk, resource)
    desk.drop(position.address)


_EFFECTS: Mapping[str, Callable[[Desk, Position], Iterator[Refusal]]] = {
    "activate": _activate, "book": _book, "cancel": _cancel, "delete": _delete,
}
