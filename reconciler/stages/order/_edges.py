"""What must come before what: every edge comes from a mark.

A target is made before those that refer to it and removed after they left; a unique value is given free before
it is taken. An edge says whether it is enough that the earlier step was sent, or whether it must have been carried out.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.kind import Kind
from reconciler.model.marks import Fixed, Needs, Offers, Unique
from reconciler.model.references import Reference, fulfils, references, target
from reconciler.model.resource import Resource
from reconciler.model.step import Claim, Step

MADE = ("create", "activate")
GONE = ("remove", "delete")
CHANGED = ("update", "change")
NOTHING: frozenset[str] = frozenset()


class Edge(NamedTuple):
    """``then`` waits for ``first`` (places in the list of steps); ``by`` are scopes, if only their values are why."""

    first: int
    then: int
    carried: bool
    by: frozenset[str] = NOTHING


def edges(steps: Sequence[Step], diff: Diff, kinds: Mapping[str, Kind]) -> list[Edge]:
    """All edges between the steps, each pair once."""
    found: dict[tuple[int, int], Edge] = {}
    for edge in (*_by_claim(steps), *_by_reference(steps, diff, kinds), *_by_address(steps)):
        if edge.first != edge.then and not steps[edge.then].sent:
            known = found.get((edge.first, edge.then), edge)
            by = edge.by | known.by if edge.by and known.by else NOTHING
            found[edge.first, edge.then] = edge._replace(carried=edge.carried or known.carried, by=by)
    return sorted(found.values())


def taken_on(step: Step, kinds: Mapping[str, Kind]) -> frozenset[Reference]:
    """What the step begins to refer to."""
    kind = kinds[step.address.kind]
    if step.sent:
        return frozenset()
    if step.verb == "book":
        return _needed(step, kind)
    if step.verb in (*MADE, *CHANGED) and step.after:
        return _all(step.after, kind) - _kept(step, kind)
    return frozenset()


def let_go(step: Step, kinds: Mapping[str, Kind]) -> frozenset[Reference]:
    """What the step ceases to refer to."""
    kind = kinds[step.address.kind]
    if step.verb == "cancel":
        return _needed(step, kind)
    if step.verb in (*GONE, "withdraw") and step.before and (step.releases or step.verb == "remove"):
        return _all(step.before, kind)
    if step.verb in CHANGED and step.before and step.after:
        return _all(step.before, kind) - _kept(step, kind)
    return frozenset()


def _kept(step: Step, kind: Kind) -> frozenset[Reference]:
    """What is referred to before and after; nothing counts as kept by what becomes another thing."""
    if not step.before or not step.after:
        return frozenset()
    if any(f.value(step.before.body) != f.value(step.after.body) for f in kind.fields if f.mark(Fixed)):
        return frozenset()
    return _all(step.before, kind) & _all(step.after, kind)


def _all(resource: Resource, kind: Kind) -> frozenset[Reference]:
    return frozenset(references(kind, resource.body))


def _needed(step: Step, kind: Kind) -> frozenset[Reference]:
    needs = (f.mark(Needs) for f in kind.carted)
    return frozenset(
        Reference("packages", n.kind, None, (n.field, n.by[step.item]), None) for n in needs if n and step.item in n.by
    )


def _by_reference(steps: Sequence[Step], diff: Diff, kinds: Mapping[str, Kind]) -> Iterator[Edge]:
    at: dict[Address, list[int]] = {}
    for n, step in enumerate(steps):
        if step.verb in (*MADE, *GONE) or offers(step, kinds[step.address.kind]):
            at.setdefault(step.address, []).append(n)
    for n, step in enumerate(steps):
        for reference in taken_on(step, kinds):
            for m in at.get(target(reference, diff.after) or step.address, ()):
                if steps[m].verb in MADE or opens(steps[m], reference, kinds):
                    yield Edge(m, n, not steps[m].at_once, _scope(reference, step, kinds))
        for reference in let_go(step, kinds):
            for m in at.get(target(reference, diff.before) or step.address, ()):
                if steps[m].verb in GONE or closes(steps[m], reference, kinds):
                    yield Edge(n, m, not step.at_once, _scope(reference, step, kinds))


def _scope(reference: Reference, step: Step, kinds: Mapping[str, Kind]) -> frozenset[str]:
    """The scope of a number that lies in what is referred to."""
    field = kinds[step.address.kind].field(reference.path) if reference.number else None
    mark = field.mark(Unique) if field else None
    return frozenset({mark.scope}) if mark else NOTHING


def offers(step: Step, kind: Kind) -> bool:
    """Whether the step changes something that others may refer to."""
    if step.item:
        return step.verb in ("book", "cancel") and any(f.mark(Offers) for f in kind.carted)
    return step.verb in CHANGED and any(f.path in _offered(kind) for f in step.fields)


def opens(step: Step, reference: Reference, kinds: Mapping[str, Kind]) -> bool:
    """Whether the reference can be fulfilled only once this step took effect."""
    if step.item:
        return step.verb == "book" and reference.element is not None and reference.element[1] == step.item
    if step.before is None or step.after is None or not fulfils(reference, step.after):
        return False
    return not fulfils(reference, step.before) or _handed_over(step, kinds[step.address.kind])


def closes(step: Step, reference: Reference, kinds: Mapping[str, Kind]) -> bool:
    """Whether the reference cannot be fulfilled as before once this step took effect."""
    if step.item:
        return step.verb == "cancel" and reference.element is not None and reference.element[1] == step.item
    if step.before is None or step.after is None or not fulfils(reference, step.before):
        return False
    return not fulfils(reference, step.after) or _handed_over(step, kinds[step.address.kind])


def _handed_over(step: Step, kind: Kind) -> bool:
    """Whether all of it is offered to others than before: a block goes to another group."""
    if step.before is None or step.after is None:
        return False
    pairs = ((f.value(step.before.body), f.value(step.after.body)) for f in kind.fields if f.mark(Offers))
    return any(old != new and not isinstance(old, tuple | int) for old, new in pairs)


@cache
def _offered(kind: Kind) -> frozenset[str]:
    return frozenset(f.path for f in kind.fields if f.mark(Offers))


def _by_claim(steps: Sequence[Step]) -> Iterator[Edge]:
    releasing: dict[Claim, list[int]] = {}
    for n, step in enumerate(steps):
        for claim in step.releases:
            releasing.setdefault(claim, []).append(n)
    for n, step in enumerate(steps):
        for claim in sorted(step.claims):
            for m in releasing.get(claim, ()):
                if not (steps[m].address == step.address and steps[m].verb in CHANGED):
                    yield Edge(m, n, not steps[m].at_once, frozenset({claim[0]}))


def _by_address(steps: Sequence[Step]) -> Iterator[Edge]:
    """What is taken out of the cart goes first; then the steps of one resource in their turns.

    Two parts of one update follow each other by the resource in between.
    """
    groups: dict[Address, list[int]] = {}
    for n, step in enumerate(steps):
        groups.setdefault(step.address, []).append(n)
    for members in groups.values():
        for m, n in permutations(members, 2):
            first, then = steps[m], steps[n]
            early = first.verb == "withdraw" and then.verb != "withdraw"
            parts = first.after is not None and first.after is then.before and not first.sent
            if early or parts or 0 < first.turn < then.turn:
                yield Edge(m, n, not first.at_once)
            if then.along and first.item == then.along and not first.sent:
                yield Edge(m, n, carried=False)
