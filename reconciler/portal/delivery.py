"""Carrying out what was ordered, each position on the day on which it is due."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from reconciler.model.booking import begins, due, items, without_item
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource
from reconciler.portal import refusals as say
from reconciler.portal.bodies import booked, fitting
from reconciler.portal.checks import deletable, referring, unclaimed
from reconciler.portal.desk import Desk
from reconciler.portal.refusals import Refusal, refusal
from reconciler.portal.verbs.cart import cancellable
from reconciler.portal.verbs.verb import Verb

_ENDS_FIRST = ("cancel", "delete", "activate", "book")


def deliver(desk: Desk, to: date) -> None:
    """Carry out everything that is due up to ``to``, day by day; on one day, what ends goes first.

    What stood against an order when it was queued is looked for again; a position that can no longer be
    carried out is rejected, with the reason, and what it held is free again.
    """
    ordered = ((due(p, desk.meta.today), p) for p in desk.books.positions(("ordered",)))
    for day, position in sorted(ordered, key=_turn):
        if day > to:
            break
        if day > desk.meta.today:
            desk.turn_to(day)
        _carry_out(desk, position)
    desk.turn_to(to)


def _turn(dated: tuple[date, Position]) -> tuple[date, int, str]:
    day, position = dated
    return day, _ENDS_FIRST.index(position.verb), position.ref


def _carry_out(desk: Desk, position: Position) -> None:
    refused = _VERBS[position.verb].carry_out(desk, position)
    if refused is None:
        desk.books.set_position(replace(position, state="done"))
        desk.note("carry-out", position)
    else:
        desk.books.set_position(replace(position, state="rejected", rule=refused.rule, reason=refused.message))
        desk.note("reject", position)
        if position.verb == "activate":
            desk.books.claim({position.address: ()})
    desk.books.count_life(position.address)


def _against_activate(desk: Desk, position: Position) -> Iterator[Refusal]:
    body = fitting(desk.kind(position.address), position.body)
    if body is None:
        yield refusal("FORM-2", say.MALFORMED, address=position.address)
        return
    resource = Resource(position.address, body)
    yield from referring(desk, resource, None, begins(position, desk.meta.today))
    yield from unclaimed(desk, resource)


def _activate(desk: Desk, position: Position) -> None:
    kind, began = desk.kind(position.address), begins(position, desk.meta.today)
    body = fitting(kind, position.body)
    life = Life(began=began, booked=dict.fromkeys(items(kind, body), began))
    desk.put(Resource(position.address, body, life=life))


def _against_book(desk: Desk, position: Position) -> Iterator[Refusal]:
    resource = desk.books.resource(position.address)
    if resource is None or resource.life is None or resource.life.state != "active":
        yield refusal("ACTIVE", say.SLEEPING if resource else say.ABSENT, address=position.address)
        return
    after = _booked(desk, resource, position)
    if after.body is None:
        yield refusal("FORM-2", say.MALFORMED, address=position.address)
        return
    yield from referring(desk, after, resource, desk.meta.today)


def _book(desk: Desk, position: Position) -> None:
    resource = desk.books.resource(position.address)
    if resource and resource.life:
        days = {**resource.life.booked, position.item: begins(position, desk.meta.today)}
        desk.put(replace(_booked(desk, resource, position), life=replace(resource.life, booked=days)))


def _booked(desk: Desk, resource: Resource, position: Position) -> Resource:
    kind = desk.kind(position.address)
    return replace(resource, body=booked(kind, resource.body, position.item, position.body.get("value")))


def _against_cancel(desk: Desk, position: Position) -> Iterator[Refusal]:
    resource = desk.books.resource(position.address)
    if resource is None or resource.life is None:
        yield refusal("REF-1", say.ABSENT, address=position.address)
        return
    yield from cancellable(desk, resource, position.item)


def _cancel(desk: Desk, position: Position) -> None:
    resource = desk.books.resource(position.address)
    if resource and resource.life:
        days = {item: day for item, day in resource.life.booked.items() if item != position.item}
        body = without_item(desk.kind(position.address), resource.body, position.item)
        desk.put(replace(resource, body=body, life=replace(resource.life, booked=days)))


def _against_delete(desk: Desk, position: Position) -> Iterator[Refusal]:
    resource = desk.books.resource(position.address)
    if resource is None:
        yield refusal("REF-1", say.ABSENT, address=position.address)
        return
    yield from deletable(desk, resource)


def _delete(desk: Desk, position: Position) -> None:
    desk.drop(position.address)


_VERBS: Mapping[str, Verb[Position]] = {
    "activate": Verb(_against_activate, _activate),
    "book": Verb(_against_book, _book),
    "cancel": Verb(_against_cancel, _cancel),
    "delete": Verb(_against_delete, _delete),
}
