"""Steps in, dated waves out: each step as early as terms, dates and the other steps allow.

The day is an input. Forecasts assume that each order is bought on the day it is queued and carried out on the next.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from reconciler.model.change import Diff
from reconciler.model.kind import Kind
from reconciler.model.plan import Blocked
from reconciler.model.step import Step
from reconciler.stages.order._agenda import Agenda, Ground
from reconciler.stages.order._available import wait_for_numbers
from reconciler.stages.order._blocked import blockages, no_room, single, stuck, unreachable, with_followers
from reconciler.stages.order._cycles import open_cycles
from reconciler.stages.order._grow_shrink import grow_then_shrink, taking_apart
from reconciler.stages.order._halves import withdrawn_and_anew
from reconciler.stages.order._paired import in_pairs, singles
from reconciler.stages.order._postpone import left_alone
from reconciler.stages.order._quotas import beyond_quotas, within_quotas


class Schedule(NamedTuple):
    """Steps by the day on which they can be sent, each day's in the order of sending; and what is blocked."""

    waves: tuple[tuple[date, tuple[Step, ...]], ...]
    blocked: tuple[Blocked, ...]


def schedule(steps: Sequence[Step], diff: Diff, kinds: Mapping[str, Kind], today: date) -> Schedule:
    """Order the steps and give each its day."""
    agenda = Agenda(tuple(steps), Ground(diff, kinds, today))
    for phase in PHASES:
        agenda = phase(agenda)
    blocked = _blocked(agenda)
    return Schedule(_waves(agenda, blocked), _told(agenda, blocked))


def renew_late_changes(agenda: Agenda) -> Agenda:
    """What lies in the cart and cannot be changed today is taken out and put in anew: nobody must buy it as it is."""
    late = set(_late_changes(agenda))
    if not late:
        return agenda
    parts = (withdrawn_and_anew(step, agenda.ground.kind(step)) if n in late else (step,)
             for n, step in enumerate(agenda.steps))
    return agenda.cut(part for some in parts for part in some)


def _late_changes(agenda: Agenda) -> Iterator[int]:
    if any(step.verb == "change" for step in agenda.steps):
        blocked = _beyond_time(agenda)
        yield from (n for day, n, step in agenda.dated
                    if step.verb == "change" and not step.item and (day > agenda.ground.today or n in blocked))


def bar_the_impossible(agenda: Agenda) -> Agenda:
    """Nobody is put off for the sake of what no day makes possible. Of an update only what takes away may be so."""
    barred = _beyond_time(agenda)
    parts = tuple(part for n, step in enumerate(agenda.steps)
                  for part in (taking_apart(step, agenda.ground.kind(step)) if n in barred else (step,)))
    if len(parts) > len(agenda.steps):
        agenda = agenda.cut(parts)
        barred = _beyond_time(agenda)
    return replace(agenda, barred=barred)


def in_pairs_within_quotas(agenda: Agenda) -> Agenda:
    """Nobody alone with what is for two, and no more than there is room for; who waits for that may part a pair."""
    paired = in_pairs(agenda)
    held = within_quotas(paired)
    return paired if held is paired else in_pairs(held)


PHASES: tuple[Callable[[Agenda], Agenda], ...] = (
    grow_then_shrink,
    wait_for_numbers,
    open_cycles,
    renew_late_changes,
    open_cycles,  # what was renewed may be part of another cycle
    bar_the_impossible,
    in_pairs_within_quotas,
)
"""What happens to the steps, one after the other. The first ones cut steps, the last one only puts them off."""


def _beyond_time(agenda: Agenda) -> dict[int, Blocked]:
    return blockages(agenda.steps, agenda.links, agenda.ground.diff, agenda.ground.kinds)


def _blocked(agenda: Agenda) -> dict[int, Blocked]:
    """What cannot be sent, by place."""
    found = {n: unreachable(agenda.steps[n]) for n in left_alone(agenda)}
    found |= {one.place: single(agenda.steps[one.place], one, agenda.barred[one.other]) for one in singles(agenda)}
    going = next((b for n, b in agenda.barred.items() if agenda.steps[n].verb == "delete"), None)
    found = {n: no_room(agenda.steps[n], quota, going) for n, quota in beyond_quotas(agenda).items()} | found
    return dict(agenda.barred) | with_followers(found, agenda.steps, agenda.links)


def _waves(agenda: Agenda, blocked: Mapping[int, Blocked]) -> tuple[tuple[date, tuple[Step, ...]], ...]:
    days: dict[date, list[Step]] = {}
    for day, n, step in agenda.dated:
        if n not in blocked and not step.sent:
            days.setdefault(day, []).append(step)
    return tuple((day, tuple(days[day])) for day in sorted(days))


def _told(agenda: Agenda, blocked: Mapping[int, Blocked]) -> tuple[Blocked, ...]:
    """One for each address: what is blocked, else what has no day."""
    undated = set(range(len(agenda.steps))) - {n for _, n, _ in agenda.dated} - set(blocked)
    told = {b.address: b for b in (*(stuck(agenda.steps[n]) for n in sorted(undated)), *blocked.values())}
    return tuple(told[address] for address in sorted(told))
