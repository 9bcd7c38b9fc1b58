"""A new name for a resource, or for elements of its lists: whoever refers to it follows, ordered or active.

The help pages do not tell how the portal renames; here it costs nothing, takes effect at once and keeps the thing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reconciler.model.address import Address
from reconciler.model.kind import Field
from reconciler.model.marks import Assigned, Fixed, Renamable
from reconciler.model.order import Order
from reconciler.model.references import refers_to
from reconciler.model.renames import (
    NAME,
    Elements,
    element_fields,
    following,
    naming_mark,
    renamed_elements,
    with_renamed,
)
from reconciler.model.resource import Resource
from reconciler.portal import refusals as say
from reconciler.portal.bodies import fitting
from reconciler.portal.books.protocol import LIVE
from reconciler.portal.desk import Desk
from reconciler.portal.laws import broken
from reconciler.portal.letters import is_name
from reconciler.portal.refusals import Refusal, refusal
from reconciler.portal.verbs.verb import Verb


def renames(desk: Desk, order: Order) -> bool:
    """Whether the order renames something."""
    return NAME in order.body or bool(_elements(desk, order))


def against_rename(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against another name; an order that renames does nothing else."""
    before, elements = desk.books.resource(order.address), _elements(desk, order)
    if before is None:
        return
    if not all(isinstance(name, str) for name in order.body.values()):
        yield refusal("FORM-2", say.MALFORMED, address=order.address)
    elif list(order.body) == [NAME]:
        yield from _nameable(desk, order, before, order.body[NAME])
    elif len(elements) == 1 and len(order.body) == len(elements[0][1]):
        yield from _known(desk, before, *elements[0])
    else:
        yield refusal("FORM-2", say.MALFORMED, address=order.address)


def rename(desk: Desk, order: Order) -> None:
    """Call the resource, or elements of one of its lists, otherwise."""
    before = desk.books.resource(order.address)
    if before is None:
        raise ValueError(order.address)  # that is a refusal
    if NAME in order.body:
        _called(desk, before, order.body[NAME])
    else:
        _elements_called(desk, before, *_elements(desk, order)[0])
    desk.books.count_life(order.address)


RENAME: Verb[Order] = Verb(against_rename, rename)
"""Of a resource that is there."""


def _elements(desk: Desk, order: Order) -> list[tuple[Field, dict[str, str]]]:
    fields = element_fields(desk.kind(order.address), desk.kinds.values())
    found = ((field, renamed_elements(field.path, order.body)) for field in fields)
    return [(field, names) for field, names in found if names]


def _nameable(desk: Desk, order: Order, before: Resource, name: str) -> Iterator[Refusal]:
    kind, address = desk.kind(order.address), order.address._replace(name=name)
    if not kind.mark(Renamable):
        mark = kind.mark(Fixed) or kind.mark(Assigned) or Assigned()
        yield refusal(mark.rule, say.UNNAMEABLE, address=order.address)
    if not is_name(name):
        yield refusal("FORM-9", say.NO_NAME_AT_ALL, name=name)
    if desk.books.resource(address):
        yield refusal("REF-1", say.TAKEN_NAME, address=address, standing=desk.standing(address))
    known = frozenset(broken(desk, before, desk.facts))
    yield from (one for one in broken(desk, replace(before, address=address), desk.facts) if one not in known)


def _known(desk: Desk, before: Resource, field: Field, names: Mapping[str, str]) -> Iterator[Refusal]:
    """The old names exist, and afterwards no two elements have the same one."""
    present = [element.name for element in field.value(before.body)]
    after = [names.get(name, name) for name in present]
    missing = [name for name in names if name not in present]
    double = [name for name in after if after.count(name) > 1 or not name.strip()]
    rule = naming_mark(field, desk.kind(before.address), desk.kinds.values()).rule
    for name in (*missing, *double):
        yield refusal(rule, say.NO_NAME, address=before.address, name=name)


def _called(desk: Desk, before: Resource, name: str) -> None:
    desk.drop(before.address)
    desk.put(replace(before, address=before.address._replace(name=name)))
    _let_follow(desk, {before.address: name}, {})


def _elements_called(desk: Desk, before: Resource, field: Field, names: Mapping[str, str]) -> None:
    desk.put(replace(before, body=with_renamed(before.body, field, names)))
    _let_follow(desk, {}, {(before.address, old): new for old, new in names.items()})


def _let_follow(desk: Desk, names: Mapping[Address, str], elements: Elements) -> None:
    """Everything that refers to what is renamed says so by the new name."""
    renamed = {a.kind for a in names} | {a.kind for a, _ in elements}
    kinds = [key for key, kind in desk.kinds.items() if any(refers_to(kind, other) for other in renamed)]
    for resource in desk.books.resources(kinds):
        body = following(desk.kind(resource.address), resource.body, names, elements)
        if body != resource.body:
            desk.put(replace(resource, body=body))
    for position in desk.books.positions(LIVE):
        kind = desk.kinds[position.address.kind]
        coming = fitting(kind, position.body) if position.verb == "activate" else None
        body = coming and following(kind, coming, names, elements)
        if body != coming:
            desk.books.set_position(replace(position, body=kind.plain(body)))
