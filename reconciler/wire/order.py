"""Orders with what they wait for, and the waves in which they are sent."""

from datetime import date
from typing import Any, Literal, NotRequired, TypedDict, cast

from reconciler.model.address import Address
from reconciler.model.message import Say
from reconciler.model.order import Order, Outcome, Receipt, Wait
from reconciler.model.plan import Wave
from reconciler.wire._plain import AddressText, Count, Day, Hear, day_of, day_text, given

Channel = Literal["cart", "direct"]
State = Literal["done", "already-present", "rejected", "skipped", "not-tried", "unknown", "forecast"]
Verb = Literal["activate", "delete", "book", "cancel", "change", "withdraw", "create", "update", "remove"]


class WaitJson(TypedDict):
    """What an order waits for, and until when."""

    rule: str
    until: Day
    message: str


class OrderJson(TypedDict):
    """One order: all that apply needs to send it, and why it waits; in a report of apply what became of it."""

    ref: str | None
    channel: Channel
    verb: Verb
    address: AddressText
    item: NotRequired[str]
    target: NotRequired[str]
    activationDate: NotRequired[Day]
    worksFrom: NotRequired[Day]
    bindsUntil: NotRequired[Day]
    note: NotRequired[str]
    expects: Count
    waitsFor: list[WaitJson]
    body: dict[str, Any]
    state: NotRequired[State]
    rule: NotRequired[str]
    message: NotRequired[str]


class WaveJson(TypedDict):
    """Orders that can be queued from one day on."""

    notBefore: Day
    orders: list[OrderJson]


class ReceiptJson(TypedDict):
    """What the portal said to one order."""

    ref: str
    state: State
    rule: NotRequired[str]
    message: NotRequired[str]


def order_json(order: Order, say: Say) -> OrderJson:
    """One order as plain values."""
    plain: OrderJson = {
        "ref": order.ref,
        "channel": cast("Channel", order.channel),
        "verb": cast("Verb", order.verb),
        "address": str(order.address),
        "item": order.item,
        "target": order.target,
        "activationDate": day_text(order.activation_date),
        "worksFrom": day_text(order.works_from),
        "bindsUntil": day_text(order.binds_until),
        "note": say(order.note) if order.note else "",
        "expects": order.expects,
        "waitsFor": [{"rule": w.rule, "until": w.until.isoformat(), "message": say(w.message)}
                     for w in order.waits_for],
        "body": dict(order.body),
    }
    return given(plain, OrderJson.__required_keys__)


def order_of(plain: OrderJson, hear: Hear) -> Order:
    """The order that was written so.

    Raises:
        ValueError: if a day or an address in it is none.
    """
    note = plain.get("note")
    return Order(
        ref=plain["ref"], channel=plain["channel"], verb=plain["verb"], address=Address.parse(plain["address"]),
        item=plain.get("item", ""), body=plain["body"], activation_date=day_of(plain.get("activationDate")),
        works_from=day_of(plain.get("worksFrom")), binds_until=day_of(plain.get("bindsUntil")),
        target=plain.get("target", ""), expects=plain["expects"],
        waits_for=tuple(_wait(w, hear) for w in plain["waitsFor"]),
        note=hear(note) if note is not None else None,
    )


def wave_json(wave: Wave, say: Say) -> WaveJson:
    """One wave as plain values."""
    return {"notBefore": wave.not_before.isoformat(), "orders": [order_json(o, say) for o in wave.orders]}


def wave_of(plain: WaveJson, hear: Hear) -> Wave:
    """The wave that was written so."""
    return Wave(date.fromisoformat(plain["notBefore"]), tuple(order_of(o, hear) for o in plain["orders"]))


def receipt_json(receipt: Receipt, say: Say) -> ReceiptJson:
    """What became of an order, as plain values."""
    message = say(receipt.message) if receipt.message else ""
    plain: ReceiptJson = {"ref": receipt.ref, "state": receipt.outcome.value, "rule": receipt.rule,
                               "message": message}
    return given(plain, ReceiptJson.__required_keys__)


def receipt_of(plain: ReceiptJson, hear: Hear) -> Receipt:
    """The receipt that was written so."""
    message = plain.get("message")
    return Receipt(plain["ref"], Outcome(plain["state"]), plain.get("rule", ""), hear(message) if message else None)


def _wait(plain: WaitJson, hear: Hear) -> Wait:
    return Wait(plain["rule"], date.fromisoformat(plain["until"]), hear(plain["message"]))

