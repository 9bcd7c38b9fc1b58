"""From a position in bytes to a Place, and from any text to one that a terminal may show."""

import re
from functools import lru_cache

from reconciler.model.place import Place
from reconciler.model.text import UNSAFE

LONGEST_LINE = 1000
"""Characters; a longer line is not carried along in a Place."""

_UNSHOWN = re.compile(f"[\t\n\ud800-\udfff]|{UNSAFE.pattern}")


def visible(text: str, longest: int = 80) -> str:
    """The text on one line, its unsafe characters written as escapes, cut after ``longest`` characters."""
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    return _UNSHOWN.sub(lambda found: _escaped(found.group()), short)


def shown_name(name: str) -> str:
    r"""A file's name for people; bytes that are no UTF-8 and control characters are written as ``\xNN``."""
    return visible(name, len(name))


@lru_cache(maxsize=4)
def rows_of(raw: bytes) -> list[bytes]:
    """The lines of a document, split once for all places in it."""
    return raw.split(b"\n")


def place_of_mark(file: str, first: int, raw: bytes, mark: tuple[int, int], width: int = 1) -> Place:
    """The place of a line and column (both from 0) in ``raw``, which begins on line ``first`` of the file.

    Where only blanks follow, it is the end of the last line that has more.
    """
    line, column = mark
    rows = rows_of(raw)
    if not any(rows[n].strip() for n in range(line, len(rows))):
        text = raw.rstrip()
        line, row = text.count(b"\n"), text[text.rfind(b"\n") + 1 :]
        return _place(file, first + line, len(_decoded(row)), 1, row)
    return _place(file, first + line, column, width, rows[line])


def place_of_byte(file: str, raw: bytes, at: int) -> Place:
    """The place of a byte of the whole file."""
    start = raw.rfind(b"\n", 0, at) + 1
    end = raw.find(b"\n", at)
    column = len(_decoded(raw[start:at]))
    return _place(file, raw.count(b"\n", 0, at) + 1, column, 1, raw[start : end if end >= 0 else len(raw)])


def place_of_file(file: str) -> Place:
    """The beginning of a file whose text is unknown."""
    return Place(file, 1, 1)


def _place(file: str, line: int, column: int, width: int, row: bytes) -> Place:
    text = _decoded(row.removesuffix(b"\r"))
    inside = max(1, min(width, len(text) - column))
    return Place(file, line, column + 1, inside, text if len(text) <= LONGEST_LINE else "")


def _decoded(raw: bytes) -> str:
    return raw.decode(errors="backslashreplace")


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        code -= 0xDC00
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"
