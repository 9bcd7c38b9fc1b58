"""Items that must not stand at one resource alone are bought together with the next that gets one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.kind import Field, Kind
from reconciler.model.marks import Paired
from reconciler.model.resource import Resource, State
from reconciler.stages.order._agenda import Agenda
from reconciler.stages.order._dates import Dated
from reconciler.stages.order._postpone import MOST_PASSES, postponed


class _Item(NamedTuple):
    """A value of a list that one resource of its kind alone must not have."""

    kind: str
    field: Field
    mark: Paired
    name: str

    def of(self, resource: Resource | None) -> bool:
        """Whether a resource has it."""
        return resource is not None and self.name in self.field.value(resource.body)


class _Turn(NamedTuple):
    """From ``day`` on somebody has the item, or no longer; ``place`` is where the step stands."""

    day: date
    gained: bool
    address: Address
    place: int
    movable: bool


def in_pairs(agenda: Agenda) -> Agenda:
    """The steps, with as small gaps as there can be, and nobody the only one for a while."""
    held, before, items = agenda, agenda.ground.diff.before, [*_items(agenda.ground.kinds.values())]
    for _ in range(MOST_PASSES):
        shown = postponed(held)
        sent = [one for one in shown.dated if one.place not in held.barred]
        late = {place: (item, turn) for item in items for place, turn in _alone(sent, item, before)}
        if not late:
            return shown
        held = held.held({place: say.not_alone(item.mark, item.name, turn.address, turn.day)
                          for place, (item, turn) in late.items()})
    return postponed(held)


class Single(NamedTuple):
    """At ``place`` somebody gets what none may have alone, and all others who are to have it are barred."""

    place: int
    item: str
    mark: Paired
    other: int


def singles(agenda: Agenda) -> Iterator[Single]:
    """The steps after which somebody would be the only one for good."""
    before = agenda.ground.diff.before
    for item in _items(agenda.ground.kinds.values()) if agenda.barred else ():
        turns = sorted(turn for one in agenda.dated if (turn := _turn(one, item, before.get(one.step.address))))
        having = {r.address for r in before.staying(item.kind) if item.of(r)}
        for turn in turns:
            if turn.place not in agenda.barred:
                having = having | {turn.address} if turn.gained else having - {turn.address}
        others = [turn.place for turn in turns if turn.gained and turn.place in agenda.barred]
        if others and len(having) == 1:
            yield from (Single(turn.place, item.name, item.mark, others[0]) for turn in turns
                        if turn.movable and {turn.address} == having)


def _items(kinds: Iterable[Kind]) -> Iterator[_Item]:
    for kind in kinds:
        for field in kind.fields:
            mark = field.mark(Paired)
            yield from (_Item(kind.key, field, mark, value) for value in mark.values) if mark else ()


def _alone(dated: Sequence[Dated], item: _Item, before: State) -> Iterator[tuple[int, _Turn]]:
    """Who would be the only one from its day on, and whose turn comes next."""
    turns = sorted(turn for one in dated if (turn := _turn(one, item, before.get(one.step.address))))
    value = item.field.value
    having = {r.address for r in before.staying(item.kind) if item.name in value(r.body)}
    for day in sorted({turn.day for turn in turns}):
        now = [turn for turn in turns if turn.day == day]
        having -= {turn.address for turn in now if not turn.gained}
        having |= {turn.address for turn in now if turn.gained}
        first = next((turn for turn in now if turn.movable and having == {turn.address}), None)
        other = next((t for t in turns if t.gained and t.day > day and first and t.address != first.address), None)
        if first and other:
            yield first.place, other
            return


def _turn(one: Dated, item: _Item, present: Resource | None) -> _Turn | None:
    step = one.step
    if step.sent or step.address.kind != item.kind or (step.item and step.item != item.name):
        return None
    if step.verb in ("book", "cancel"):
        gained = step.verb == "book"
    elif step.verb == "activate" and item.of(step.after):
        gained = True
    elif step.verb == "delete" and item.of(step.before):
        gained = False
    elif step.verb == "withdraw" and step.item:
        gained = not item.of(present)  # a cancellation is taken out, else a booking
    else:
        return None
    return _Turn(one.day, gained, step.address, one.place, gained and step.verb != "withdraw")
