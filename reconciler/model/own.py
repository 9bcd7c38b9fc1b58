"""Bodies without what they hold for a while only, or for the tool alone: read from marks, at any depth."""

from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints


def without(value: Any, marks: tuple[type, ...]) -> Any:
    """A body, or an element of one, with its default in place of all that has one of these marks."""
    if isinstance(value, tuple):
        return tuple(without(one, marks) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    cut = {name: default() for name, default in marked(type(value), marks)}
    kept = ((f.name, getattr(value, f.name)) for f in fields(value) if f.name not in cut)
    cut.update((name, without(old, marks)) for name, old in kept if isinstance(old, tuple) or is_dataclass(old))
    changed = {name: new for name, new in cut.items() if getattr(value, name) != new}
    return replace(value, **changed) if changed else value


@cache
def marked(body: type, marks: tuple[type, ...]) -> tuple[tuple[str, Any], ...]:
    """Attributes with one of the marks, each with what makes its default."""
    hints = get_type_hints(body, include_extras=True)
    found = (f for f in fields(body) if any(isinstance(m, marks) for m in _notes(hints[f.name])))
    return tuple((f.name, f.default_factory if f.default is MISSING else lambda f=f: f.default) for f in found)


def _notes(hint: object) -> tuple[Any, ...]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()
