"""A plan is played to its end on the portal's own rules before it is shown.

The rehearsal is a portal in memory that starts as the real one is; it is an argument, so that this stage knows
only what every portal can do, and how to move its clock.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple, Protocol

from reconciler.model.booking import later
from reconciler.model.finding import Breach
from reconciler.model.message import Said
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.plan import Wave
from reconciler.model.text import NOTHING
from reconciler.ports import Portal


class Rehearsal(Portal, Protocol):
    """A portal whose clock can be moved."""

    def advance(self, to: date) -> None:
        """Let the days pass until ``to``."""


class Refused(NamedTuple):
    """An order of a wave that the portal would refuse, at once or when it is due, and why.

    ``only_yet`` says that the whole cart of that day cannot be bought before others follow, on the day ``until`` if
    that is in the plan; nobody knows then how it goes on, and of the rest only that day is looked for. ``breach``
    tells more of what the company as a whole would break.
    """

    order: Order
    wave: date
    rule: str
    reason: Said
    only_yet: bool = False
    until: date | None = None
    breach: Breach | None = None


def simulate(waves: Sequence[Wave], rehearsal: Rehearsal, start: date) -> tuple[Refused, ...]:
    """What the portal would refuse until all that was ordered is carried out; buys after each wave, as forecast.

    What lies in the cart lies there still on the day for which is planned, ``start``.
    """
    refused: list[Refused] = []
    sent: dict[str, tuple[Order, date]] = {}
    token = rehearsal.acquire("simulation")
    rehearsal.advance(max(start, rehearsal.observe(()).today))
    for number, wave in enumerate(waves):
        if wave.not_before > (day := rehearsal.observe(()).today):
            if stuck := _stuck(_buy(rehearsal, token), day, wave):
                return (*refused, stuck._replace(until=_bought_with(waves[number:], rehearsal, token)))
            rehearsal.advance(wave.not_before)
        for place, order in enumerate(wave.orders):
            ref = order.ref or f"forecast-{number}-{place}"
            receipt = rehearsal.execute(replace(order, ref=ref), token)
            if receipt.outcome is Outcome.REJECTED:
                refused.append(Refused(order, wave.not_before, receipt.rule, receipt.message or NOTHING))
            sent[order.target if order.verb == "change" else ref] = order, wave.not_before
        if stuck := _stuck(_buy(rehearsal, token), wave.not_before, wave):
            return (*refused, stuck._replace(until=_bought_with(waves[number + 1:], rehearsal, token)))
    _to_the_end(rehearsal, [order.activation_date for order, _ in sent.values() if order.activation_date])
    return (*refused, *_rejected(rehearsal, sent))


def _buy(rehearsal: Rehearsal, token: int) -> Receipt:
    """What of ours lies in the cart counts as bought, so the forecast assumes."""
    lying = [p for p in rehearsal.observe(()).positions if p.mine]
    return rehearsal.submit({p.ref: p.digest for p in lying}, token)


def _stuck(bought: Receipt, day: date, wave: Wave) -> Refused | None:
    """Why the cart of a day cannot be bought yet, told at the first order of the wave."""
    if bought.outcome is not Outcome.REJECTED:
        return None
    reason = bought.message or NOTHING
    return Refused(wave.orders[0], day, bought.rule, reason, only_yet=True, breach=bought.breach)


def _bought_with(waves: Sequence[Wave], rehearsal: Rehearsal, token: int) -> date | None:
    """The day of the first wave together with which all that lies in the cart can be bought."""
    for number, wave in enumerate(waves):
        rehearsal.advance(wave.not_before)
        for place, order in enumerate(wave.orders):
            rehearsal.execute(replace(order, ref=f"later-{number}-{place}"), token)
        if _buy(rehearsal, token).outcome is not Outcome.REJECTED:
            return wave.not_before
    return None


def _to_the_end(rehearsal: Rehearsal, begins: Sequence[date]) -> None:
    """All that the plan queued is carried out: on the day after the last order, or when the last activation is due."""
    rehearsal.advance(max((later(rehearsal.observe(()).today, 1), *begins)))


def _rejected(rehearsal: Rehearsal, sent: dict[str, tuple[Order, date]]) -> Iterator[Refused]:
    """What was queued, and could not be carried out in the end."""
    for position in rehearsal.observe(()).positions:
        if position.state == "rejected" and position.ref in sent:
            yield Refused(*sent[position.ref], position.rule, position.reason)
