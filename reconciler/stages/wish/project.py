"""Observation in, state out: the portal as it will be when all that lies in its cart or was ordered has happened.

A workplace that is only in the cart or ordered stands here with that life; one that will be deleted stands
here too, with ``life.leaving`` set, because it holds its number until then.
"""

from collections.abc import Mapping
from dataclasses import replace

from reconciler.model.booking import items, laid_over
from reconciler.model.kind import Kind
from reconciler.model.position import Observation, Position
from reconciler.model.resource import Life, Resource, State


def project(observation: Observation, kinds: Mapping[str, Kind]) -> State:
    """The projected state: what is active, with every open position laid over it."""
    projected = {r.address: r for r in observation.state}
    for position in observation.positions:
        if not position.open or position.address.kind not in kinds:
            continue
        kind, present = kinds[position.address.kind], projected.get(position.address)
        if position.verb == "activate":
            projected[position.address] = _coming(position, kind, observation)
        elif present and position.verb == "delete":
            life = replace(present.life or Life(), leaving=position.ref)
            projected[position.address] = replace(present, life=life)
        elif present:
            projected[position.address] = _with_item(present, position, kind, observation)
    return State(projected.values())


def reserved(observation: Observation, kinds: Mapping[str, Kind]) -> State:
    """What others put into the cart to be set up: the portal keeps its numbers for it, although nobody bought it."""
    return State(_coming(p, kinds[p.address.kind], observation) for p in observation.positions
                 if p.theirs and p.verb == "activate" and p.address.kind in kinds)


def _coming(position: Position, kind: Kind, observation: Observation) -> Resource:
    state = "in-cart" if position.state == "in-cart" else "ordered"
    begins = position.activation_date or position.ordered_on or observation.today
    body = kind.read(position.body)
    booked = dict.fromkeys(items(kind, body), begins)
    return Resource(position.address, body, life=Life(state, begins, booked, ref=position.ref))


def _with_item(present: Resource, position: Position, kind: Kind, observation: Observation) -> Resource:
    life = present.life or Life()
    booked = {k: v for k, v in life.booked.items() if k != position.item}
    if position.verb == "book":
        booked[position.item] = position.ordered_on or observation.today
    body = laid_over(kind, present.body, position)
    return replace(present, body=body, life=replace(life, booked=booked))

