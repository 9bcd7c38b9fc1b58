"""A long list, page by page."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
SIZE = 50


class Paged(NamedTuple, Generic[T]):
    """One page of a list of ``whole`` rows: its ``number``, from 1 on, of ``last``; ``first`` counts its first row."""

    rows: Sequence[T]
    number: int
    last: int
    whole: int
    first: int


def paged(rows: Sequence[T], number: int, size: int = SIZE) -> Paged[T]:
    """The page with this number; the last one where there are fewer."""
    last = max(1, -(-len(rows) // size))
    number = min(max(number, 1), last)
    begin = (number - 1) * size
    return Paged(rows[begin:begin + size], number, last, len(rows), begin + 1)
