"""Number blocks: ranges of extensions behind a base, in decades, of several lengths.

A block of the contract is a base (``+492286380``) and extensions from ``first`` to ``last``, all of one width
(``00`` to ``99``). Shorter extensions of the range are valid numbers too, above all ``0``, the central
number. Block extension makes each number ten times as many by further digits.
"""

from collections.abc import Iterator
from typing import NamedTuple

MAX_NATIONAL_DIGITS = 12
"""Behind +49 (help page "Arbeitsplatz einrichten", Rufnummernlänge); 14 with the country code."""

MAX_DECADES = 10


class Block(NamedTuple):
    """One block; ``extended_by`` is the number of further digits (0: not extended)."""

    base: str
    first: str
    last: str
    extended_by: int = 0

    @property
    def is_range(self) -> bool:
        """Whether it goes from a lower to a higher extension of the same length."""
        return 0 < len(self.first) == len(self.last) and self.first <= self.last

    @property
    def width(self) -> int:
        """Digits of an extension of the contract."""
        return len(self.first)

    @property
    def central(self) -> str:
        """The number of the switchboard, base and 0."""
        return self.base + "0"

    @property
    def length(self) -> int:
        """Digits behind the base that ``auto`` takes: contract length, or the maximum where extended."""
        return self.width + self.extended_by

    @property
    def decades(self) -> tuple[str, ...]:
        """The tens of the contract range, as common first digits behind the base (``""`` for one digit)."""
        low, high = int(self.first) // 10, int(self.last) // 10
        return tuple(f"{n:0{self.width - 1}d}" if self.width > 1 else "" for n in range(low, high + 1))

    def covers(self, number: str) -> bool:
        """Whether the number starts like a number of this block, however long it is."""
        rest = number.removeprefix(self.base)
        if rest == number or not rest:
            return False
        if rest == "0":
            return True
        head = rest[: self.width]
        return self.first[: len(head)] <= head <= self.last[: len(head)]

    def holds(self, number: str) -> bool:
        """Whether the number can be assigned: covered, and not longer than the block and its extension."""
        return self.covers(number) and len(number) - len(self.base) <= self.length

    def is_extended(self, number: str) -> bool:
        """Whether the number exists by block extension only."""
        return self.covers(number) and len(number) - len(self.base) > self.width

    def extension(self, number: str) -> str:
        """The digits behind the base."""
        return number.removeprefix(self.base)

    @property
    def size(self) -> int:
        """How many numbers of the automatic length there are."""
        return (int(self.last) - int(self.first) + 1) * int("1" + "0" * self.extended_by)

    def numbers(self, start: int = 0) -> Iterator[str]:
        """All numbers of the automatic length, beginning with the ``start``-th and going round once."""
        low = int(self.first) * 10**self.extended_by
        for n in range(self.size):
            yield f"{self.base}{low + (start + n) % self.size:0{self.length}d}"
