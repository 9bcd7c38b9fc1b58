"""Steps in, dated waves out: each step as early as terms, dates and the other steps allow.

The day is an input. Forecasts assume that each order is bought on the day it is queued and carried out on the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from reconciler.model import waits as say
from reconciler.model.change import Diff
from reconciler.model.kind import Kind, with_value
from reconciler.model.marks import AvailableFrom
from reconciler.model.order import Wait
from reconciler.model.plan import Blocked
from reconciler.model.references import references, target
from reconciler.model.resource import Resource, State
from reconciler.model.step import Step
from reconciler.stages.order._blocked import blockages, stuck, unreachable, with_followers
from reconciler.stages.order._cycles import without_rings
from reconciler.stages.order._dates import in_order
from reconciler.stages.order._edges import Edge
from reconciler.stages.order._paired import in_pairs
from reconciler.stages.order._parking import anew, grown_and_shrunk, two
from reconciler.stages.order._postpone import left_alone


class Schedule(NamedTuple):
    """Steps by the day on which they can be sent, each day's in the order of sending; and what is blocked."""

    waves: tuple[tuple[date, tuple[Step, ...]], ...]
    blocked: tuple[Blocked, ...]


def schedule(steps: Sequence[Step], diff: Diff, kinds: Mapping[str, Kind], today: date) -> Schedule:
    """Order the steps and give each its day."""
    cut = [part for s in grown_and_shrunk(steps, kinds) for part in _when_available(s, kinds, diff.after, today)]
    cut, links = without_rings(cut, diff, kinds, today)
    if late := set(_late_changes(cut, links, diff, kinds, today)):  # the position must not be bought as it is
        parts = [anew(s, kinds[s.address.kind]) if n in late else (s,) for n, s in enumerate(cut)]
        cut, links = without_rings([part for some in parts for part in some], diff, kinds, today)
    dated = in_pairs(cut, links, diff.before, kinds, today)
    alone = with_followers({n: unreachable(cut[n]) for n in left_alone(dated)}, cut, links)
    blocked = blockages(cut, links, diff, kinds) | alone
    days: dict[date, list[Step]] = {}
    for day, n, step in dated:
        if n not in blocked and not step.sent:
            days.setdefault(day, []).append(step)
    rest = set(range(len(cut))) - {n for _, n, _ in dated} - set(blocked)
    told = {b.address: b for b in (*map(stuck, (cut[n] for n in sorted(rest))), *blocked.values())}
    return Schedule(tuple((day, tuple(days[day])) for day in sorted(days)), tuple(told[a] for a in sorted(told)))


def _late_changes(
    cut: Sequence[Step], links: Sequence[Edge], diff: Diff, kinds: Mapping[str, Kind], today: date
) -> Iterator[int]:
    """The places of changes to positions in the cart that cannot be sent today."""
    if any(step.verb == "change" for step in cut):
        blocked = blockages(cut, links, diff, kinds)
        yield from (n for day, n, step in in_order(cut, links, today)
                    if step.verb == "change" and not step.item and (day > today or n in blocked))


def _when_available(step: Step, kinds: Mapping[str, Kind], after: State, today: date) -> Iterator[Step]:
    """A number that begins later moves the activation; in an update it waits, and the rest of the update does not."""
    if step.sent or not step.after or step.verb not in ("activate", "change", "update"):
        yield step
        return
    path, day, wait = _available(step, step.after, kinds, after)
    if wait is None or day <= today:
        yield step
    elif step.verb == "update" and step.before:
        kind = kinds[step.address.kind]
        field = next(f for f in kind.fields if f.path == path)
        body = with_value(step.after.body, field.attribute, field.value(step.before.body))
        first, second = two(step, replace(step.after, body=body), kind)
        yield from (first,) if first.fields else ()
        yield replace(second, since=max(day, step.since or day), waits=(*step.waits, wait))
    else:
        begins = max(day, step.activation_date or day)
        yield replace(step, activation_date=begins, note=step.note or (None if step.activation_date else say.MOVED))


def _available(
    step: Step, wish: Resource, kinds: Mapping[str, Kind], after: State
) -> tuple[str, date, Wait | None]:
    """The leaf, the day and why, where something begins to use what is available only later."""
    anew = step.before is None or (step.verb == "change" and step.activation_date is None)
    old = set(references(kinds[step.address.kind], step.before.body)) if step.before and not anew else set()
    for reference in references(kinds[step.address.kind], wish.body):
        address = target(reference, after)
        resource = after.get(address) if address and reference.number else None
        if resource is None or reference in old:
            continue
        field = next((f for f in kinds[resource.address.kind].fields if f.mark(AvailableFrom)), None)
        day = field.value(resource.body) if field else None
        if day:
            return reference.path, day, say.available(str(reference.number), day)
    return "", date.min, None


