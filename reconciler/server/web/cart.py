"""The cart, and buying it: exactly what a page has shown, or nothing."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from reconciler.errors import AnswerLost, LeaseHeld, Unreachable
from reconciler.model.booking import begins, first_end, item_term
from reconciler.model.marks import Term
from reconciler.model.meaning import PAID
from reconciler.model.message import Said, sentence
from reconciler.model.order import Outcome, Receipt
from reconciler.model.position import Position
from reconciler.model.text import NOTHING
from reconciler.portal.service import Service
from reconciler.server.opened import Opened
from reconciler.server.web import words
from reconciler.server.web.looks import Look
from reconciler.wire.sent import cart_digest

MOST = 500
"""Positions of a cart that a page shows and sells; nobody reads more before a yes."""


class Came(NamedTuple):
    """What came of buying, and whether it was bought."""

    said: Said
    bought: bool = False


CHANGED = Came(words.CHANGED)


def shown(look: Look, whose: str) -> Sequence[Position]:
    """What lies in the cart: all of it, or with ``ours`` what this tool put in."""
    return [p for p in look.lying if p.ours or whose != "ours"]


def seal(positions: Sequence[Position], today: date) -> str:
    """What a page has shown, as one value: the contents of these positions, and the day that their terms begin on."""
    return cart_digest({**{p.ref: p.digest for p in positions}, "": today.isoformat()})


def bound(position: Position, look: Look) -> date | None:
    """The first day on which it can be ended, if it is ordered today; None where it binds nobody."""
    kind, today = look.kinds[position.address.kind], look.seen.today
    term = item_term(kind, position.item) if position.verb == "book" else kind.mark(Term)
    return first_end(term, begins(position, today)) if term and position.verb in PAID else None


def order(opened: Opened, look: Look, whose: str, sealed: str, who: str) -> Came:
    """Order what a page has shown, if that is what lies there still; chargeable.

    Raises:
        AnswerLost: if nobody can say whether it was ordered.
    """
    positions = shown(look, whose)
    if not 0 < len(positions) <= MOST or seal(positions, look.seen.today) != sealed:
        return CHANGED
    return _buy(opened, positions, who)


def _buy(opened: Opened, positions: Sequence[Position], who: str) -> Came:
    """Order these positions, all or none; chargeable. ``who`` takes the right to write for it.

    The portal compares their contents once more, in the transaction that buys.
    """
    try:
        portal = opened.service()
        token = portal.acquire(f"{who}: browser")
        try:
            receipt = portal.submit({p.ref: p.digest for p in positions}, token, who)
        finally:
            _release(portal, token)
    except LeaseHeld as held:
        return Came(sentence("{reason} Bestellt wurde nichts.", "{reason} Nothing was bought.", reason=held.message))
    return _told(receipt, positions)


def _release(portal: Service, token: int) -> None:
    with suppress(Unreachable, AnswerLost):  # it runs out by itself; what was bought is told all the same
        portal.release(token)


def _told(receipt: Receipt, positions: Sequence[Position]) -> Came:
    if receipt.outcome is not Outcome.DONE:
        return Came(sentence("{rule}: {reason}", "{rule}: {reason}", rule=receipt.rule,
                             reason=receipt.message or NOTHING))
    paid = sum(p.verb in PAID for p in positions)
    return Came(words.bought(len(positions), paid), bought=True)
