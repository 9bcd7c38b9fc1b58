"""Positions of the cart, and what became of buying them."""

from collections.abc import Sequence

from reconciler.model.meaning import PAID, number_of
from reconciler.model.position import Position
from reconciler.model.sections import Purchase
from reconciler.views.say import words_cart as own
from reconciler.views.say.order import begins, deed, step
from reconciler.views.spoken import Spoken

_BOUGHT = {"asked": None, "declined": own.NOTHING_ORDERED, "nothing": own.NOTHING_ORDERED,
            "before": own.ORDERED_BEFORE, "unknown": own.ORDER_UNKNOWN}


def unfinished(positions: Sequence[Position], *, full: bool) -> tuple[Sequence[Position], int]:
    """The positions that somebody still has to do with, and how many others there are; in full, all of them."""
    shown = [p for p in positions if p.state != "done" or full]
    return shown, len(positions) - len(shown)


def brief_position(position: Position, voice: Spoken) -> str:
    """A position as one piece of a list: what it does, and to whom."""
    return f"{step(position.verb, position.item, voice)} ({position.address})"


def position_cells(position: Position, voice: Spoken) -> tuple[str, str, str, str]:
    """State, whose, address, and the step of a position: what it holds, its day, and the reason of a refusal."""
    said = [deed(position, voice), *filter(None, [number_of(position.body)])]
    reason = ": ".join(filter(None, (position.rule, voice.say(position.reason))))
    said += begins(position, voice)
    return (
        voice.say(own.STATES[position.state]) if position.state in own.STATES else position.state,
        voice.say(own.OURS if position.ours else own.FOREIGN),
        str(position.address),
        ", ".join([*said, reason] if reason else said),
    )


def to_order(positions: Sequence[Position], voice: Spoken) -> str:
    """How these are bought, and whether somebody pays for them."""
    paid = sum(p.verb in PAID for p in positions)
    word = own.TO_ORDER_FREE if not paid else own.TO_ORDER if paid == len(positions) else own.TO_ORDER_SOME
    return voice.say(word, paid=voice.number(paid))


def bought_sentence(purchase: Purchase, voice: Spoken) -> str:
    """Whether anything was bought; nothing while nobody was asked yet."""
    if purchase.bought != "ordered":
        sentence = _BOUGHT[purchase.bought]
        return voice.say(sentence) if sentence else ""
    ordered = [p for p in purchase.positions if p.state == "ordered"]
    paid = sum(p.verb in PAID for p in ordered)
    if paid in (0, len(ordered)):
        return voice.count(len(ordered), own.ORDERED if paid else own.ORDERED_FREE)
    return voice.count(len(ordered), own.ORDERED_SOME, paid=voice.number(paid))
