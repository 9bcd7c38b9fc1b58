"""Dated steps in, orders out. References are derived from the intent, so the same wish gives the same reference.

They are keyed with the portal's secret: who has only references cannot find out by guessing whom they are about.

Only orders of the first wave have one: what comes later is planned again and is a forecast.
"""

import hmac
import json
from base64 import b32encode
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reconciler.model.booking import first_end, item_term, later
from reconciler.model.kind import Kind
from reconciler.model.marks import Term
from reconciler.model.order import Order
from reconciler.model.plan import Wave
from reconciler.model.position import Observation
from reconciler.model.step import Step


def lower(
    waves: Sequence[tuple[date, Sequence[Step]]], observation: Observation, kinds: Mapping[str, Kind]
) -> tuple[Wave, ...]:
    """The orders of every wave."""
    return tuple(
        Wave(day, tuple(_order(s, day, observation, kinds[s.address.kind]) for s in steps)) for day, steps in waves
    )


def _order(step: Step, day: date, observation: Observation, kind: Kind) -> Order:
    due = day <= observation.today
    lives = observation.lives.get(step.address, 0)
    return Order(
        ref=reference(step, lives, observation) if due else None,
        channel=step.channel,
        verb=step.verb,
        address=step.address,
        item=step.item,
        body=step.body,
        activation_date=step.activation_date,
        works_from=max(step.activation_date, later(day, 1)) if step.activation_date else None,
        binds_until=_binds_until(step, day, kind),
        target=step.target,
        expects=lives,
        waits_for=step.waits,
        note=step.note,
    )


def _binds_until(step: Step, day: date, kind: Kind) -> date | None:
    """Activation (or booking) and the minimum term: the first day on which it can be ended again."""
    if step.verb in ("activate", "change") and not step.item:
        mark, begins = kind.mark(Term), step.activation_date or day
    elif step.verb == "book":
        mark, begins = item_term(kind, step.item), day
    else:
        return None
    return first_end(mark, begins) if mark else None


def reference(step: Step | Order, lives: int, observation: Observation) -> str:
    """The name of an order for ever: who, what, to what end, and in which life of the object."""
    intent = [
        "order/1", observation.company, observation.origin, str(step.address), step.verb, step.item, step.target,
        _canonical(step.body), lives,
    ]
    keyed = hmac.digest(observation.secret.encode(), _canonical(intent).encode("utf-8", "surrogatepass"), "sha256")
    return "o1-" + b32encode(keyed).decode().lower()[:26]


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
