"""Positions of the cart, what is pending, and minimum terms: what the portal holds, line by line."""

from datetime import date
from typing import Literal, NotRequired, TypedDict, cast

from reconciler.model.address import Address
from reconciler.model.meaning import booked, number_of
from reconciler.model.message import Say
from reconciler.model.pending import Pending
from reconciler.model.position import Position
from reconciler.model.term import MinimumTerm
from reconciler.wire._plain import AddressText, Day, Hear, day_of, day_or_null, day_text, given
from reconciler.wire.order import Verb

State = Literal["in-cart", "ordered", "done", "rejected"]


class PositionJson(TypedDict):
    """One position: what it does, what it holds and books, and why it was rejected."""

    ref: str
    address: AddressText
    verb: Verb
    item: NotRequired[str]
    number: NotRequired[str]
    books: NotRequired[list[str]]
    activationDate: Day | None
    worksFrom: NotRequired[Day]
    ours: bool
    state: State
    rule: NotRequired[str]
    reason: NotRequired[str]


class PendingJson(TypedDict):
    """What is on its way or waits, until which day, and for what."""

    address: AddressText
    verb: Verb
    item: str | None
    state: str
    until: Day
    rule: str | None
    message: str


class TermJson(TypedDict):
    """One minimum term: since when, and from which day on the end is possible."""

    address: AddressText
    item: str | None
    state: str
    began: Day
    ends: Day
    over: bool
    rule: str
    leaving: str | None


def position_json(position: Position, say: Say) -> PositionJson:
    """One position as plain values."""
    plain: PositionJson = {
        "ref": position.ref,
        "address": str(position.address),
        "verb": cast("Verb", position.verb),
        "item": position.item,
        "number": number_of(position.body),
        "books": list(booked(position.body)),
        "activationDate": day_or_null(position.activation_date),
        "worksFrom": day_text(position.works_from),
        "ours": position.ours,
        "state": cast("State", position.state),
        "rule": position.rule,
        "reason": say(position.reason),
    }
    return given(plain, PositionJson.__required_keys__)


def position_of(plain: PositionJson, hear: Hear) -> Position:
    """The position that was written so, without what it will set up.

    Raises:
        ValueError: if a day or an address is none.
    """
    return Position(
        plain["ref"], Address.parse(plain["address"]), plain["verb"], plain.get("item", ""), state=plain["state"],
        activation_date=day_of(plain["activationDate"]), ours=plain["ours"], rule=plain.get("rule", ""),
        reason=hear(plain.get("reason", "")), works_from=day_of(plain.get("worksFrom")),
    )


def pending_json(pending: Pending, say: Say) -> PendingJson:
    """What is pending, as plain values."""
    return {
        "address": str(pending.address),
        "verb": cast("Verb", pending.verb),
        "item": pending.item or None,
        "state": pending.state,
        "until": pending.until.isoformat(),
        "rule": pending.rule or None,
        "message": say(pending.message),
    }


def pending_of(plain: PendingJson, hear: Hear) -> Pending:
    """What was written so."""
    return Pending(Address.parse(plain["address"]), plain["verb"], plain["item"] or "", plain["state"],
                   date.fromisoformat(plain["until"]), plain["rule"] or "", hear(plain["message"]))


def term_json(term: MinimumTerm) -> TermJson:
    """One minimum term as plain values."""
    return {
        "address": str(term.address),
        "item": term.item or None,
        "state": term.state,
        "began": term.began.isoformat(),
        "ends": term.ends.isoformat(),
        "over": term.over,
        "rule": term.rule,
        "leaving": term.leaving or None,
    }


def term_of(plain: TermJson) -> MinimumTerm:
    """The minimum term that was written so."""
    return MinimumTerm(Address.parse(plain["address"]), plain["item"] or "", plain["state"],
                       date.fromisoformat(plain["began"]), date.fromisoformat(plain["ends"]), plain["over"],
                       plain["rule"], plain["leaving"] or "")
