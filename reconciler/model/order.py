"""Orders: what is sent to the portal, and what came of it."""

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from reconciler.model.address import Address
from reconciler.model.finding import Breach
from reconciler.model.message import Said
from reconciler.model.noun import noun

QUEUED = ("activate", "delete", "book", "cancel")
"""The verbs that put a position into the cart."""


def content_digest(address: Address, verb: str, item: str, body: Mapping[str, Any]) -> str:
    """What an order or a position asks for, as one value that can be compared: the same content, the same digest.

    A written activation date stands in the body; one that was only chosen is no content.
    """
    content = json.dumps([str(address), verb, item, body], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"sha256:{sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()}"


class Wait(NamedTuple):
    """What an order waits for: the rule, the day on which it is over, and the sentence."""

    rule: str
    until: date
    message: Said


@noun
class Order:
    """One call to the portal.

    ``channel`` is ``cart`` or ``direct``. Verbs of the cart: ``activate``, ``delete``, ``book``, ``cancel``,
    ``change`` and ``withdraw`` (of an own position); direct: ``create``, ``update``, ``remove``.
    ``ref`` is derived from the intent and names the order for ever; None in a forecast. ``target`` is the
    reference of the position that ``change`` and ``withdraw`` mean. ``body`` are plain values: all of the
    resource for ``activate``, ``create`` and ``change``, the changed leaves by path for ``update``, the
    item's value for ``book``. ``expects`` is what the portal counted for the address when it was planned.
    From ``activation_date`` on it counts (terms and prices), from ``works_from`` on, the forecast, it works.
    """

    ref: str | None
    channel: str
    verb: str
    address: Address
    item: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)
    activation_date: date | None = None
    binds_until: date | None = None
    target: str = ""
    expects: int = 0
    waits_for: tuple[Wait, ...] = ()
    note: Said | None = None
    works_from: date | None = None

    @property
    def digest(self) -> str:
        """What the order asks for; for ``change`` and ``withdraw`` the position that they mean is a part of that."""
        return content_digest(self.address, self.verb, self.target or self.item, self.body)


class Outcome(StrEnum):
    """What became of an order. UNKNOWN: sent, and nobody can say."""

    DONE = "done"
    ALREADY_PRESENT = "already-present"
    REJECTED = "rejected"
    SKIPPED = "skipped"
    NOT_TRIED = "not-tried"
    UNKNOWN = "unknown"


@noun
class Receipt:
    """The portal's answer to one order: refusals name the rule and the sentence.

    ``breach`` tells more where the company as a whole would break the rule.
    """

    ref: str
    outcome: Outcome
    rule: str = ""
    message: Said | None = None
    breach: Breach | None = field(default=None, compare=False)
