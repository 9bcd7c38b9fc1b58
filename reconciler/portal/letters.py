"""Whether what a client sent is an order at all: its form, before anything is looked up.

A client is not trusted: behind this door addresses are addresses, texts are texts that can be kept and shown, and
a body is made of plain values.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reconciler.model.address import Address
from reconciler.model.calendar import in_calendar
from reconciler.model.order import Order
from reconciler.model.text import UNSAFE
from reconciler.portal import refusals as say
from reconciler.portal.refusals import Refusal, refusal

LONGEST_NAME = 253
LONGEST_TEXT = 65_536
"""Characters."""

DEEPEST = 16
MOST_VALUES = 10_000
"""In one body."""

LARGEST = 10**15
"""No count of anything is larger."""

_NAME = re.compile(r"(?![ \t])[^/\n\t]+(?<![ \t])")
_LONE = re.compile("[\ud800-\udfff]")
"""Halves of characters: no text that can be kept."""

_TARGETED = ("change", "withdraw")
_ITEMS = ("book", "cancel", "change", "withdraw")
_EMPTY = ("delete", "cancel", "withdraw", "remove")


def unreadable(order: Order) -> Iterator[Refusal]:
    """Everything about the form of an order that makes it none; what follows may rely on all of it."""
    address = order.address
    if not _is_address(address):
        yield refusal("FORM-2", say.NO_ORDER, what="address")
        return
    if not is_name(address.name):
        yield refusal("FORM-9", say.NO_NAME_AT_ALL, name=address.name)
    for what in ("ref", "channel", "verb", "item", "target"):
        text = getattr(order, what)
        if not isinstance(text, str) or len(text) > LONGEST_NAME or not _keepable(text):
            yield refusal("FORM-2", say.NO_ORDER, what=what)
    day = order.activation_date
    if not (day is None or (type(day) is date and in_calendar(day))):
        yield refusal("FORM-5", say.NO_DAY, address=address)
    if not isinstance(order.body, dict):
        yield refusal("FORM-2", say.MALFORMED, address=address)
        return
    yield from _unreadable_body(order)
    keys = [*order.body]
    misplaced = (("target", order.target and order.verb not in _TARGETED),
                 ("item", order.item and order.verb not in _ITEMS),
                 ("body", keys and (order.verb in _EMPTY or (order.verb == "book" and keys != ["value"]))))
    for what, wrong in misplaced:
        if wrong:
            yield refusal("FORM-1", say.MISPLACED, what=what, verb=order.verb, address=address)


def _is_address(found: object) -> bool:
    return isinstance(found, Address) and all(isinstance(part, str) for part in found)


def each_once(address: Address, elements: Sequence[Any]) -> Iterator[Refusal]:
    """No text stands twice in a list, nor do two elements of the same name; two equal devices are two devices."""
    names = [name for name in map(_name_of, elements) if isinstance(name, str)]
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield refusal("FORM-10", say.TWICE, address=address, value=name)
        seen.add(name)


def _name_of(element: object) -> object:
    if isinstance(element, str):
        return element
    return element.get("name") if isinstance(element, dict) else getattr(element, "name", None)


def is_name(name: str) -> bool:
    """Whether anything may be called so."""
    return bool(_NAME.fullmatch(name)) and len(name) <= LONGEST_NAME and _keepable(name)


def _unreadable_body(order: Order) -> Iterator[Refusal]:
    for count, (value, depth) in enumerate(_values(order.body)):
        if count >= MOST_VALUES or depth > DEEPEST or not _plain(value):
            yield refusal("FORM-2", say.MALFORMED, address=order.address)
            return
        if isinstance(value, str) and not _keepable(value):
            yield refusal("FORM-6", say.UNSAFE_TEXT, address=order.address)
        if isinstance(value, list | tuple):
            yield from each_once(order.address, value)


def _values(body: object) -> Iterator[tuple[Any, int]]:
    """All keys and values with their depth; one that is too deep is given and not opened."""
    waiting: list[tuple[Any, int]] = [(body, 0)]
    while waiting:
        value, depth = waiting.pop()
        yield value, depth
        if depth <= DEEPEST:
            inside = [*value, *value.values()] if isinstance(value, dict) else value
            waiting += [(one, depth + 1) for one in inside] if isinstance(inside, list | tuple) else []


def _plain(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT
    if isinstance(value, int):
        return abs(value) < LARGEST
    if isinstance(value, dict):
        return all(isinstance(key, str) for key in value)
    return value is None or isinstance(value, list | tuple)


def _keepable(text: str) -> bool:
    return not (UNSAFE.search(text) or _LONE.search(text))
