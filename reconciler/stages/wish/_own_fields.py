"""What is ours inside the elements of a list (what a department was called): it steers the tool and is no wish."""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from reconciler.model.kind import Field, Kind, unordered, with_value
from reconciler.model.marks import Ours
from reconciler.model.resource import Resource


def without_ours_inside(resource: Resource, kind: Kind) -> Resource:
    """The resource with nothing of ours in the elements of its lists."""
    for field, blank in _lists(kind):
        elements = unordered(tuple(replace(one, **blank) for one in field.value(resource.body)))
        resource = replace(resource, body=with_value(resource.body, field.attribute, elements))
    return resource


@cache
def _lists(kind: Kind) -> tuple[tuple[Field, dict[str, Any]], ...]:
    """The leaves whose elements hold something of ours, with what stands for it."""
    found = ((field, _blank(_element(field.hint))) for field in kind.fields)
    return tuple((field, blank) for field, blank in found if blank)


def _element(hint: Any) -> Any:
    inner = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return next(iter(get_args(inner)), None) if get_origin(inner) is tuple else None


def _blank(element: Any) -> dict[str, Any]:
    if not is_dataclass(element) or not isinstance(element, type):
        return {}
    hints = get_type_hints(element, include_extras=True)
    return {f.name: f.default for f in fields(element) if any(isinstance(m, Ours) for m in get_args(hints[f.name]))}
