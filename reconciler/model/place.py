"""Places: where something stands in a file of the user."""

from typing import NamedTuple


class Place(NamedTuple):
    """A piece of a line: file as the user names it, line and column from 1, and the line's own text."""

    file: str
    line: int
    column: int
    width: int = 1
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
