"""Blocks of lines, between which a line is left free."""

from collections.abc import Iterable
from typing import NamedTuple

from reconciler.views.human.sheet import Lines


class Block(NamedTuple):
    """Lines that stand together; neighbours with the same word ``beside`` stand together, too."""

    lines: Lines
    beside: str = ""


def stacked(blocks: Iterable[Block]) -> str:
    """The text of the blocks; those without lines leave no gap."""
    lines: Lines = []
    before = ""
    for block in blocks:
        if block.lines:
            lines += [""] if lines and not (block.beside and block.beside == before) else []
            lines += block.lines
            before = block.beside
    return "\n".join(lines).rstrip("\n") + "\n"
