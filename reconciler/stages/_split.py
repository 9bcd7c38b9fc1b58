"""Cutting one step in two, where order alone does not help.

A list that others refer to grows before they come and shrinks after they left. A ring of steps, each waiting for
the value that the next one holds, is cut by parking one value on a free one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reconciler.model.change import Diff, FieldChange
from reconciler.model.kind import Kind, plain, unordered, with_value
from reconciler.model.marks import Offers, Unique
from reconciler.model.resource import Resource
from reconciler.model.step import Step
from reconciler.numbers.choose import choose_internal, choose_number
from reconciler.stages import _words
from reconciler.stages._steps import direct_step

NO_VALUE = ("auto", None)


def grown_and_shrunk(steps: Iterable[Step], kinds: Mapping[str, Kind]) -> list[Step]:
    """The steps, with each update that adds to and removes from an offered list cut in two."""
    return [part for step in steps for part in _grow_then_shrink(step, kinds[step.address.kind])]


def _grow_then_shrink(step: Step, kind: Kind) -> tuple[Step, ...]:
    if step.verb != "update" or not step.before or not step.after:
        return (step,)
    both = step.after.body
    for field in kind.fields:
        if field.mark(Offers) and isinstance(field.value(both), tuple):
            old, new = field.value(step.before.body), field.value(step.after.body)
            gone = tuple(o for o in old if _name(o) not in {_name(n) for n in new})
            come = any(_name(n) not in {_name(o) for o in old} for n in new)
            if gone and come:
                both = with_value(both, field.attribute, unordered((*new, *gone)))
    if both == step.after.body:
        return (step,)
    return _two(step, replace(step.after, body=both), kind)


def _name(element: object) -> object:
    return getattr(element, "name", element)


def _two(step: Step, between: Resource, kind: Kind) -> tuple[Step, Step]:
    """The step by way of a resource in between."""
    if not step.before or not step.after:
        raise ValueError(step)  # only updates are cut
    first = direct_step(step.before, between, _changed(step.before.body, between.body, kind), kind)
    second = direct_step(between, step.after, _changed(between.body, step.after.body, kind), kind)
    return replace(first, since=step.since, waits=step.waits), replace(second, since=step.since)


def _changed(before: object, after: object, kind: Kind) -> list[FieldChange]:
    pairs = ((f.path, f.value(before), f.value(after)) for f in kind.compared)
    return [FieldChange(path, plain(old), plain(new)) for path, old, new in pairs if old != new]


def parked(steps: Sequence[Step], ring: Collection[int], diff: Diff, kinds: Mapping[str, Kind]) -> list[Step]:
    """The steps with one of the ring cut in two; the same list where none of the ring can be cut."""
    options = [n for n in sorted(ring, key=lambda n: steps[n].key) if steps[n].verb == "update"]
    for n in options:
        step = steps[n]
        kind = kinds[step.address.kind]
        if step.before and step.after and step.claims and step.releases:
            body = _aside(step.after, step, diff, kind)
            first, second = _two(step, replace(step.after, body=body), kind)
            empty = any(f.value(body) in NO_VALUE for f in kind.fields if f.mark(Unique))
            first = replace(first, note=_words.UNREACHABLE if empty else _words.PARKED)
            return [*steps[:n], first, second, *steps[n + 1 :]]
    return list(steps)


def _aside(after: Resource, step: Step, diff: Diff, kind: Kind) -> Any:
    body = after.body
    claimed = {scope for scope, _ in step.claims}
    for field in kind.fields:
        unique = field.mark(Unique)
        if unique and unique.scope in claimed:
            spare = _spare(unique.scope, after, diff)
            body = with_value(body, field.attribute, spare or field.value(kind.body()))
    return body


def _spare(scope: str, seat: Resource, diff: Diff) -> str | None:
    """A value that nobody holds now or in the end, to step aside to for a moment."""
    name = f"{seat.address.name} aside"
    if scope == "number":
        blocks = [b.body.block for b in diff.before.of("numberblock").values()
                  if b.body.group == seat.body.group and b.body.block]
        taken = set(_held("external", diff))
        return choose_number(name, blocks, taken.__contains__)
    taken = set(_held("internal", diff))
    integrated = seat.body.mobile_integration is not None
    return choose_internal(name, "", taken.__contains__, integrated=integrated)


def _held(attribute: str, diff: Diff) -> Iterator[str]:
    for state in (diff.before, diff.after):
        for seat in state.of("workplace").values():
            yield getattr(seat.body.number, attribute)
