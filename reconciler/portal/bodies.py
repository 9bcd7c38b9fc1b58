"""Bodies taken apart and put together: pure functions on what a resource holds."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from reconciler.model.booking import is_list, item_field, with_item
from reconciler.model.kind import Kind
from reconciler.model.marks import Ours, WriteOnce
from reconciler.model.own import without

_FORMS = {"unexpected_keyword_argument": "FORM-1", "missing": "FORM-3"}


def sent(body: Any) -> Any:
    """What a client may send of a body: without what is ours, at any depth."""
    return without(body, (Ours,))


def readable(body: Any) -> Any:
    """What the portal tells of an active body: nothing of ours, nothing that is sent only once."""
    return without(body, (Ours, WriteOnce))


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


def booked(kind: Kind, body: Any, item: str, value: object) -> Any | None:
    """The body with an item booked; None if there is no such item or its values do not fit."""
    field = item_field(kind, item)
    if field is None or (value is None and not is_list(kind, field)):
        return None
    try:
        return sent(with_item(kind, body, item, value))
    except ValueError:
        return None


def item_body(kind: Kind, item: str, value: object) -> dict[str, object]:
    """What a position holds for an item: the value of a leaf of its own, nothing for a value of a list."""
    field = item_field(kind, item)
    return {"value": value} if field and not is_list(kind, field) else {}
