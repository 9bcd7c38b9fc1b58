"""A plan is played to its end on the portal's own rules before it is shown.

The rehearsal is a portal in memory that starts as the real one is; it is an argument, so that this stage knows
only what every portal can do, and how to move its clock.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.plan import Wave
from reconciler.ports import Portal


class Rehearsal(Portal, Protocol):
    """A portal whose clock can be moved."""

    def advance(self, to: date) -> None:
        """Let the days pass until ``to``."""


def simulate(waves: Sequence[Wave], rehearsal: Rehearsal) -> tuple[tuple[Order, Receipt], ...]:
    """The orders that the portal would refuse, with its answer; buys after each wave, as the forecast assumes."""
    refused: list[tuple[Order, Receipt]] = []
    token = rehearsal.acquire("simulation")
    for number, wave in enumerate(waves):
        if wave.not_before > rehearsal.observe(()).today:
            _buy(rehearsal, token)
            rehearsal.advance(wave.not_before)
        for place, order in enumerate(wave.orders):
            receipt = rehearsal.execute(replace(order, ref=order.ref or f"forecast-{number}-{place}"), token)
            if receipt.outcome is Outcome.REJECTED:
                refused.append((order, receipt))
        _buy(rehearsal, token)
    return tuple(refused)


def _buy(rehearsal: Rehearsal, token: int) -> None:
    """What lies in the cart counts as bought, ours or not: so the forecast assumes."""
    rehearsal.submit([p.ref for p in rehearsal.observe(()).positions if p.state == "in-cart"], token)
