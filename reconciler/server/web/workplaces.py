"""Workplaces: all of them as rows to search in, and one with everything about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from reconciler.model.address import Address
from reconciler.model.booking import begins, items
from reconciler.model.kind import Kind, plain
from reconciler.model.marks import Cart, Ours, WriteOnce
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource, State
from reconciler.model.term import MinimumTerm
from reconciler.server.web.looks import Look
from reconciler.stages.outlook.reckon import reckon

KIND = "workplace"
_BETWEEN_DIGITS = re.compile(r"[\s/().-]+")


class Row(NamedTuple):
    """One workplace among many; ``state`` is that of its life, or ``leaving``."""

    name: str
    person: str
    number: str
    internal: str
    group: str
    state: str


class Booked(NamedTuple):
    """What is booked for a workplace, and since when."""

    item: str
    since: date | None


class Whole(NamedTuple):
    """One workplace: its ``settings`` by path, what is booked, its minimum terms, and what is open for it."""

    row: Row
    began: date | None
    settings: tuple[tuple[str, Any], ...]
    booked: tuple[Booked, ...]
    terms: tuple[MinimumTerm, ...]
    open: tuple[Position, ...]


def rows(look: Look, query: str = "") -> Sequence[Row]:
    """The workplaces in which all words of ``query`` stand, those too that only lie in the cart or are ordered."""
    words = _words(query)
    found = (one for one in _all(look) if all(word in _text(one) for word in words))
    return [_row(one) for one in found]


def whole(look: Look, name: str) -> Whole | None:
    """Everything about the workplace of this name; None if there is none."""
    address = Address(KIND, name)
    resource = look.seen.state.get(address) or _coming(look).get(address)
    if resource is None:
        return None
    kind, life = look.kinds[KIND], resource.life or Life()
    booked = tuple(Booked(item, life.booked.get(item, life.began)) for item in items(kind, resource.body))
    mine = look.of.get(address, ())
    alone = [resource] if address in look.seen.state else []
    terms = reckon(replace(look.seen, state=State(alone), positions=mine), look.kinds, look.seen.today)
    return Whole(_row(resource), life.began, tuple(_settings(kind, resource.body)), booked, terms, mine)


def _all(look: Look) -> list[Resource]:
    there = look.seen.state.of(KIND)
    new = (one for one in _coming(look).values() if one.address.name not in there)
    return sorted((*there.values(), *new), key=lambda one: one.address)


def _coming(look: Look) -> dict[Address, Resource]:
    """What is to be set up, as it will be."""
    kind, found = look.kinds[KIND], {}
    for position in look.seen.positions:
        if position.open and position.verb == "activate" and position.address.kind == KIND:
            life = Life(position.state, begins(position, look.seen.today))
            found[position.address] = Resource(position.address, kind.read(position.body), life=life)
    return found


def _row(one: Resource) -> Row:
    body, number = one.body, one.body.number
    state = "leaving" if one.leaving else (one.life or Life()).state
    person = " ".join(filter(None, (body.user.first_name, body.user.last_name)))
    return Row(one.address.name, person, number.external, number.internal, body.group or "", state)


def _text(one: Resource) -> str:
    """Where words are looked for: names, numbers, where it belongs, what it has."""
    body, row = one.body, _row(one)
    found = (*row[:5], body.number.external.replace("+49", "0", 1), body.department or "", body.user.email or "",
             *body.packages, *(device.profile for device in body.devices))
    return "\n".join(found).casefold()


def _words(query: str) -> list[str]:
    """The words of a search; a number may be written with blanks and lines between its digits."""
    digits = _BETWEEN_DIGITS.sub("", query)
    if re.fullmatch(r"\+?[0-9]+", digits, re.ASCII):
        return [digits]
    return query.casefold().split()


def _settings(kind: Kind, body: object) -> Iterator[tuple[str, Any]]:
    """Path and plain value of each setting that the portal keeps, but for what is booked."""
    for field in kind.fields:
        if not (field.mark(Ours) or field.mark(Cart) or field.mark(WriteOnce)):
            yield field.path, plain(field.value(body))
