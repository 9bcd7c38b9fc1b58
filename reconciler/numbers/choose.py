"""Choosing numbers for ``auto``: the same choice for the same name, whoever else is hired.

The place where the search for a free number begins follows from the name alone, so that another manifest,
or another order of files, does not change who gets which number, as long as two do not meet.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain

from reconciler.numbers.block import Block
from reconciler.numbers.internal import broken_rule

INTERNAL_LENGTHS = (2, 3, 4, 5, 6)

PROBES = 200
"""So many numbers of one length are tried before longer ones are: a crowded length costs no time."""


def choose_number(name: str, blocks: Sequence[Block], taken: Callable[[str], bool]) -> str | None:
    """A free number of the blocks for ``name``; the first block that has one. None if all are taken.

    The central number is never chosen, nor is a number that is a prefix of another or has one as prefix
    (``taken`` says so).
    """
    for block in blocks:
        for number in block.numbers(_start(name, block.size)):
            if number != block.central and not taken(number):
                return number
    return None


class Internals:
    """Internal numbers: which somebody has, and a free one for the next.

    Where numbers that nobody can get stand in a row, the search remembers how far it reaches: a crowded company takes
    no longer than an empty one.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._runs: dict[int, dict[int, int]] = {length: {} for length in INTERNAL_LENGTHS}

    def take(self, number: str) -> None:
        """From now on somebody has this number."""
        self._taken.add(number)

    def choose(self, name: str, near: str, *, integrated: bool) -> str | None:
        """A free number for ``name``: the last digits of ``near``, else one of three digits or more.

        ``near`` are the digits that the public number has behind its base. None if nothing is free.
        """
        ends = (near[-length:] for length in reversed(INTERNAL_LENGTHS) if length <= len(near))
        rows = (self._row(name, length) for length in range(max(3, len(near)), INTERNAL_LENGTHS[-1] + 1))
        candidates = chain((number for number in ends if number not in self._taken), *rows)
        return next((n for n in candidates if not broken_rule(n, integrated=integrated)), None)

    def _row(self, name: str, length: int) -> Iterator[str]:
        """Numbers of one length, from where the search for ``name`` begins, but those that nobody can get."""
        size: int = 10**length
        start, runs = _start(name, size), self._runs[length]
        reach = size if length == INTERNAL_LENGTHS[-1] else min(size, PROBES)
        passed: list[int] = []
        at = 0
        while at < reach:
            place = (start + at) % size
            number = f"{place:0{length}d}"
            if place in runs or number in self._taken or broken_rule(number):
                passed.append(at)
                at += runs.setdefault(place, 1)
            else:
                runs.update(((start + n) % size, at - n) for n in passed)
                passed.clear()
                yield number
                at += 1
        runs.update(((start + n) % size, at - n) for n in passed)


def _start(name: str, size: int) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big") % max(size, 1)
