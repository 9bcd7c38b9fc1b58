"""Tables of Markdown that never grow beyond a limit, and that say so where they are cut."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from reconciler.views.say import words
from reconciler.views.spoken import Spoken


class Rank(IntEnum):
    """What is read first: money, then life, then work, then what is wrong."""

    COSTS = 0
    EMERGENCY = 1
    MANUAL = 2
    NUMBERS = 3
    FINDINGS = 4
    MIDDLE = 5
    DETAILS = 6
    LEFT = 7
    NOTES = 8


class Table(NamedTuple):
    """A heading, the lines above the rows (a table's head), the rows; ``folded`` hides it until asked for.

    Those with the least ``rank`` are read first.
    """

    heading: str
    head: tuple[str, ...]
    rows: tuple[str, ...]
    folded: bool = False
    rank: Rank = Rank.MIDDLE


def fitted(tables: Sequence[Table], room: int, voice: Spoken) -> str:
    """The tables in at most ``room`` characters; the first ones get their rows first."""
    frames = [_frame(s, 0, voice) for s in tables]
    room -= sum(len(frame) + 8 for frame in frames)  # a count of shown rows grows by some digits
    parts: list[str] = []
    for table in tables:
        shown = 0
        while shown < len(table.rows) and room > len(table.rows[shown]):
            room -= len(table.rows[shown]) + 1
            shown += 1
        parts.append(_frame(table, shown, voice))
    return "".join(parts)


def _frame(table: Table, shown: int, voice: Spoken) -> str:
    rows = [*table.head, *table.rows[:shown]]
    told = voice.say(words.SHOWN, shown=voice.number(shown), all=voice.number(len(table.rows)))
    cut = "" if shown == len(table.rows) else f"\n{told}\n"
    inside = "\n".join(rows) + "\n" + cut
    if table.folded:
        return f"\n<details><summary>{table.heading}</summary>\n\n{inside}\n</details>\n"
    return f"\n### {table.heading}\n\n{inside}"


def table_head(*columns: str) -> tuple[str, str]:
    """The first two lines of a table."""
    return f"| {' | '.join(columns)} |", "|" + " --- |" * len(columns)


def table_row(*cells: str) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"


def columns(voice: Spoken, *names: str) -> tuple[str, str]:
    """The head of a table whose columns have these names."""
    return table_head(*(voice.say(words.COLUMNS[name]) if name else " " for name in names))
