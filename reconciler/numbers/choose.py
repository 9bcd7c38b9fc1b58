"""Choosing numbers for ``auto``: the same choice for the same name, whoever else is hired.

The place where the search for a free number begins follows from the name alone, so that another manifest,
or another order of files, does not change who gets which number, as long as two do not meet.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

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


def choose_internal(name: str, near: str, taken: Callable[[str], bool], *, integrated: bool) -> str | None:
    """A free internal number for ``name``: the last digits of ``near``, else one of three digits or more.

    ``near`` are the digits that the public number has behind its base. None if nothing is free.
    """
    for candidate in _candidates(name, near):
        if not taken(candidate) and not broken_rule(candidate, integrated=integrated):
            return candidate
    return None


def _candidates(name: str, near: str) -> Iterable[str]:
    ends = [near[-length:] for length in INTERNAL_LENGTHS if length <= len(near)]
    yield from reversed(ends)
    for length in range(max(3, len(near)), INTERNAL_LENGTHS[-1] + 1):
        size: int = 10**length
        start = _start(name, size)
        for n in range(size if length == INTERNAL_LENGTHS[-1] else min(size, PROBES)):
            yield f"{(start + n) % size:0{length}d}"


def _start(name: str, size: int) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big") % max(size, 1)
