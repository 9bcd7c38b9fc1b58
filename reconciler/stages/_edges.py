"""What must come before what: every edge comes from a mark.

A target is made before those that refer to it and removed after they left; a unique value is given free before
it is taken. An edge says whether it is enough that the earlier step was sent, or whether it must have been carried out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.kind import Kind
from reconciler.model.marks import Needs, Offers
from reconciler.model.references import Reference, references, satisfied, target
from reconciler.model.resource import Resource, State
from reconciler.model.step import Step

MADE = ("create", "activate")
GONE = ("remove", "delete")
CHANGED = ("update", "change")


class Edge(NamedTuple):
    """``then`` waits for ``first`` (positions in the list of steps); ``by`` is the claimed value, if that is why."""

    first: int
    then: int
    carried: bool
    by: str = ""


def edges(steps: Sequence[Step], diff: Diff, kinds: Mapping[str, Kind]) -> list[Edge]:
    """All edges between the steps, each pair once."""
    found = {
        (e.first, e.then): e
        for e in (*_by_reference(steps, diff, kinds), *_by_claim(steps), *_by_address(steps))
        if e.first != e.then
    }
    return sorted(found.values())


def taken_on(step: Step, kinds: Mapping[str, Kind]) -> frozenset[Reference]:
    """What the step begins to refer to."""
    kind = kinds[step.address.kind]
    if step.sent:
        return frozenset()
    if step.verb == "book":
        return _needed(step, kind)
    if step.verb in (*MADE, *CHANGED) and step.after:
        return _all(step.after, kind) - (_all(step.before, kind) if step.before else frozenset())
    return frozenset()


def let_go(step: Step, kinds: Mapping[str, Kind]) -> frozenset[Reference]:
    """What the step ceases to refer to."""
    kind = kinds[step.address.kind]
    if step.verb == "cancel":
        return _needed(step, kind)
    if step.verb in (*GONE, "withdraw") and step.before and (step.releases or step.verb == "remove"):
        return _all(step.before, kind)
    if step.verb in CHANGED and step.before and step.after:
        return _all(step.before, kind) - _all(step.after, kind)
    return frozenset()


def _all(resource: Resource, kind: Kind) -> frozenset[Reference]:
    return frozenset(references(kind, resource.body))


def _needed(step: Step, kind: Kind) -> frozenset[Reference]:
    needs = (f.mark(Needs) for f in kind.carted)
    return frozenset(
        Reference("packages", n.kind, None, (n.field, n.by[step.item]), None) for n in needs if n and step.item in n.by
    )


def _by_reference(steps: Sequence[Step], diff: Diff, kinds: Mapping[str, Kind]) -> Iterator[Edge]:
    at: dict[Address, list[int]] = {}
    offering: dict[str, list[int]] = {}
    for n, step in enumerate(steps):
        at.setdefault(step.address, []).append(n)
        if offers(step, kinds[step.address.kind]):
            offering.setdefault(step.address.kind, []).append(n)
    for n, step in enumerate(steps):
        for reference in taken_on(step, kinds):
            made = at.get(target(reference, diff.after) or step.address, ())
            yield from (Edge(m, n, not steps[m].at_once) for m in made if steps[m].verb in MADE)
            if not satisfied(reference, diff.before):
                grown = (m for m in offering.get(reference.kind, ()) if gives(steps[m], reference))
                yield from (Edge(m, n, not steps[m].at_once) for m in grown)
        for reference in let_go(step, kinds):
            left = target(reference, diff.before) or step.address
            ended = [m for m in at.get(left, ()) if steps[m].verb in GONE]
            shrunk = (m for m in offering.get(reference.kind, ())
                      if steps[m].address == left and takes(steps[m], reference))
            yield from (Edge(n, m, not step.at_once) for m in (*ended, *shrunk))


def offers(step: Step, kind: Kind) -> bool:
    """Whether the step changes something that others may refer to."""
    paths = {f.path for f in kind.fields if f.mark(Offers)}
    return step.verb in (*CHANGED, "book", "cancel") and any(f.path in paths for f in step.fields)


def gives(step: Step, reference: Reference) -> bool:
    """Whether the reference can be fulfilled once this step took effect."""
    if step.verb == "book":
        return bool(reference.element and reference.element[1] == step.item)
    return step.after is not None and satisfied(reference, State([step.after]))


def takes(step: Step, reference: Reference) -> bool:
    """Whether the reference cannot be fulfilled any more once this step took effect."""
    if step.verb == "cancel":
        return bool(reference.element and reference.element[1] == step.item)
    return step.after is not None and not satisfied(reference, State([step.after]))


def _by_claim(steps: Sequence[Step]) -> Iterator[Edge]:
    releasing: dict[tuple[str, str], list[int]] = {}
    for n, step in enumerate(steps):
        for claim in step.releases:
            releasing.setdefault(claim, []).append(n)
    for n, step in enumerate(steps):
        for claim in sorted(step.claims):
            for m in releasing.get(claim, ()):
                if not (steps[m].address == step.address and steps[m].verb in CHANGED):
                    yield Edge(m, n, not steps[m].at_once, claim[0])


def _by_address(steps: Sequence[Step]) -> Iterator[Edge]:
    """What is taken out of the cart goes first; direct changes come before a booking that rests on them.

    Two parts of one update follow each other by the resource in between.
    """
    groups: dict[Address, list[int]] = {}
    for n, step in enumerate(steps):
        groups.setdefault(step.address, []).append(n)
    for members in groups.values():
        for m in members:
            for n in members:
                first, then = steps[m], steps[n]
                early = first.verb == "withdraw" and then.verb != "withdraw"
                rests = first.verb == "update" and then.verb == "book"
                parts = first.after is not None and first.after is then.before
                if not first.sent and not then.sent and (early or rests or parts):
                    yield Edge(m, n, carried=False)
