"""Changes that nobody makes on purpose: of a text byte by byte, and of a tree of plain values place by place.

And what both sorts of fuzzing share: a limit of time for each call, and a command line.
"""

import argparse
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from random import Random
from typing import Any

SECONDS = 5
"""How long a command may take."""


@contextmanager
def in_time() -> Iterator[None]:
    """What takes longer than it may raises TimeoutError."""

    def late(_number: int, _frame: object) -> None:
        raise TimeoutError(f"over {SECONDS} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def counted(cases: Callable[[int], int], count: int, seed: int) -> Counter[int]:
    """How often so many cases from this seed on ended with which exit."""
    sys.stdout.write(f"seeds {seed} to {seed + count - 1}\n")
    return Counter(map(cases, range(seed, seed + count)))


def command_line(said: str | None, fuzz: Callable[[int, int], Counter[int]], count: int) -> None:
    """Read how many cases from which seed on, run them, and print how often they ended how."""
    parser = argparse.ArgumentParser(description=said)
    parser.add_argument("--cases", type=int, default=count)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    ended = fuzz(options.cases, options.seed)
    told = ", ".join(f"exit {code}: {times}" for code, times in sorted(ended.items()))
    sys.stdout.write(f"{options.cases} cases; {told}\n")


def nodes(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a tree: what holds it, and its key or index."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from nodes(tree[key])


def mutated_tree(tree: Any, values: Sequence[Any], chance: Random) -> Any:
    """The tree with one to four places dropped, doubled, turned round, or set to another or to a hostile value."""
    tree = deepcopy(tree)
    for _ in range(chance.randint(1, 4)):
        places = list(nodes(tree))
        if not places:
            break
        holder, key = chance.choice(places)
        deed = chance.randrange(6)
        if deed == 0:
            del holder[key]
        elif deed in (1, 2):
            holder[key] = deepcopy(chance.choice(values))
        elif deed == 3:
            other, there = chance.choice(places)
            holder[key] = deepcopy(other[there])
        elif isinstance(holder, list):
            holder.insert(chance.randrange(len(holder) + 1), deepcopy(holder[key]))
        elif isinstance(holder[key], str):
            holder[key] = holder[key][::-1]
    return tree


def mutated_bytes(raw: bytes, pieces: Sequence[bytes], chance: Random) -> bytes:
    """The text with one to six pieces cut, doubled, flipped or put in."""
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        end = min(len(changed), at + chance.choice((1, 1, 2, 8, 40, 200)))
        deed = chance.randrange(4)
        if deed == 0:
            del changed[at:end]
        elif deed == 1:
            changed[at:at] = changed[at:end] * chance.choice((1, 2, 50))
        elif deed == 2 and at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
        else:
            changed[at:at] = chance.choice(pieces)
    return bytes(changed)
