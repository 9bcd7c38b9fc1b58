"""Cutting one step in two, where order alone does not help.

A list that others refer to grows before they come and shrinks after they left. A ring of steps, each waiting for
the value that the next one holds, is cut by parking one value on a free one.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from reconciler.model import waits as say
from reconciler.model.change import Diff
from reconciler.model.kind import Field, Kind, unordered, with_value
from reconciler.model.marks import AvailableFrom, Offers, Unique, Within
from reconciler.model.resource import Resource
from reconciler.model.step import Step
from reconciler.numbers.choose import choose_internal, choose_number
from reconciler.stages.order._edges import Edge
from reconciler.stages.order._steps import address_claim, direct_step, holdings


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
    return two(step, replace(step.after, body=both), kind)


def _name(element: object) -> object:
    return getattr(element, "name", element)


def two(step: Step, between: Resource, kind: Kind) -> tuple[Step, Step]:
    """The step by way of a resource in between; its note belongs to the end."""
    if not step.before or not step.after:
        raise ValueError(step)  # only updates are cut
    last = replace(_part(direct_step(between, step.after, kind), step), note=step.note)
    return _part(direct_step(step.before, between, kind), step), last


def _part(part: Step, step: Step) -> Step:
    """One of the two, with what the whole step has: others wait for it only if they need what it sets."""
    needed = not step.needed or not step.needed.isdisjoint(f.path for f in part.fields)
    return replace(part, since=step.since, waits=step.waits, turn=step.turn if needed else 0, needed=step.needed)


def anew(step: Step, kind: Kind) -> tuple[Step, Step]:
    """A change of a position in the cart as taking it out and putting it in anew."""
    if not step.before or not step.after:
        raise ValueError(step)  # only changes are cut
    address = address_claim(step.address)
    out = Step(step.address, "cart", "withdraw", target=step.target, before=step.before,
               releases=holdings(step.before, kind) | {address})
    back = replace(step, verb="activate", target="", before=None, claims=holdings(step.after, kind) | {address},
                   releases=frozenset())
    return out, back


def parked(
    steps: Sequence[Step], ring: Sequence[Edge], diff: Diff, kinds: Mapping[str, Kind], today: date
) -> list[Step]:
    """The steps with one of the ring cut, each other one in its old place; the same where none can be cut.

    A position in the cart is taken out for a moment. An update can be cut if it waits for a value and holds one
    that the next waits for; best is one that has a free value to step aside to.
    """
    waits = {edge.then: edge.by for edge in ring}
    for n in sorted((e.first for e in ring if steps[e.first].verb == "change"), key=lambda n: steps[n].key)[:1]:
        out, back = anew(steps[n], kinds[steps[n].address.kind])
        return [*steps[:n], out, *steps[n + 1 :], back]
    able = [e.first for e in ring if e.by and waits[e.first] and _claims_all(steps[e.first], waits[e.first])]
    asides = [(n, {scope: _aside(steps, n, scope, diff, kinds, today) for scope in sorted(waits[n])}) for n in able]
    asides.sort(key=lambda option: (None in option[1].values(), steps[option[0]].key))
    for n, values in asides[:1]:
        first, *rest = _by_way_of(steps[n], values, kinds[steps[n].address.kind])
        return [*steps[:n], first, *steps[n + 1 :], *rest]
    return list(steps)


def _by_way_of(step: Step, values: Mapping[str, str | None], kind: Kind) -> list[Step]:
    """An update in parts: all else, the step aside to other values (None: absent), the rest."""
    if not step.before or not step.after:
        raise ValueError(step)  # only updates are cut
    fields, blank = {scope: _unique(kind, scope) for scope in values}, kind.body()
    old: Any = step.after.body
    spare: Any = step.after.body
    for scope, field in fields.items():
        old = with_value(old, field.attribute, field.value(step.before.body))
        spare = with_value(spare, field.attribute, values[scope] or field.value(blank))
    other, rest = two(step, replace(step.after, body=old), kind)
    aside, back = two(rest, replace(step.after, body=spare), kind)
    aside = replace(aside, note=say.UNREACHABLE if None in values.values() else say.PARKED)
    return [*([other] if other.fields else []), aside, back]


def _claims_all(step: Step, scopes: Collection[str]) -> bool:
    return step.verb == "update" and set(scopes) <= {scope for scope, _ in step.claims}


def _unique(kind: Kind, scope: str) -> Field:
    return next(f for f in kind.fields for mark in f.marks if isinstance(mark, Unique) and mark.scope == scope)


def _aside(
    steps: Sequence[Step], n: int, scope: str, diff: Diff, kinds: Mapping[str, Kind], today: date
) -> str | None:
    """A value that nobody holds now, in the end or in between; None if there is none."""
    workplace, name = steps[n].after, f"{steps[n].address.name} aside"
    kind = kinds[steps[n].address.kind]
    field = _unique(kind, scope)
    taken = {value for step in steps for claimed, value in step.claims | step.releases if claimed == scope}
    taken |= {field.value(r.body) for state in (diff.before, diff.after) for r in state.of(kind.key).values()}
    within = field.mark(Within)
    if within and workplace:
        numbers = [field.value(r.body) for r in (steps[n].before, workplace) if r]
        blocks = [b for b in _blocks(workplace, diff, kinds[within.kind], today) if any(map(b.covers, numbers))]
        return choose_number(name, blocks, taken.__contains__)
    return choose_internal(name, "", taken.__contains__, integrated=True)


def _blocks(workplace: Resource, diff: Diff, kind: Kind, today: date) -> list[Any]:
    """The blocks of a workplace's group that are available and stay with it, as far as they are now and in the end."""
    begins = next(f for f in kind.fields if f.mark(AvailableFrom))
    found = ((diff.before.get(r.address), r) for r in diff.after.of(kind.key).values())
    return [min(before.body.block, after.body.block, key=lambda block: block.size) for before, after in found
            if before and before.body.block and before.body.group == after.body.group == workplace.body.group
            and (begins.value(before.body) or today) <= today]
