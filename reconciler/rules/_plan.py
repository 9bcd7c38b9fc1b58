"""The number plan as rules look at it: which block a number belongs to."""

from collections.abc import Mapping
from typing import NamedTuple

from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.numbers.block import Block

AUTO = "auto"


class Home(NamedTuple):
    """A number block with what is known of it."""

    resource: Resource
    block: Block


class Blocks(NamedTuple):
    """All blocks: by group and base, and the lengths of the bases that occur, the longest first."""

    by_base: Mapping[tuple[str | None, str], list[Home]]
    lengths: tuple[int, ...]


def home(facts: Facts, group: str | None, number: str) -> Home | None:
    """The block of the group that covers the number, however long it is; the longest base wins."""
    blocks = facts.index(_blocks)
    for length in blocks.lengths:
        for candidate in blocks.by_base.get((group, number[:length]), ()):
            if candidate.block.covers(number):
                return candidate
    return None


def is_homeless(facts: Facts, group: str | None, number: str) -> bool:
    """Whether a number that somebody wrote lies in none of the group's blocks.

    None does while no group is known, or no block where no portal was asked.
    """
    known = group is not None and bool(homes(facts) or len(facts.before))
    if not known or number == AUTO or home(facts, group, number):
        return False
    facts.need_all("numberblock")
    return True


def owner(facts: Facts, number: str) -> str | None:
    """The group whose block covers the number; None if no block that is known does."""
    return next((h.resource.body.group for h in homes(facts) if h.block.covers(number)), None)


def knows_all_blocks(facts: Facts) -> bool:
    """Whether there is no block but those that are known: what a block holds is a fact of the portal."""
    return facts.asked or (facts.complete and len(homes(facts)) == len(facts.after.of("numberblock")))


def homes(facts: Facts) -> list[Home]:
    """All blocks whose facts are known, in order of their names."""
    return facts.index(_homes)


def _homes(facts: Facts) -> list[Home]:
    found = ((r, r.body.block) for r in facts.after.of("numberblock").values())
    return [Home(resource, block) for resource, block in found if block]


def _blocks(facts: Facts) -> Blocks:
    by_base: dict[tuple[str | None, str], list[Home]] = {}
    for found in homes(facts):
        by_base.setdefault((found.resource.body.group, found.block.base), []).append(found)
    return Blocks(by_base, tuple(sorted({len(base) for _, base in by_base}, reverse=True)))
