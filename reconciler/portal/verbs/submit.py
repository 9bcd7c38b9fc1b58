"""Buying: what lies in the cart becomes an order, if it is what was approved and leaves the company in order."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from reconciler.model.address import Address
from reconciler.model.booking import without_item
from reconciler.model.message import Message
from reconciler.model.position import Position
from reconciler.model.resource import Resource, State
from reconciler.portal import refusals as say
from reconciler.portal.bodies import booked, fitting
from reconciler.portal.desk import Desk
from reconciler.portal.laws import broken_as_a_whole
from reconciler.portal.refusals import Refusal, refusal
from reconciler.portal.verbs.verb import Verb

_ENDS = ("delete", "cancel")


def against_submit(desk: Desk, contents: Mapping[str, str]) -> Iterator[Refusal]:
    """What stands against ordering these positions. ``contents`` is what was approved: reference and digest."""
    found = {ref: desk.books.position(ref) for ref in sorted(contents)}
    otherwise = [refused for ref, position in found.items() for refused in _otherwise(ref, position, contents[ref])]
    yield from otherwise or _disorder(desk, [position for position in found.values() if position])


def submit(desk: Desk, contents: Mapping[str, str]) -> None:
    """Order these positions today."""
    for position in filter(None, map(desk.books.position, sorted(contents))):
        desk.books.set_position(replace(position, state="ordered", ordered_on=desk.meta.today))
        desk.note("buy", position)


SUBMIT: Verb[Mapping[str, str]] = Verb(against_submit, submit)


def _otherwise(ref: str, position: Position | None, approved: str) -> Iterator[Refusal]:
    """In what a position differs from what was approved."""
    if position is None:
        yield refusal("CART-2", say.NOT_IN_CART, ref=ref)
    elif position.state != "in-cart":
        yield refusal("CART-2", say.NO_LONGER_THERE, address=position.address, verb=position.verb,
                      state=say.STATES[position.state])
    elif position.digest != approved:
        yield refusal("CART-2", say.NOT_APPROVED, address=position.address, verb=position.verb,
                      revision=position.revision)


def _disorder(desk: Desk, bought: Collection[Position]) -> Iterator[Refusal]:
    """What the company as a whole must not be once all that is ordered, and this, is carried out.

    What is wrong already, or becomes so by what ends, is no reason: nobody is kept from leaving.
    """
    ends = [position for position in bought if position.verb in _ENDS]
    if len(ends) == len(bought):
        return
    found = tuple(broken_as_a_whole(desk.rules, _in_the_end(desk, bought)))
    if found:
        known = {*broken_as_a_whole(desk.rules, _in_the_end(desk, ())),
                 *broken_as_a_whole(desk.rules, _in_the_end(desk, ends))}
        yield from (replace(one, message=Message(say.NOTHING_BOUGHT, {"reason": one.message}))
                    for one in found if one not in known)


def _in_the_end(desk: Desk, bought: Collection[Position]) -> State:
    """All resources when everything that is ordered, and this, is carried out."""
    held: dict[Address, Resource] = {r.address: r for r in desk.books.resources(desk.kinds)}
    for position in (*desk.books.positions(("ordered",)), *bought):
        kind, present = desk.kind(position.address), held.get(position.address)
        if position.verb == "activate":
            body = fitting(kind, position.body)
        elif present and position.verb == "book":
            body = booked(kind, present.body, position.item, position.body.get("value"))
        elif present and position.verb == "cancel":
            body = without_item(kind, present.body, position.item)
        else:
            held.pop(position.address, None)
            continue
        if body is not None:
            held[position.address] = Resource(position.address, body)
    return State(held.values())
