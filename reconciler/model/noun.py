"""A noun: a dataclass that nobody changes, and whose class is made quickly.

``@dataclass(frozen=True)`` writes and compiles six functions for every class, and there are more than a hundred: that
was a fifth of what ``validate`` of ten lines costs. Here it writes ``__init__`` alone; the rest is the same for all
nouns. That nothing is assigned is for the type checker to refuse: a frozen instance takes three times as long to make.
"""

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def noun(cls: type[T]) -> type[T]:
    """A dataclass with slots; nouns of one class are equal, and have one hash, where their fields are."""
    made: Any = dataclass(eq=False, repr=False, slots=True)(cls)
    compared = [one.name for one in fields(made) if one.compare]
    parts = attrgetter(*compared) if compared else _nothing
    shown = tuple(one.name for one in fields(made) if one.repr)

    def same(one: object, other: object) -> Any:
        return parts(one) == parts(other) if other.__class__ is one.__class__ else NotImplemented

    def number(one: object) -> int:
        return hash(parts(one))

    def text(one: object) -> str:
        return f"{made.__qualname__}({', '.join(f'{name}={getattr(one, name)!r}' for name in shown)})"

    made.__eq__, made.__hash__, made.__repr__ = same, number, text
    return made  # type: ignore[no-any-return]


def _nothing(_one: object) -> tuple[()]:
    return ()
