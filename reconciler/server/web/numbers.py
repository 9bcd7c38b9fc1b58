"""The number plan as a picture: blocks, their decades, and what each number is."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.resource import Resource
from reconciler.numbers.block import Block
from reconciler.server.web.looks import Look

KIND = "numberblock"
STATES = ("free", "taken", "leaving", "in-cart", "ordered", "in-cart-theirs", "ordered-theirs", "future")
"""What a number can be; ``future`` is free, and its block not available yet."""

DECADES = 20
"""Of one page."""

TENS = "0123456789"


class Cell(NamedTuple):
    """One number: the ``digits`` behind its base, what it is, and who has it."""

    digits: str
    state: str
    holder: Address | None = None


class Decade(NamedTuple):
    """Ten numbers with the same ``head``; None where the block has none."""

    head: str
    cells: tuple[Cell | None, ...]


class Plan(NamedTuple):
    """One block: its numbers of the automatic length counted by state, and those of other lengths that somebody has.

    ``until`` is the day from which it is available, where that is to come. The central number stands in ``others``.
    """

    name: str
    block: Block
    group: str
    until: date | None
    counts: Mapping[str, int]
    others: tuple[Cell, ...]

    @property
    def free(self) -> int:
        """How many can be given out, now or once the block is available."""
        return self.counts["free"] + self.counts["future"]


def plans(look: Look) -> Sequence[Plan]:
    """All blocks, by name."""
    near = _near(look)
    return [_plan(resource, resource.body.block, look, near) for resource in look.seen.state.of(KIND).values()
            if resource.body.block and resource.body.block.is_range]


def decades(plan: Plan, look: Look, begin: int = 0, most: int = DECADES) -> Iterator[Decade]:
    """The decades of a block from the ``begin``-th on, at most so many."""
    block = plan.block
    low = int(block.first + "0" * block.extended_by)
    high = low + block.size - 1
    for ten in range(low // 10 + begin, min(low // 10 + begin + most, high // 10 + 1)):
        cells = (_cell(plan.block, f"{number:0{block.length}d}", look, plan.until) if low <= number <= high else None
                 for number in range(ten * 10, ten * 10 + 10))
        yield Decade(f"{ten:0{block.length - 1}d}" if block.length > 1 else "", tuple(cells))


def count_of_decades(block: Block) -> int:
    """How many decades a block has."""
    low = int(block.first + "0" * block.extended_by)
    return (low + block.size - 1) // 10 - low // 10 + 1


def _plan(resource: Resource, block: Block, look: Look, near: Mapping[str, Sequence[str]]) -> Plan:
    body, today = resource.body, look.seen.today
    until = body.available_from if body.available_from and body.available_from > today else None
    counts, others = dict.fromkeys(STATES, 0), [_cell(block, "0", look, until)]
    for number in near.get(block.base, ()):
        if len(number) - len(block.base) == block.length and block.covers(number):
            counts[look.holders[number][0]] += 1
        elif block.holds(number) and number != block.central:
            others.append(_cell(block, block.extension(number), look, until))
    counts["future" if until else "free"] = block.size - sum(counts.values())
    return Plan(resource.address.name, block, body.group or "", until, counts, tuple(others))


def _cell(block: Block, digits: str, look: Look, until: date | None) -> Cell:
    state, holder = look.holders.get(block.base + digits, ("future" if until else "free", None))
    return Cell(digits, state, holder)


def _near(look: Look) -> Mapping[str, Sequence[str]]:
    """By the base of a block, all numbers that somebody has and that begin so."""
    bases = {resource.body.base for resource in look.seen.state.of(KIND).values() if resource.body.base}
    found: dict[str, list[str]] = {base: [] for base in bases}
    for number in sorted(look.holders):
        for length in {len(base) for base in bases}:
            if number[:length] in found:
                found[number[:length]].append(number)
    return found
