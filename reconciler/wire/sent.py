"""Orders on their way to a portal, and what it says to them; each with a digest of its content, told back by whoever
read it, so that no answer is taken for that to another order.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Any, Literal, NotRequired, TypedDict

from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.model.schema import Bounds
from reconciler.wire._plain import Count, Day, day_of, day_or_null
from reconciler.wire.report import Digest

Taken = Literal["done", "already-present"]
PlanDigest = Annotated[str, Bounds(pattern="^sha256:[0-9a-f]{64}$")]


class SentJson(TypedDict):
    """One order, with all that a portal looks at; its reference stands in the address that it is sent to."""

    channel: str
    verb: str
    address: str
    item: str
    target: str
    activationDate: Day | None
    body: dict[str, Any]
    digest: Digest


class ReceivedJson(TypedDict):
    """What became of an order that took effect."""

    ref: str
    state: Taken


class AnswerJson(ReceivedJson):
    """The answer to an order that was just sent: it took effect, now or before."""

    digest: Digest


class SubmittedJson(TypedDict):
    """The answer to buying what lies in the cart; the digest is that of what was asked for."""

    state: Literal["done"]
    digest: Digest


class HolderJson(TypedDict):
    """Who asks for the right to write, and the digest of the plan that is carried out with it, if it is one."""

    holder: str
    plan: NotRequired[PlanDigest]


class LeaseJson(TypedDict):
    """The right to write, as a number that every order must show."""

    token: Count


def holder_json(holder: str, plan: str) -> HolderJson:
    """Who asks for the right to write, as it is sent."""
    return {"holder": holder, "plan": plan} if plan else {"holder": holder}


def sent_json(order: Order) -> SentJson:
    """An order as it is sent."""
    return {"channel": order.channel, "verb": order.verb, "address": str(order.address), "item": order.item,
            "target": order.target, "activationDate": day_or_null(order.activation_date), "body": dict(order.body),
            "digest": order.digest}


def sent_of(plain: SentJson, ref: str) -> Order:
    """The order that was sent so, under this reference.

    Raises:
        ValueError: if the day is none.
    """
    return Order(ref, plain["channel"], plain["verb"], Address.parse(plain["address"]), plain["item"], plain["body"],
                 day_of(plain["activationDate"]), target=plain["target"])


def cart_digest(contents: Mapping[str, str]) -> str:
    """What is asked for by buying these contents, as one value."""
    text = json.dumps(dict(contents), sort_keys=True, separators=(",", ":"))
    return f"sha256:{sha256(text.encode()).hexdigest()}"
