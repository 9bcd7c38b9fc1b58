"""Steps in a cycle: one of them is cut, so that a value is parked for a moment.

Terms. In a *cycle* each step waits for the next one, because that one holds what it wants. A step that is cut makes a
*detour*: it first sets its value *aside* to a free one (it *parks*) or to none (it is *unreachable* for a moment), and
takes the way *back* to what is wished once the others have moved.

Premise. An order changes one resource, and no value may be held twice at any moment. So two who swap their numbers
cannot do so in any order of whole steps. Direct updates take effect at once: a detour costs orders, but no day.

Algorithm. In each cycle one step is cut, in its old place, and the edges are looked for anew until no cycle is left:

1. A change of a position that lies in the cart is taken out and put in anew; the first by key.
2. Else an update that waits for a value and holds the one that the next step waits for. Of these the one that can
   park everything, the first by key. A spare value is held by nobody, now or in the end or in between: a number of a
   block that the workplace's group has and keeps and that covers the old or the new number; any internal number.
3. Else nothing is cut. The steps are told as stuck.

An update is cut into all that has nothing to do with the cycle, the step aside, and the way back.

Picture. Anna has 10, Bert 11, and they swap; 12 is free. All three orders are sent on one day:

    order                     anna    bert
    –                         10      11
    update anna (aside)       12      11
    update bert               12      10
    update anna (back)        11      10
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple

from reconciler.model import waits as say
from reconciler.model.kind import Field, Kind, with_value
from reconciler.model.marks import AvailableFrom, Unique, Within
from reconciler.model.resource import Resource
from reconciler.model.step import Detour, Step
from reconciler.numbers.choose import Internals, choose_number
from reconciler.stages.order._agenda import Ground
from reconciler.stages.order._edges import Edge
from reconciler.stages.order._halves import halves, withdrawn_and_anew

NOTES = {Detour.PARKED: say.PARKED, Detour.UNREACHABLE: say.UNREACHABLE}


class _Aside(NamedTuple):
    """A step that may be cut, and by scope the spare values for it; None where none is free."""

    place: int
    values: Mapping[str, str | None]

    @property
    def detour(self) -> Detour:
        return Detour.UNREACHABLE if None in self.values.values() else Detour.PARKED


def parked(steps: Sequence[Step], cycle: Sequence[Edge], ground: Ground) -> tuple[Step, ...]:
    """The steps with one of the cycle cut; the same where none can be cut."""
    for n in sorted((e.first for e in cycle if steps[e.first].verb == "change"), key=lambda n: steps[n].key)[:1]:
        return _instead(steps, n, withdrawn_and_anew(steps[n], ground.kind(steps[n])))
    options = sorted(_options(steps, cycle, ground), key=lambda o: (o.detour is Detour.UNREACHABLE, steps[o.place].key))
    for option in options[:1]:
        return _instead(steps, option.place, _by_way_of(steps[option.place], option, ground.kind(steps[option.place])))
    return tuple(steps)


def _instead(steps: Sequence[Step], place: int, parts: Iterable[Step]) -> tuple[Step, ...]:
    """The first part in the place of the whole, the others behind all: every other step keeps its place."""
    first, *rest = parts
    return (*steps[:place], first, *steps[place + 1 :], *rest)


def _options(steps: Sequence[Step], cycle: Sequence[Edge], ground: Ground) -> list[_Aside]:
    """The updates of a cycle that wait for a value, claim it, and hold one that the next waits for."""
    waits = {edge.then: edge.by for edge in cycle}
    able = [e.first for e in cycle if e.by and waits[e.first] and _claims_all(steps[e.first], waits[e.first])]
    return [_Aside(n, {scope: _spare(steps, n, scope, ground) for scope in sorted(waits[n])}) for n in able]


def _claims_all(step: Step, scopes: Collection[str]) -> bool:
    return step.verb == "update" and set(scopes) <= {scope for scope, _ in step.claims}


def _by_way_of(step: Step, option: _Aside, kind: Kind) -> list[Step]:
    """An update in parts: all else, the step aside to other values (None: absent), the way back."""
    if not step.before or not step.after:
        raise ValueError(step)  # only updates are cut
    fields, blank = {scope: _unique(kind, scope) for scope in option.values}, kind.body()
    old: Any = step.after.body
    spare: Any = step.after.body
    for scope, field in fields.items():
        old = with_value(old, field.attribute, field.value(step.before.body))
        spare = with_value(spare, field.attribute, option.values[scope] or field.value(blank))
    other, rest = halves(step, replace(step.after, body=old), kind)
    aside, back = halves(rest, replace(step.after, body=spare), kind)
    aside = replace(aside, note=NOTES[option.detour], detour=option.detour)
    return [*([other] if other.fields else []), aside, back]


def _unique(kind: Kind, scope: str) -> Field:
    return next(f for f in kind.fields for mark in f.marks if isinstance(mark, Unique) and mark.scope == scope)


def _spare(steps: Sequence[Step], n: int, scope: str, ground: Ground) -> str | None:
    """A value that nobody holds now, in the end or in between; None if there is none."""
    wish, name = steps[n].after, f"{steps[n].address.name} aside"
    kind = ground.kind(steps[n])
    field = _unique(kind, scope)
    taken = {value for step in steps for claimed, value in step.claims | step.releases if claimed == scope}
    taken |= {field.value(r.body) for state in (ground.diff.before, ground.diff.after)
              for r in state.of(kind.key).values()}
    within = field.mark(Within)
    if within and wish:
        numbers = [field.value(r.body) for r in (steps[n].before, wish) if r]
        blocks = [b for b in _blocks(wish, ground, within) if any(map(b.covers, numbers))]
        return choose_number(name, blocks, taken.__contains__)
    return Internals(taken).choose(name, "", integrated=True)


def _blocks(wish: Resource, ground: Ground, within: Within) -> list[Any]:
    """The blocks of the group of a wish that are available and stay with it, as far as they are now and in the end."""
    begins = next(f for f in ground.kinds[within.kind].fields if f.mark(AvailableFrom))
    block, group = attrgetter(within.span), attrgetter(within.shared)
    found = ((ground.diff.before.get(r.address), r) for r in ground.diff.after.of(within.kind).values())
    return [min(block(before.body), block(after.body), key=lambda one: one.size) for before, after in found
            if before and block(before.body) and group(before.body) == group(after.body) == group(wish.body)
            and (begins.value(before.body) or ground.today) <= ground.today]
