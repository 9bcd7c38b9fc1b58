"""Lines of a limited width: wrapping, cutting and columns."""

from collections.abc import Iterator, Sequence

from reconciler.model.inert import cells, inert


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text made inert, in lines of at most ``width``; ``first`` and ``rest`` stand before it.

    A word longer than a line is broken, unless it is an address on the web.
    """
    hang = " " * cells(first) if rest is None else rest
    lines, line, filled = [], first, False
    for word in _pieces(inert(text).split(" "), max(width - cells(hang), 8)):
        if filled and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line, filled = hang, False
        line += " " + word if filled else word
        filled = True
    return [*(x.rstrip() for x in lines), line.rstrip()]


def _pieces(words_: Sequence[str], room: int) -> Iterator[str]:
    for word in words_:
        left = word
        while cells(left) > room and "://" not in left:
            head = fitting(left, room)
            yield head
            left = left[len(head) :]
        if left:
            yield left


def fitting(text: str, room: int) -> str:
    """The longest beginning of ``text`` that fits into ``room`` columns, at least one character."""
    if text.isascii():
        return text[: max(room, 1)]
    used = 0
    for at, char in enumerate(text):
        used += cells(char)
        if used > room and at:
            return text[:at]
    return text


def clip(text: str, room: int) -> str:
    """The text itself if it fits into ``room`` columns, else its beginning and ``…``."""
    return text if cells(text) <= room else fitting(text, room - 1) + "…"


def pad(text: str, room: int) -> str:
    """The text, filled with blanks up to ``room`` columns."""
    return text + " " * (room - cells(text))


def table(rows: Sequence[Sequence[str]], width: int, indent: str = "  ") -> list[str]:
    """Columns as wide as their cells, made inert; the last column is wrapped."""
    inside = [[inert(cell) for cell in row] for row in rows]
    room = [max(map(cells, column)) for column in zip(*inside, strict=True)][:-1]
    lines: list[str] = []
    for *front, last in inside:
        head = indent + "".join(pad(cell, w) + "  " for cell, w in zip(front, room, strict=True))
        lines += wrap(last, width, head)
    return lines
