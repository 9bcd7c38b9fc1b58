"""Small values for tests of single parts: a few people, a day, and short ways to make the rest."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.document import Document
from reconciler.model.order import Order
from reconciler.model.plan import Wave
from reconciler.model.position import Observation, Position
from reconciler.model.resource import Layer, Life, Resource, State

KINDS = all_kinds()
TODAY, TOMORROW, SOON, LATE = (date(2026, 11, 22), date(2026, 11, 23), date(2026, 12, 11), date(2027, 1, 5))
ANNA, BERT = Address("workplace", "anna"), Address("workplace", "bert")
BONN = Address("group", "bonn")


def resource(address: str, spec: Mapping[str, Any] | None = None, life: Life | None = None) -> Resource:
    """Anything from plain values: with a life as a portal has it, without one as it is wished for."""
    found = Address.parse(address)
    return Resource(found, KINDS[found.kind].read(spec or {}), life=life)


def workplace(address: Address = ANNA, life: Life | None = None, **spec: Any) -> Resource:
    """A workplace in Bonn, active if it has a life."""
    return resource(str(address), {"group": "bonn", **spec}, life)


def manifest(address: Address = ANNA, annotations: dict[str, str] | None = None, **spec: Any) -> Resource:
    """A workplace that a manifest wishes for, with the document that says so."""
    metadata = {"name": address.name, "annotations": annotations or {}}
    document = Document("x.yaml", 1, b"", {"kind": "Workplace", "metadata": metadata, "spec": spec})
    return Resource(address, KINDS["workplace"].read(spec), (Layer(document),), annotations=annotations or {})


def group(name: str = "bonn", *departments: str) -> Resource:
    """A group with departments."""
    return resource(f"group/{name}", {"departments": [{"name": one} for one in departments]})


def observed(*resources: Resource, positions: tuple[Position, ...] = (), today: date = TODAY) -> Observation:
    """A portal that holds these."""
    return Observation("local", "acme", "origin", "1", today, State(resources), positions)


def direct(address: Address = ANNA, verb: str = "update", **body: Any) -> Order:
    """An order that takes effect at once."""
    return Order("o1", "direct", verb, address, body=body)


def carted(address: Address = ANNA, verb: str = "activate", item: str = "", **body: Any) -> Order:
    """An order for the cart."""
    return Order("o1", "cart", verb, address, item, body)


def waves(*orders: Order, day: date = TODAY) -> tuple[Wave, ...]:
    """One wave."""
    return (Wave(day, orders),)


def diff(before: tuple[Resource, ...] = (), after: tuple[Resource, ...] = ()) -> Diff:
    """Two states of which nobody asked for the changes."""
    return Diff((), State(before), State(after))
