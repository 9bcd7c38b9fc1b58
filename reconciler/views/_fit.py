"""Sections of Markdown that never grow beyond a limit, and that say so where they are cut."""

from collections.abc import Sequence
from typing import NamedTuple

from reconciler.views import _words as words


class Section(NamedTuple):
    """A heading, the lines above the rows (a table's head), the rows; ``folded`` hides it until asked for."""

    heading: str
    head: tuple[str, ...]
    rows: tuple[str, ...]
    folded: bool = False


def fitted(sections: Sequence[Section], room: int, language: str) -> str:
    """The sections in at most ``room`` characters; the first ones get their rows first."""
    frames = [_frame(s, 0, language) for s in sections]
    room -= sum(len(frame) + 8 for frame in frames)  # a count of shown rows grows by some digits
    parts: list[str] = []
    for section in sections:
        shown = 0
        while shown < len(section.rows) and room > len(section.rows[shown]):
            room -= len(section.rows[shown]) + 1
            shown += 1
        parts.append(_frame(section, shown, language))
    return "".join(parts)


def _frame(section: Section, shown: int, language: str) -> str:
    rows = [*section.head, *section.rows[:shown]]
    cut = "" if shown == len(section.rows) else "\n" + words.SHOWN.of(language).format(
        shown=words.number(shown, language), all=words.number(len(section.rows), language)) + "\n"
    inside = "\n".join(rows) + "\n" + cut
    if section.folded:
        return f"\n<details><summary>{section.heading}</summary>\n\n{inside}\n</details>\n"
    return f"\n### {section.heading}\n\n{inside}"


def table_head(*columns: str) -> tuple[str, str]:
    """The first two lines of a table."""
    return f"| {' | '.join(columns)} |", "|" + " --- |" * len(columns)


def table_row(*cells: str) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"
