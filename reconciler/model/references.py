"""What a body refers to and what it lays claim to, read from the marks of its kind."""

from functools import cache
from typing import Any, NamedTuple

from reconciler.model.address import Address
from reconciler.model.kind import Field, Kind
from reconciler.model.marks import Needs, Ref, Unique, Within
from reconciler.model.resource import Resource, State


class Reference(NamedTuple):
    """One thing that a body cannot do without.

    ``path`` is the leaf that says so, ``kind`` the kind of the target. ``name`` names the target; None where
    ``number`` lies inside it, or where ``element`` (field, value) belongs to the one resource of the kind.
    A name of ``""`` is written down nowhere and cannot be found.
    """

    path: str
    kind: str
    name: str | None = None
    element: tuple[str, str] | None = None
    number: str | None = None


class Claim(NamedTuple):
    """A value that nobody else may hold in its scope while this body does."""

    path: str
    scope: str
    value: str


def references(kind: Kind, body: object) -> tuple[Reference, ...]:
    """Everything that ``body`` refers to; absent values and builtin names refer to nothing.

    A number that is still ``auto`` lies inside nothing, so its reference is never satisfied.
    """
    found: list[Reference] = []
    for field, mark in _referring(kind):
        value = field.value(body)
        if value is None:
            continue
        if isinstance(mark, Within):
            found.append(Reference(field.path, mark.kind, number=value))
        elif isinstance(mark, Needs):
            needed = (mark.by[item] for item in value if item in mark.by)
            found += (Reference(field.path, mark.kind, element=(mark.field, one)) for one in needed)
        elif mark.element:
            name = _sibling(kind, field, mark.via).value(body) or ""
            found.append(Reference(field.path, mark.kind, name, (mark.element, value)))
        elif value not in mark.builtin:
            found.append(Reference(field.path, mark.kind, value))
    return tuple(found)


def claims(kind: Kind, body: object) -> tuple[Claim, ...]:
    """The unique values of ``body``; what is absent or at its default (``auto``) claims nothing."""
    found = ((field, mark, field.value(body)) for field, mark, _ in _claiming(kind))
    defaults = {field.path: default for field, _, default in _claiming(kind)}
    return tuple(Claim(f.path, mark.scope, value) for f, mark, value in found if value != defaults[f.path])


def target(reference: Reference, state: State) -> Address | None:
    """The resource that fulfils the reference, or None; a number lies in the first that holds it."""
    resources = state.of(reference.kind)
    if reference.name is not None:
        resource = resources.get(reference.name)
        return resource.address if resource and _fulfils(reference, resource) else None
    return next((r.address for r in resources.values() if _fulfils(reference, r)), None)


def satisfied(reference: Reference, state: State) -> bool:
    """Whether there is something in ``state`` that fulfils the reference."""
    return target(reference, state) is not None


def refers_to(kind: Kind, other: str) -> bool:
    """Whether resources of ``kind`` can refer to resources of the kind ``other`` at all."""
    return any(mark.kind == other for _, mark in _referring(kind))


def _fulfils(reference: Reference, resource: Resource) -> bool:
    if reference.number is not None:
        holds: bool = resource.body.holds(reference.number)
        return holds
    if reference.element is None:
        return True
    field, wanted = reference.element
    return any(getattr(element, "name", element) == wanted for element in getattr(resource.body, field))


@cache
def _referring(kind: Kind) -> tuple[tuple[Field, Ref | Within | Needs], ...]:
    return tuple((f, m) for f in kind.fields for m in f.marks if isinstance(m, Ref | Within | Needs))


@cache
def _claiming(kind: Kind) -> tuple[tuple[Field, Unique, Any], ...]:
    blank = kind.read({})
    return tuple((f, m, f.value(blank)) for f in kind.fields for m in f.marks if isinstance(m, Unique))


@cache
def _sibling(kind: Kind, field: Field, name: str) -> Field:
    path = field.path.rpartition(".")
    found = kind.field(path[0] + path[1] + name)
    if found is None:
        raise LookupError(f"{kind.name}.{field.path}: no field {name} beside it")
    return found
