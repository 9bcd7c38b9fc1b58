"""Bodies with lists in which each thing stands once: what is written twice counts once."""

from functools import cache
from typing import Any

from reconciler.model.kind import Field, Kind, with_value
from reconciler.model.marks import Keyed


def each_once(body: Any, kind: Kind) -> Any:
    """The body without the second of two elements that are the same thing; a rule speaks of them."""
    for field, by in _sets(kind):
        value = field.value(body)
        if len(value) > 1:
            first: dict[object, Any] = {}
            for element in value:
                first.setdefault(tuple(getattr(element, name) for name in by) if by else element, element)
            if len(first) < len(value):
                body = with_value(body, field.attribute, tuple(first.values()))
    return body


@cache
def _sets(kind: Kind) -> tuple[tuple[Field, tuple[str, ...]], ...]:
    found = ((field, field.mark(Keyed)) for field in kind.fields)
    return tuple((field, keyed.by) for field, keyed in found if keyed and not keyed.many)
