"""What stands in one list more than once, as it was written."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from reconciler.kinds import all_kinds
from reconciler.model.document import Path
from reconciler.model.marks import Keyed
from reconciler.model.resource import Layer, Resource

SETS = ("company", "blockingprofile", "group", "template", "workplace", "defaults", "catalog")
"""The kinds that have lists in which each thing stands once."""


class Twin(NamedTuple):
    """The place of an element and of the first one that is the same thing; ``alike`` if both say the same."""

    name: str
    path: Path
    first: Path
    alike: bool


def twins(resource: Resource) -> Iterator[Twin]:
    """The elements of the resource's own lists that are there already, each with the first one."""
    defaults = resource.address.kind == "defaults"  # they hold the lists of workplaces
    of, front = ("workplace", ("workplace",)) if defaults else (resource.address.kind, ())
    for path, keyed in _sets(of) if resource.layers else ():
        first: dict[object, tuple[int, Any]] = {}
        for place, element in _read(resource.layers[0], (*front, path), of):
            name = tuple(getattr(element, by) for by in keyed.by) if keyed.by else (element,)
            before, known = first.setdefault(name, (place, element))
            if before != place:
                told = " ".join(map(str, name))
                yield Twin(told, (*front, path, place), (*front, path, before), known == element)


@cache
def _sets(kind: str) -> tuple[tuple[str, Keyed], ...]:
    found = ((f.path, f.mark(Keyed)) for f in all_kinds()[kind].fields)
    return tuple((path, keyed) for path, keyed in found if keyed and not keyed.many)


def _read(layer: Layer, path: Path, kind: str) -> Iterator[tuple[int, Any]]:
    """Each element of a written list as the tool reads it, with its place; what it cannot read is left out."""
    node: Any = layer.document.content
    for step in layer.find(path) or ():
        node = node[step]
    if isinstance(node, list) and len(node) > 1:
        for place, written in enumerate(node):
            read = _spelling if isinstance(written, str) else _element
            element = read(kind, str(path[-1]), written)
            if element is not None:
                yield place, element


def _element(kind: str, path: str, written: Any) -> Any | None:
    field = all_kinds()[kind].field(path)
    try:
        return next(iter(field.value(all_kinds()[kind].read({path: [written]}))), None) if field else None
    except ValueError:  # pydantic's ValidationError is one
        return None


@cache
def _spelling(kind: str, path: str, written: str) -> Any | None:
    """A text as the tool reads it: of all workplaces few differ."""
    return _element(kind, path, written)
