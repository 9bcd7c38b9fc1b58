"""What became of orders, for a terminal."""

from collections.abc import Iterator
from typing import assert_never

from reconciler.model.order import Order, Receipt
from reconciler.model.sections import Outcomes, Unbought
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.human.steps import untold_lines, wave_blocks
from reconciler.views.say import words_cart as own
from reconciler.views.say.order import deed, sign
from reconciler.views.say.outcome import hints, reason_of, state_of


def outcome_blocks(section: Outcomes | Unbought, on: Sheet) -> Iterator[Lines]:
    """What became of each order that was due, and in short what comes later; then what to do now."""
    match section:
        case Outcomes(plan):
            rows = [line for order, receipt in section.sent for line in _row(on, order, receipt)]
            yield [*on.heading(on.voice.say(own.RESULT)), *rows] if rows else []
            yield from wave_blocks(plan, section.later, on.later)
            yield untold_lines(plan, on) if on.options.full else []
        case Unbought():
            yield [line for said in hints(section, on.voice) for line in on.wrapped(said)]
        case _:
            assert_never(section)


def _row(on: Sheet, order: Order, receipt: Receipt) -> Lines:
    said = [state_of(order, receipt, on.voice), *([deed(order, on.voice)] if order.verb != "withdraw" else [])]
    lines = on.row(sign(order, on.known), str(order.address), " – ".join(said))
    reason = reason_of(receipt, on.voice)
    return lines + (on.inside(reason) if reason else [])
