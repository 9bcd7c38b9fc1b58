"""Many values by name with a few changes on top: made at once, however many lie below."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

T = TypeVar("T")


class Amended(Mapping[str, T]):
    """What lies below, but for what is changed, new, or gone (None); in order of names, like that below.

    Whoever asks for a name gets it without more; going through all of them puts them together, once.
    """

    def __init__(self, below: Mapping[str, T], changes: Mapping[str, T | None]) -> None:
        self.below, self.changes = below, changes

    def __getitem__(self, name: str) -> T:
        if name not in self.changes:
            return self.below[name]
        if (value := self.changes[name]) is None:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole)

    def __len__(self) -> int:
        return len(self.below) + sum(
            (value is not None) - (name in self.below) for name, value in self.changes.items())

    @cached_property
    def whole(self) -> dict[str, T]:
        """All of it, put together."""
        merged = {**self.below, **self.changes}
        return {name: value for name in sorted(merged) if (value := merged[name]) is not None}


def amended(below: Mapping[str, T], changes: Mapping[str, T | None]) -> Mapping[str, T]:
    """The same with these changes; put together when they have become many beside what lies below.

    So a row of n single changes takes n·√n steps and not n², and a name is found at the second place at the latest.
    """
    there = Amended(below, changes)
    if isinstance(below, Amended):
        there = Amended(below.below, {**below.changes, **changes})
    return there if len(there.changes) ** 2 < len(there.below) else there.whole
