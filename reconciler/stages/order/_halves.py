"""Steps cut in two: an update by way of a resource in between, a position by taking it out and putting it in anew."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reconciler.model.address import Address
from reconciler.model.kind import Kind
from reconciler.model.resource import Resource
from reconciler.model.step import Step
from reconciler.stages.order._steps import address_claim, direct_step, holdings


def halves(step: Step, between: Resource, kind: Kind) -> tuple[Step, Step]:
    """An update by way of a resource in between; its note belongs to the second half."""
    if not step.before or not step.after:
        raise ValueError(step)  # only updates are cut
    first, last = direct_step(step.before, between, kind), direct_step(between, step.after, kind)
    return _half(first, step, 0), replace(_half(last, step, 1), note=step.note)


def _half(half: Step, step: Step, number: int) -> Step:
    """A half with what the whole step has: others wait for it only if they need what it sets."""
    needed = not step.needed or not step.needed.isdisjoint(f.path for f in half.fields)
    return replace(half, since=step.since, waits=step.waits, turn=step.turn if needed else 0, needed=step.needed,
                   along=step.along, part=(*step.part, number))


def next_parts(steps: Sequence[Step]) -> dict[int, int]:
    """The place of each part of an update, and the place of the part that follows it."""
    chains: dict[tuple[Address, str], list[int]] = {}
    for n, step in enumerate(steps):
        if step.part:
            chains.setdefault((step.address, step.along), []).append(n)
    in_order = (sorted(chain, key=lambda n: steps[n].part) for chain in chains.values())
    return {first: then for chain in in_order for first, then in pairwise(chain)}


def withdrawn_and_anew(step: Step, kind: Kind) -> tuple[Step, Step]:
    """A change of a position in the cart as taking it out and putting it in anew."""
    if not step.before or not step.after:
        raise ValueError(step)  # only changes are cut
    address = address_claim(step.address)
    out = Step(step.address, "cart", "withdraw", target=step.target, before=step.before,
               releases=holdings(step.before, kind) | {address})
    back = replace(step, verb="activate", target="", before=None, claims=holdings(step.after, kind) | {address},
                   releases=frozenset())
    return out, back
