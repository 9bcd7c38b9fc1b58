"""Edges between steps: what must come before what, and every one of them comes from a mark.

Terms. A step *claims* unique values and *releases* them (``Unique``; an address and a booked item count as such), and
it *takes on* and *lets go* references (``Ref``, ``Within``, ``Needs``). An *edge* says that one step waits for
another: until that one was *sent*, if it takes effect at once, else until it was *carried out*, a day later or more.

Premise. The portal looks at the company after every single order, when it is sent and when it is carried out. So a
plan is lawful if each moment between two orders is: nothing refers to what is not there, no value is held twice.

Algorithm. Each of these gives edges; of two between the same steps the stricter one holds:

    claim       who releases a value           before  who claims it
    reference   who makes or opens a target    before  who takes on a reference to it
                who lets go of a target        before  who removes or closes it
    address     what is taken out of the cart  before  all else of the same resource
                a lower turn                   before  a higher one            (_lawful_order.py)
                a part of an update            before  the next part           (_halves.py)
                a booking                      before  what is sent along with it

*Opened* is a target that is there already and can be referred to from now on (a department more, a package of the
company, a block that comes to the group); *closed* is the opposite. What the portal has already is never put off.

Picture. Anna moves to the new group koeln, and Bert gets her number:

    day                    0           1                    2
    create group koeln     sent
    delete anna            in cart ──▶ carried out
    activate anna                      in cart ───────────▶ carried out      her address is free, and koeln is there
    update bert                        sent                                  her number is free
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.kind import Kind
from reconciler.model.marks import Fixed, Needs, Offers, Unique
from reconciler.model.offers import handed_over
from reconciler.model.references import Reference, fulfils, references, target
from reconciler.model.resource import Resource
from reconciler.model.step import Claim, Step
from reconciler.stages.order._halves import next_parts

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
    """What the step ceases to refer to; nobody waits for others to let something go."""
    kind = kinds[step.address.kind]
    if step.theirs:
        return frozenset()
    if step.verb == "cancel":
        return _needed(step, kind)
    if step.verb in (*GONE, "withdraw") and step.before and (step.releases or step.verb == "remove"):
        return _all(step.before, kind)
    if step.verb in CHANGED and step.before and step.after:
        return _all(step.before, kind) - _kept(step, kind)
    return frozenset()


def relied_on(step: Step, kinds: Mapping[str, Kind]) -> frozenset[Reference]:
    """What a position needs that sets something up or books it."""
    kind = kinds[step.address.kind]
    if step.verb == "book":
        return _needed(step, kind)
    return _all(step.before, kind) if step.verb == "activate" and step.before else frozenset()


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
    needs = ((f.path, f.mark(Needs)) for f in kind.carted)
    return frozenset(
        Reference(path, n.kind, None, (n.field, n.by[step.item]), None) for path, n in needs if n and step.item in n.by
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
    return bool(step.before and step.after and handed_over(kind, step.before.body, step.after.body))


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
    """What is taken out of the cart goes first; then the steps of one resource in their turns, and parts in order."""
    yield from (Edge(m, n, not steps[m].at_once) for m, n in next_parts(steps).items())
    groups: dict[Address, list[int]] = {}
    for n, step in enumerate(steps):
        groups.setdefault(step.address, []).append(n)
    for members in groups.values():
        for m, n in permutations(members, 2):
            first, then = steps[m], steps[n]
            early = first.verb == "withdraw" and then.verb != "withdraw"
            if early or 0 < first.turn < then.turn:
                yield Edge(m, n, not first.at_once)
            if then.along and first.item == then.along and not first.sent:
                yield Edge(m, n, carried=False)
