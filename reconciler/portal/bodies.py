"""Bodies taken apart and put together: pure functions on what a resource holds."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from reconciler.model.kind import Field, Kind
from reconciler.model.marks import Ours, WriteOnce

_FORMS = {"unexpected_keyword_argument": "FORM-1", "missing": "FORM-3"}


def sent(body: Any) -> Any:
    """What a client may send of a body: without what is ours, at any depth."""
    return _without(body, (Ours,))


def readable(body: Any) -> Any:
    """What the portal tells of an active body: nothing of ours, nothing that is sent only once."""
    return _without(body, (Ours, WriteOnce))


def fitting(kind: Kind, plain: Mapping[str, Any]) -> Any | None:
    """The body that these plain values make; None if they do not have the form of the kind."""
    try:
        return sent(kind.read(plain))
    except ValueError:  # pydantic's ValidationError is one
        return None


def misfit(kind: Kind, plain: Mapping[str, Any]) -> tuple[str, str]:
    """The rule of form that these plain values break, and at which path: the first of all."""
    try:
        kind.read(plain)
    except ValueError as problem:
        for error in getattr(problem, "errors", list)():
            rule = error.get("ctx", {}).get("rule") or _FORMS.get(error["type"], "FORM-2")
            return rule, ".".join(map(str, error["loc"]))
    return "FORM-2", ""


def overlaid(kind: Kind, body: object, leaves: Mapping[str, Any]) -> Any | None:
    """The body with plain values put in by path (None: absent); None if they do not fit."""
    return fitting(kind, laid(kind, body, leaves))


def laid(kind: Kind, body: object, leaves: Mapping[str, Any]) -> dict[str, Any]:
    """The same as plain values, whether they fit or not."""
    plain = kind.plain(body)
    for path, value in leaves.items():
        *inner, last = path.split(".")
        node = plain
        for step in inner:
            node = node.setdefault(step, {})
        if value is None:
            node.pop(last, None)
        else:
            node[last] = value
    return plain


@cache
def blank(kind: Kind) -> Any:
    """The body of this kind with nothing but defaults."""
    return kind.read({})


def item_field(kind: Kind, item: str) -> Field | None:
    """The leaf that an item is booked in: the leaf of this name, else the list that it is a value of."""
    single = next((f for f in kind.carted if f.path == item), None)
    if single is not None:
        return None if _is_list(kind, single) else single
    return next((f for f in kind.carted if _is_list(kind, f)), None)


def items(kind: Kind, body: object) -> tuple[str, ...]:
    """All items that a body has booked."""
    found: list[str] = []
    for field in kind.carted:
        value = field.value(body)
        if _is_list(kind, field):
            found += value
        elif value is not None:
            found.append(field.path)
    return tuple(found)


def with_item(kind: Kind, body: object, item: str, value: object = None) -> Any | None:
    """The body with an item booked (``value`` is that of a leaf of its own); None if it does not fit."""
    field = item_field(kind, item)
    if field is None or (value is None and not _is_list(kind, field)):
        return None
    return overlaid(kind, body, {field.path: [*field.value(body), item] if _is_list(kind, field) else value})


def item_body(kind: Kind, item: str, value: object) -> dict[str, object]:
    """What a position holds for an item: the value of a leaf of its own, nothing for a value of a list."""
    field = item_field(kind, item)
    return {"value": value} if field and not _is_list(kind, field) else {}


def without_item(kind: Kind, body: object, item: str) -> Any:
    """The body with an item cancelled."""
    field = item_field(kind, item)
    if field is None:
        return body
    rest = [other for other in field.value(body) if other != item] if _is_list(kind, field) else None
    return overlaid(kind, body, {field.path: rest})


def shrinks(field: Field, before: object, after: object) -> bool:
    """Whether a leaf offers less than before; a value that is no list and no count has only its likes."""
    old, new = field.value(before), field.value(after)
    if isinstance(old, tuple) and isinstance(new, tuple):
        return not set(map(_named, old)) <= set(map(_named, new))
    if isinstance(old, int) and isinstance(new, int):
        return new < old
    return bool(old != new)


def _named(element: object) -> object:
    return getattr(element, "name", element)


def _is_list(kind: Kind, field: Field) -> bool:
    return isinstance(field.value(blank(kind)), tuple)


def _without(value: Any, marks: tuple[type, ...]) -> Any:
    if isinstance(value, tuple):
        return tuple(_without(one, marks) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    cut = {name: default() for name, default in _cuts(type(value), marks)}
    kept = ((f.name, getattr(value, f.name)) for f in fields(value) if f.name not in cut)
    cut.update((name, _without(old, marks)) for name, old in kept if isinstance(old, tuple) or is_dataclass(old))
    return replace(value, **cut)


@cache
def _cuts(body: type, marks: tuple[type, ...]) -> tuple[tuple[str, Any], ...]:
    """Attributes with one of the marks, each with what makes its default."""
    hints = get_type_hints(body, include_extras=True)
    marked = (f for f in fields(body) if any(isinstance(m, marks) for m in _notes(hints[f.name])))
    return tuple((f.name, f.default_factory if f.default is MISSING else lambda f=f: f.default) for f in marked)


def _notes(hint: object) -> tuple[Any, ...]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()
