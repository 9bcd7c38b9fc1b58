"""Positions that nothing is due for any more and that are not active: they wait to be bought, or for their day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reconciler.model.booking import begins, carried_out, due
from reconciler.model.cost import Sums
from reconciler.model.kind import Kind
from reconciler.model.meaning import Commitments, Ordered, Unordered
from reconciler.model.position import Observation, Position
from reconciler.stages.outlook import _bindings


def bought(positions: Sequence[Position], kinds: Mapping[str, Kind], today: date) -> Commitments:
    """How much these positions bind until when, and send out, once they are ordered, if that is today."""
    return _bindings.bought(positions, kinds, today)


def unordered(
    positions: Iterable[Position], kinds: Mapping[str, Kind], today: date, monthly: Sums | None = None,
    currency: str = "",
) -> Unordered | None:
    """What of ours lies in the cart; None where nothing does. ``monthly`` is what its order comes to."""
    lying = [p for p in positions if p.mine]
    if not lying:
        return None
    since = min((p.queued_on for p in lying if p.queued_on), default=None)
    return Unordered(len(lying), since, monthly, currency, bought(lying, kinds, today))


def counted(position: Position, today: date) -> Position:
    """The position with the activation date that counts, and the day from which what is set up works.

    What is not ordered yet counts from today on at the earliest; what the portal rejected never does.
    """
    if position.state == "rejected" or position.verb != "activate":
        return position
    return replace(position, activation_date=begins(position, today), works_from=due(position, today))


def outstanding(observation: Observation, day: date) -> tuple[Position, ...]:
    """What is open on a day: what is ordered is carried out on its own."""
    today = observation.today
    return tuple(p for p in observation.positions if p.open and not carried_out(p, today, day))


def ordered(positions: Iterable[Position], today: date) -> Ordered | None:
    """What of ours was bought and is not carried out; None where nothing is."""
    days = [due(p, today) for p in positions if p.ours and p.state == "ordered"]
    return Ordered(len(days), max(days)) if days else None
