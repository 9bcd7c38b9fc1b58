"""Items that must not stand at one resource alone are bought together with the next that gets one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.marks import Paired
from reconciler.model.resource import Resource
from reconciler.stages.order._agenda import Agenda
from reconciler.stages.order._dates import Dated
from reconciler.stages.order._postpone import MOST_PASSES, postponed


class _Turn(NamedTuple):
    """From ``day`` on somebody has the item, or no longer; ``place`` is where the step stands."""

    day: date
    gained: bool
    address: Address
    place: int
    movable: bool


def in_pairs(agenda: Agenda) -> Agenda:
    """The steps, with as small gaps as there can be, and nobody the only one for a while."""
    held, kinds, before = agenda, agenda.ground.kinds, agenda.ground.diff.before
    items = [(key, item) for key, kind in kinds.items() for f in kind.fields if (mark := f.mark(Paired))
             for item in mark.values]
    for _ in range(MOST_PASSES):
        shown = postponed(held)
        late = {place: (item, turn) for key, item in items for place, turn in _alone(shown.dated, item, before.of(key))}
        if not late:
            return shown
        held = held.held({place: say.not_alone(item, turn.address, turn.day) for place, (item, turn) in late.items()})
    return postponed(held)


def _has(resource: Resource | None, item: str) -> bool:
    return resource is not None and item in resource.body.packages


def _alone(dated: Sequence[Dated], item: str, before: Mapping[str, Resource]) -> Iterator[tuple[int, _Turn]]:
    """Who would be the only one from its day on, and whose turn comes next."""
    turns = sorted(turn for one in dated if (turn := _turn(one, item, before.get(one.step.address.name))))
    having = {r.address for r in before.values() if _has(r, item) and not (r.life and r.life.leaving)}
    for day in sorted({turn.day for turn in turns}):
        now = [turn for turn in turns if turn.day == day]
        having -= {turn.address for turn in now if not turn.gained}
        having |= {turn.address for turn in now if turn.gained}
        first = next((turn for turn in now if turn.movable and having == {turn.address}), None)
        other = next((t for t in turns if t.gained and t.day > day and first and t.address != first.address), None)
        if first and other:
            yield first.place, other
            return


def _turn(one: Dated, item: str, present: Resource | None) -> _Turn | None:
    step = one.step
    if step.sent or (step.item and step.item != item):
        return None
    if step.verb in ("book", "cancel"):
        gained = step.verb == "book"
    elif step.verb == "activate" and _has(step.after, item):
        gained = True
    elif step.verb == "delete" and _has(step.before, item):
        gained = False
    elif step.verb == "withdraw" and step.item:
        gained = not _has(present, item)  # a cancellation is taken out, else a booking
    else:
        return None
    return _Turn(one.day, gained, step.address, one.place, gained and step.verb != "withdraw")
