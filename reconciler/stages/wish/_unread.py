"""Which fields of a resource nobody knows: what is written wrongly, and what an heir may have from it."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach
from reconciler.model.resource import Resource, State
from reconciler.model.unread import hidden
from reconciler.stages.wish._inherit import ADDED, CHOICES, TEMPLATE, Chain

OUTSIDE: tuple[Path, ...] = (("metadata",), ("status",))
Unknown = tuple[Address, Path]


def unknown(breaches: Iterable[Breach], state: State) -> Iterator[Unknown]:
    """The fields that these breaches of form leave open."""
    for breach in breaches:
        resource = state.get(breach.address) if breach.address else None
        if resource and breach.path[:1] not in OUTSIDE:
            path = breach.path[1:] if breach.path[:1] == ("spec",) else breach.path
            spec = resource.layers[0].document.content.get("spec")
            yield from ((resource.address, field) for field in hidden(resource.body, path, spec))


def uninherited(chain: Chain, state: State, unread: Collection[Unknown], lost: Collection[str]) -> Iterator[Unknown]:
    """What heirs may have from what could not be read, but for what they say themselves."""
    of_template = set(chain.given(TEMPLATE))
    given = {field for address, path in unread for field in chain.given(address.kind, path)}
    everything = {field.at for field in chain.kind.fields}
    given.update(field for kind in lost for field in chain.given(kind))
    undecided = {address for address, path in unread if address.kind == chain.kind.key and path[:1] in CHOICES}
    for heir in state.of(chain.kind.key).values() if given or undecided or chain.lost else ():
        fields = everything if heir.address in undecided else given
        if heir.address in chain.lost:
            fields = {*fields, *of_template}
        yield from ((heir.address, field) for field in fields if not _says(heir, field))


def _says(heir: Resource, field: Path) -> bool:
    """Whether the heir's own document has the last word: lists add up, and of a section there may be more."""
    own = heir.layers[0]
    found = own.find(field)
    node: Any = own.document.content
    for step in found or ():
        node = node[step]
    return found is not None and field[0] not in ADDED and isinstance(node, str)
