"""Bodies without what is ours inside their lists (what a department was called): it steers the tool and is no wish."""

from dataclasses import is_dataclass, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from reconciler.model.kind import Field, Kind, unordered, with_value
from reconciler.model.marks import Ours
from reconciler.model.own import marked, without
from reconciler.model.resource import Resource


def without_ours_inside(resource: Resource, kind: Kind) -> Resource:
    """The resource with nothing of ours in the elements of its lists."""
    for field in _lists(kind):
        elements = unordered(without(field.value(resource.body), (Ours,)))
        resource = replace(resource, body=with_value(resource.body, field.attribute, elements))
    return resource


@cache
def _lists(kind: Kind) -> tuple[Field, ...]:
    """The leaves whose elements hold something of ours."""
    return tuple(field for field in kind.fields if _holds_ours(_element(field.hint)))


def _holds_ours(element: Any) -> bool:
    return is_dataclass(element) and isinstance(element, type) and bool(marked(element, (Ours,)))


def _element(hint: Any) -> Any:
    inner = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return next(iter(get_args(inner)), None) if get_origin(inner) is tuple else None
