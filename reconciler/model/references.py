"""What a body refers to and what it lays claim to, read from the marks of its kind."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from reconciler.model.address import Address
from reconciler.model.kind import Field, Kind
from reconciler.model.marks import Needs, Ref, Unique, Within
from reconciler.model.resource import Resource, State


class Reference(NamedTuple):
    """One thing that a body cannot do without.

    ``path`` is the leaf that says so, ``kind`` the kind of the target. ``name`` names the target; None where
    ``number`` lies inside it (in its ``span``), or where ``element`` (field, value) belongs to the one resource of the
    kind.
    A name of ``""`` is written down nowhere and cannot be found.
    """

    path: str
    kind: str
    name: str | None = None
    element: tuple[str, str] | None = None
    number: str | None = None
    span: str = ""


class Claim(NamedTuple):
    """A value that nobody else may hold in its scope while this body does."""

    path: str
    scope: str
    value: str


def references(kind: Kind, body: object) -> tuple[Reference, ...]:
    """Everything that ``body`` refers to; values that are absent or ``auto`` and builtin names refer to nothing."""
    found: list[Reference] = []
    for field, mark, default in _referring(kind):
        value = field.value(body)
        if value == default:
            continue
        if isinstance(mark, Within):
            found.append(Reference(field.path, mark.kind, number=value, span=mark.span))
        elif isinstance(mark, Needs):
            needed = (mark.by[item] for item in value if item in mark.by)
            found += (Reference(field.path, mark.kind, element=(mark.field, one)) for one in needed)
        elif mark.element:
            name = _sibling(kind, field, mark.via).value(body) or ""
            found.append(Reference(field.path, mark.kind, name, (mark.element, value)))
        elif value not in mark.builtin:
            found.append(Reference(field.path, mark.kind, value))
    return tuple(found)


def refers_by(kind: Kind, reference: Reference) -> Ref | Within | Needs:
    """The mark of the leaf that refers: it names the rules that are broken where the reference is."""
    return next(mark for field, mark, _ in _referring(kind) if field.path == reference.path)


def taken_by_rule(kind: Kind, claim: Claim) -> str:
    """The rule that is broken where two hold the same value."""
    return next(mark.rule for field, mark, _ in _claiming(kind) if field.path == claim.path)


def claims(kind: Kind, body: object) -> tuple[Claim, ...]:
    """The unique values of ``body``; what is absent or at its default (``auto``) claims nothing."""
    found = ((field, mark, field.value(body), default) for field, mark, default in _claiming(kind))
    return tuple(Claim(field.path, mark.scope, value) for field, mark, value, default in found if value != default)


def target(reference: Reference, state: State) -> Address | None:
    """The resource that fulfils the reference, or None; a number lies in the first that holds it."""
    resources = state.of(reference.kind)
    if reference.name is not None:
        resource = resources.get(reference.name)
        return resource.address if resource and fulfils(reference, resource) else None
    if reference.number is not None:
        return state.index(_holding, reference.kind, reference.span).find(reference.number)
    return next((r.address for r in resources.values() if fulfils(reference, r)), None)


def satisfied(reference: Reference, state: State) -> bool:
    """Whether there is something in ``state`` that fulfils the reference."""
    return target(reference, state) is not None


def refers_to(kind: Kind, other: str) -> bool:
    """Whether resources of ``kind`` can refer to resources of the kind ``other`` at all."""
    return any(mark.kind == other for _, mark, _ in _referring(kind))


def fulfils(reference: Reference, resource: Resource) -> bool:
    """Whether this resource, which is of the right kind and name, is what the reference needs."""
    if reference.number is not None:
        span = getattr(resource.body, reference.span)
        return span is not None and bool(span.holds(reference.number))
    if reference.element is None:
        return True
    field, wanted = reference.element
    return any(getattr(element, "name", element) == wanted for element in getattr(resource.body, field))


class _Holding(NamedTuple):
    """What holds numbers, in order of names, by the digits that its numbers begin with; and how many those are."""

    by_base: Mapping[str, list[tuple[int, Any, Address]]]
    lengths: tuple[int, ...]

    def find(self, number: str) -> Address | None:
        """The first that holds the number."""
        near = (one for length in self.lengths for one in self.by_base.get(number[:length], ()))
        holders = ((place, address) for place, span, address in near if span.holds(number))
        return min(holders, default=(0, None))[1]


def _holding(state: State, kind: str, attribute: str) -> _Holding:
    by_base: dict[str, list[tuple[int, Any, Address]]] = {}
    for place, resource in enumerate(state.of(kind).values()):
        if span := getattr(resource.body, attribute):
            by_base.setdefault(span.base, []).append((place, span, resource.address))
    return _Holding(by_base, tuple(sorted({len(base) for base in by_base})))


@cache
def _referring(kind: Kind) -> tuple[tuple[Field, Ref | Within | Needs, Any], ...]:
    blank = kind.read({})
    return tuple((f, m, f.value(blank)) for f in kind.fields for m in f.marks if isinstance(m, Ref | Within | Needs))


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
