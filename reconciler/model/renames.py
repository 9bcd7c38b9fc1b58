"""Names that change while the thing itself stays.

An order of the verb ``update`` renames: ``{"metadata.name": NEW}`` the resource itself,
``{"departments.OLD.name": NEW}`` an element of a list that others refer to. Whoever refers to it follows.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from functools import cache
from typing import Any

from reconciler.model.address import Address
from reconciler.model.change import FieldChange
from reconciler.model.finding import Breach
from reconciler.model.kind import Field, Kind, unordered, with_value
from reconciler.model.marks import Ref
from reconciler.model.noun import noun
from reconciler.model.position import Observation
from reconciler.model.step import Step

WAS = "reconciler/was"
"""The annotation that tells what a resource was called before."""

NAME = "metadata.name"
"""The path of a resource's own name in changes and orders."""

Elements = Mapping[tuple[Address, str], str]
"""The new name of an element, by the resource whose list it is in and its old name."""


@noun
class Renaming:
    """The portal with all new names, and the way there.

    ``steps`` are to be sent before all others. ``former`` has the old address of what is renamed by its new one,
    ``told`` what changes by new address: names of resources, and of elements of their lists. ``followers`` are what
    is renamed, and who refers to it, in pairs.
    """

    observation: Observation
    steps: tuple[Step, ...] = ()
    former: Mapping[Address, Address] = field(default_factory=dict)
    told: Mapping[Address, tuple[FieldChange, ...]] = field(default_factory=dict)
    followers: tuple[tuple[Address, Address], ...] = ()
    breaches: tuple[Breach, ...] = ()

    def only(self, kept: Collection[Address]) -> "Renaming":
        """Only the way to these new addresses; the portal is still seen with all new names."""
        steps = (s for s in self.steps if s.address._replace(name=s.body.get(NAME, s.address.name)) in kept)
        return replace(
            self, steps=tuple(steps),
            former={new: old for new, old in self.former.items() if new in kept},
            told={new: fields for new, fields in self.told.items() if new in kept},
            followers=tuple(pair for pair in self.followers if pair[0] in kept),
        )


def element_path(listed: str, name: str) -> str:
    """The path of an element's name in changes and orders."""
    return f"{listed}.{name}.name"


def renamed_elements(listed: str, body: Mapping[str, Any]) -> dict[str, str]:
    """Old → new names of the elements of a list, as the body of an order says."""
    start, end = f"{listed}.", ".name"
    return {path[len(start) : -len(end)]: str(new) for path, new in body.items()
            if path.startswith(start) and path.endswith(end) and len(path) > len(start + end)}


def with_renamed(body: Any, listed: Field, names: Mapping[str, str]) -> Any:
    """The body with these elements of one of its lists called otherwise."""
    elements = (replace(one, name=names.get(one.name, one.name)) for one in listed.value(body))
    return with_value(body, listed.attribute, unordered(tuple(elements)))


def following(kind: Kind, body: Any, names: Mapping[Address, str], elements: Elements) -> Any:
    """The body with all that it refers to by its new name: ``names`` of resources by their old address."""
    after = body
    for leaf, mark in _naming(kind):
        value = leaf.value(body)
        if mark.element:
            new = elements.get((Address(mark.kind, getattr(body, mark.via) or ""), value))
        else:
            new = names.get(Address(mark.kind, value))
        if new is not None:
            after = with_value(after, leaf.attribute, new)
    return after


@cache
def _naming(kind: Kind) -> tuple[tuple[Field, Ref], ...]:
    return tuple((f, m) for f in kind.fields for m in f.marks if isinstance(m, Ref))


def naming_mark(listed: Field, kind: Kind, kinds: Iterable[Kind]) -> Ref:
    """The mark by which others refer to the elements of one of these lists."""
    return next(m for other in kinds for _, m in _naming(other) if m.kind == kind.key and m.element == listed.path)


def element_fields(kind: Kind, kinds: Iterable[Kind]) -> tuple[Field, ...]:
    """The lists of ``kind`` whose elements others refer to by name."""
    named = {m.element for other in kinds for _, m in _naming(other) if m.kind == kind.key and m.element}
    return tuple(f for f in kind.fields if f.path in named)
