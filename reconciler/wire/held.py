"""What a portal holds, whole: resources with their lives, and positions with all that they will do."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, TypedDict, cast

from reconciler.model.address import Address
from reconciler.model.kind import Kind
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource
from reconciler.wire._plain import AddressText, Count, Day, day_of, day_or_null
from reconciler.wire.position import State
from reconciler.wire.said import SaidJson, said_json, said_of

Standing = Literal["active", "inactive"]
Queued = Literal["activate", "delete", "book", "cancel"]


class HeldResourceJson(TypedDict):
    """One resource, and since when it and what is booked for it is there; ``leaving`` is what will delete it."""

    address: AddressText
    body: dict[str, Any]
    state: Standing
    began: Day | None
    booked: dict[str, Day]
    leaving: str
    ref: str


class HeldPositionJson(TypedDict):
    """One position of the cart or of an order, whole."""

    ref: str
    address: AddressText
    verb: Queued
    item: str
    body: dict[str, Any]
    activationDate: Day | None
    state: State
    ours: bool
    revision: Count
    queuedOn: Day | None
    orderedOn: Day | None
    rule: str
    reason: SaidJson


def held_resource_json(resource: Resource, kind: Kind) -> HeldResourceJson:
    """One resource as plain values."""
    life = resource.life or Life()
    return {
        "address": str(resource.address), "body": kind.plain(resource.body), "state": cast("Standing", life.state),
        "began": day_or_null(life.began), "booked": {item: day.isoformat() for item, day in life.booked.items()},
        "leaving": life.leaving, "ref": life.ref,
    }


def held_resource_of(plain: HeldResourceJson, kinds: Mapping[str, Kind]) -> Resource:
    """The resource that was written so.

    Raises:
        ValueError: if its kind is not known, or a value has not the form that its kind gives it.
    """
    address = Address.parse(plain["address"])
    if address.kind not in kinds:
        raise ValueError(address.kind)
    booked = {item: date.fromisoformat(day) for item, day in plain["booked"].items()}
    life = Life(plain["state"], day_of(plain["began"]), booked, plain["leaving"], plain["ref"])
    return Resource(address, kinds[address.kind].read(plain["body"]), life=life)


def held_position_json(position: Position) -> HeldPositionJson:
    """One position as plain values."""
    return {
        "ref": position.ref, "address": str(position.address), "verb": cast("Queued", position.verb),
        "item": position.item, "body": dict(position.body), "activationDate": day_or_null(position.activation_date),
        "state": cast("State", position.state), "ours": position.ours, "revision": position.revision,
        "queuedOn": day_or_null(position.queued_on), "orderedOn": day_or_null(position.ordered_on),
        "rule": position.rule, "reason": said_json(position.reason),
    }


def held_position_of(plain: HeldPositionJson) -> Position:
    """The position that was written so.

    Raises:
        ValueError: if a day or an address is none.
    """
    return Position(
        plain["ref"], Address.parse(plain["address"]), plain["verb"], plain["item"], plain["body"],
        day_of(plain["activationDate"]), plain["state"], plain["ours"], plain["revision"], day_of(plain["orderedOn"]),
        plain["rule"], said_of(plain["reason"]), day_of(plain["queuedOn"]))
