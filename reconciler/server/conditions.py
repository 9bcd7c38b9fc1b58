"""Preconditions of a request (RFC 9110, 13): what whoever asks believes of the portal, by entity tags."""

import re
from collections.abc import Collection
from typing import Annotated, NamedTuple

from fastapi import Depends, Header, Request

from reconciler.model.order import Order
from reconciler.portal.books.protocol import Books
from reconciler.portal.conditional import Holds
from reconciler.server.problems import Problem
from reconciler.wire.told import order_tag, tag_of

ANY = "*"
_TAG = r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"'
PATTERN = rf"^(\*|{_TAG}(, ?{_TAG})*)$"
"""How such a header is written."""

IfMatch = Annotated[str | None, Header(description="Only if this holds: an `ETag`, of any page or of the order meant.")]
IfNoneMatch = Annotated[str | None, Header(description="Only if it is no longer this `ETag`.")]

_LIST = re.compile(r"[ \t,]*" + rf"(?:{_TAG}[ \t]*(?:,[ \t,]*|$))+")
_EACH = re.compile(_TAG)


class Unchanged(Exception):
    """Whoever asks has it already, by this tag."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


class Reading(NamedTuple):
    """What must hold of what is told, and which it shall not be; None: nothing is said."""

    match: Collection[str] | None
    none_match: Collection[str] | None

    def look(self, tag: str) -> None:
        """Nothing, if what has this tag is to be told.

        Raises:
            Problem: if it is not what is believed.
            Unchanged: if it is what whoever asks has.
        """
        if self.match is not None and not {tag, ANY} & set(self.match):
            raise Problem("other-revision")
        if self.none_match is not None and {tag, ANY} & {one.removeprefix("W/") for one in self.none_match}:
            raise Unchanged(tag)


class Writing(NamedTuple):
    """What must hold of the portal, or of the order that is meant, when it is written; None: nothing is said."""

    match: Collection[str] | None

    def holds(self, order: Order | None = None) -> Holds | None:
        """What sees whether it does. It does of what was sent before: that is answered and done no second time."""
        match = self.match
        if match is None:
            return None

        def holds(books: Books) -> bool:
            tags, sent = {_revision(books)}, books.sent(str(order.ref)) if order else None
            if order is None:
                tags.add(ANY)
            elif sent == order.digest:
                return True
            else:
                tags |= _of_order(books, order.target or str(order.ref))
            return bool(tags & set(match))

        return holds


def reading(request: Request, if_match: IfMatch = None, if_none_match: IfNoneMatch = None) -> Reading:
    """The preconditions of a look."""
    return Reading(None if if_match is None else _tags(request, "if-match"),
                   None if if_none_match is None else _tags(request, "if-none-match"))


def writing(request: Request, if_match: IfMatch = None) -> Writing:
    """The preconditions of a change."""
    return Writing(None if if_match is None else _tags(request, "if-match"))


Look = Annotated[Reading, Depends(reading)]
Change = Annotated[Writing, Depends(writing)]


def _tags(request: Request, name: str) -> Collection[str]:
    """All tags of a header, which may stand there several times.

    Raises:
        Problem: if it is not written so.
    """
    text = ", ".join(request.headers.getlist(name)).strip()
    if text == ANY:
        return (ANY,)
    if not _LIST.fullmatch(text):
        raise Problem("wrong-header")
    return _EACH.findall(text)


def _revision(books: Books) -> str:
    meta = books.meta()
    return tag_of(meta.origin, str(meta.revision)) if meta else ""


def _of_order(books: Books, ref: str) -> set[str]:
    """The tags of an order that took effect: none, if none did."""
    sent = books.sent(ref)
    return set() if sent is None else {order_tag(ref, sent, books.position(ref)), ANY}
