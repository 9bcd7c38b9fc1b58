"""Rows of the books' tables: values as text, and back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any

from reconciler.model.address import Address
from reconciler.model.audit import AuditRow
from reconciler.model.calendar import in_calendar
from reconciler.model.kind import Kind
from reconciler.model.order import QUEUED
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource
from reconciler.model.text import Text
from reconciler.portal.books.protocol import SHOWN, WITHDRAWN, Lease, Meta
from reconciler.portal.clock import CLOCKS, REHEARSAL


class Unreadable(Exception):
    """What a row of this table holds was never written by us: the file is damaged."""


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


def as_meta(kept: Mapping[str, str]) -> Meta:
    """The portal as a whole from what is kept under each key."""
    with _readable("meta"):
        today = date.fromisoformat(kept["today"])
        clock = kept.get("clock", REHEARSAL)  # older books do not say: they had no other
        _known(in_calendar(today) and clock in CLOCKS)
        return Meta(kept["company"], kept["origin"], today, int(kept["revision"]), int(kept["settled"]), kept["secret"],
                    int(kept["audited"]), kept["head"], clock)


def as_lease(values: Sequence[Any]) -> Lease:
    """The lease from the values of its row, in the order of its fields."""
    with _readable("lease"):
        holder, token, expires, plan = values
        return Lease(str(holder), int(token), float(expires), str(plan))


def as_audit_row(values: Iterable[Any]) -> AuditRow:
    """A row of the audit. What nobody wrote so becomes what has another hash: verifying the chain finds it."""
    kinds = AuditRow.__annotations__.values()
    found: list[Any] = [str(value) if kind is str else value if type(value) is int else -1
                        for value, kind in zip(values, kinds, strict=True)]
    return AuditRow(*found)


def as_resource(row: Any, kinds: Mapping[str, Kind]) -> Resource:
    """A resource from its row."""
    with _readable("resources"):
        _known(row.state in ("active", "inactive"))
        life = Life(row.state, as_day(row.began), as_booked(row.booked))
        return Resource(Address(row.kind, row.name), kinds[row.kind].read_json(row.body), life=life)


def as_position(row: Any) -> Position:
    """A position from its row."""
    with _readable("positions"):
        _known(row.verb in QUEUED and row.state in (*SHOWN, "done", WITHDRAWN))
        body, reason = json.loads(row.body), json.loads(row.reason)
        _known(isinstance(body, dict))
        return Position(row.ref, Address(row.kind, row.name), row.verb, row.item, body, as_day(row.activation_date),
                        row.state, bool(row.ours), int(row.revision), as_day(row.ordered_on), row.rule, Text(*reason),
                        as_day(row.queued_on))


@contextmanager
def _readable(table: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise Unreadable(table) from wrong


def _known(whether: bool) -> None:  # noqa: FBT001
    if not whether:
        raise ValueError


def position_row(position: Position) -> dict[str, Any]:
    """A position as a row."""
    return {"ref": position.ref, **position.address._asdict(), "verb": position.verb, "item": position.item,
            "body": as_json(position.body), "activation_date": as_iso(position.activation_date),
            "state": position.state, "ours": int(position.ours), "revision": position.revision,
            "queued_on": as_iso(position.queued_on),
            "ordered_on": as_iso(position.ordered_on), "rule": position.rule,
            "reason": as_json((position.reason.de, position.reason.en))}
