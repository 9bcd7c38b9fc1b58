"""Steps that several stages make, and what they do to a body."""

from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from reconciler.model.address import Address
from reconciler.model.booking import due
from reconciler.model.change import Diff, FieldChange
from reconciler.model.kind import Field, Kind, plain, with_value
from reconciler.model.marks import Manual, Unique
from reconciler.model.position import Observation, Position
from reconciler.model.references import claims
from reconciler.model.resource import Resource
from reconciler.model.step import ITEM, Claim, Step


def direct_step(before: Resource, after: Resource, kind: Kind) -> Step:
    """An update that takes effect at once, from one body to another."""
    blank = kind.body()
    pairs = ((f, f.value(before.body), f.value(after.body)) for f in kind.compared)
    fields = tuple(FieldChange(f.path, _told(f, one, blank), _told(f, other, blank))
                   for f, one, other in pairs if one != other)
    old, new = holdings(before, kind), holdings(after, kind)
    return Step(before.address, "direct", "update", body={f.path: f.after for f in fields}, fields=fields,
                before=before, after=after, claims=new - old, releases=old - new)


def _told(field: Field, value: object, blank: object) -> Any:
    """A plain value; a unique one that is not chosen is none."""
    return None if field.mark(Unique) and value == field.value(blank) else plain(value)


def holdings(resource: Resource, kind: Kind) -> frozenset[Claim]:
    """The unique values that a resource holds."""
    return frozenset((c.scope, c.value) for c in claims(kind, resource.body))


def address_claim(address: Address) -> Claim:
    """An address as a value that only one may hold at a moment."""
    return "address", str(address)


def item_claim(address: Address, item: str) -> Claim:
    """A booked item as such a value."""
    return "item", f"{address} {item}"


def going_claim(address: Address) -> Claim:
    """The end of a resource as such a value: beside it no other end, and nothing more is booked."""
    return "end", str(address)


def sent(position: Position, diff: Diff, kind: Kind, observation: Observation) -> Step:
    """What the portal has already as a step that others may wait for.

    What others only put into the cart holds its values until they buy it or take it out; of what they want deleted it
    holds nothing but that.
    """
    there = diff.before.get(position.address)
    held = Resource(position.address, kind.read(position.body)) if _comes(position) else there
    releases: frozenset[Claim] = frozenset()
    if position.theirs and position.verb == "delete":
        releases = frozenset({going_claim(position.address)})
    elif held and (position.verb == "delete" or _comes(position)):
        releases = holdings(held, kind) | {address_claim(held.address)}
    elif position.item and (position.theirs or position.verb == "cancel"):
        releases = frozenset({item_claim(position.address, position.item)})
    return Step(position.address, "cart", position.verb, position.item, before=held, after=held, releases=releases,
                sent=True, bought=position.state == "ordered", ours=position.ours,
                finished=due(position, observation.today), turn=ITEM if position.item else 0)


def _comes(position: Position) -> bool:
    """Whether others want something set up that nobody reckons with."""
    return position.theirs and position.verb == "activate"


def whole(body: Any, kind: Kind) -> Mapping[str, Any]:
    """A body as plain values, as an order carries it: without what is ours or ordered by hand."""
    for attribute, blank, manual in _not_sent(kind):
        value = attrgetter(attribute)(body)
        kept = tuple(v for v in value if v not in manual) if manual else blank
        if value != kept:
            body = with_value(body, attribute, kept)
    return kind.plain(body)


@cache
def _not_sent(kind: Kind) -> tuple[tuple[str, Any, tuple[str, ...]], ...]:
    """Attributes that an order does not carry with what stands for them, or with the values that are left out."""
    blank, sent = kind.body(), {f.path for f in kind.sent}
    by_hand = ((f, f.mark(Manual)) for f in kind.fields)
    return tuple((f.attribute, f.value(blank), manual.values if manual else ()) for f, manual in by_hand
                 if f.path not in sent or manual)


def with_leaves(body: Any, wish: object, paths: Sequence[str], kind: Kind) -> Any:
    """The body with these leaves as ``wish`` has them."""
    for field in kind.fields:
        if field.path in paths:
            body = with_value(body, field.attribute, field.value(wish))
    return body
