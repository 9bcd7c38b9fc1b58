"""Rows of the books' tables: values as text, and back."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from reconciler.model.address import Address
from reconciler.model.position import Position
from reconciler.model.text import Text


def as_json(value: object) -> str:
    """The shortest JSON, with keys in order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def as_iso(day: date | None) -> str | None:
    """A date as text."""
    return day.isoformat() if day else None


def as_day(text: str | None) -> date | None:
    """A date from text."""
    return date.fromisoformat(text) if text else None


@lru_cache(4096)
def as_booked(text: str) -> Mapping[str, date]:
    """Few texts for many workplaces: what is booked together has one day."""
    return {item: date.fromisoformat(day) for item, day in json.loads(text).items()}


def as_position(row: Any) -> Position:
    """A position from its row."""
    return Position(row.ref, Address(row.kind, row.name), row.verb, row.item, json.loads(row.body),
                    as_day(row.activation_date), row.state, bool(row.ours), row.revision,
                    as_day(row.ordered_on), row.rule, Text(*json.loads(row.reason)), as_day(row.queued_on))


def position_row(position: Position) -> dict[str, Any]:
    """A position as a row."""
    return {"ref": position.ref, **position.address._asdict(), "verb": position.verb, "item": position.item,
            "body": as_json(position.body), "activation_date": as_iso(position.activation_date),
            "state": position.state, "ours": int(position.ours), "revision": position.revision,
            "queued_on": as_iso(position.queued_on),
            "ordered_on": as_iso(position.ordered_on), "rule": position.rule, "reason": as_json(position.reason)}
