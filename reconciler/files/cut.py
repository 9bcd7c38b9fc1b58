"""A file's bytes: whether they may be read at all, and where each document begins.

``---`` at the beginning of a line starts a document wherever it stands, in a quoted text too; so cutting
before parsing is exact, as long as directives, text after ``...`` and foreign line ends are refused.
"""

import re
from typing import NamedTuple

from reconciler.files.lines import place_of_byte, place_of_mark, visible
from reconciler.model.finding import Breach
from reconciler.model.message import Value
from reconciler.model.text import Text

LARGEST_DOCUMENT = 1024 * 1024
"""Bytes."""

_CUT = re.compile(rb"(?m)^---(?=[ \t\r\n]|\Z)")
_EMPTY = re.compile(rb"(?:---)?(?:[ \t\r\n]++|#[^\n]*+)*+(?:\.\.\.\s*+)?\Z")
_SUSPECT = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f\xc2\xe2\xef]")
_FORBIDDEN = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xef\xbf[\xbe\xbf]"
)
_CONFLICT = re.compile(rb"(?m)^(?:<<<<<<< |>>>>>>> )[^\r\n]*")
_POINTER = b"version https://git-lfs.github.com/spec/"
_BOM = b"\xef\xbb\xbf"


class Piece(NamedTuple):
    """The bytes of one document, and the line of the file on which they begin."""

    file: str
    line: int
    raw: bytes


def cut(file: str, raw: bytes) -> list[Piece] | Breach:
    """The documents of a file; or the Breach that makes the whole file unreadable.

    Pieces that hold only blanks and comments are left out. ``file`` is the name for people.
    """
    raw = raw.removeprefix(_BOM)
    breach = _unreadable(file, raw)
    if breach:
        return breach
    pieces = _pieces(file, raw)
    return pieces or Breach("YAML-9", values=_values(_NOTHING), place=place_of_mark(file, 1, raw, (0, 0)))


def count(raw: bytes) -> int:
    """At most how many documents there are; quick, whatever the bytes are."""
    return raw.count(b"\n---") + 1


def too_large(piece: Piece) -> Breach | None:
    """YAML-6 for a document of more than 1 MiB."""
    if len(piece.raw) <= LARGEST_DOCUMENT:
        return None
    place = place_of_mark(piece.file, piece.line, piece.raw, (0, 0))
    return Breach("YAML-6", values=_values(_LARGE, "1 MiB"), place=place)


def _pieces(file: str, raw: bytes) -> list[Piece]:
    found: list[Piece] = []
    start, line = 0, 1
    for end in [*(m.start() for m in _CUT.finditer(raw)), len(raw)]:
        piece = raw[start:end]
        if not _EMPTY.match(piece):
            found.append(Piece(file, line, piece))
        line += raw.count(b"\n", start, end)
        start = end
    return found


def _unreadable(file: str, raw: bytes) -> Breach | None:
    if raw.startswith(_POINTER):
        return Breach("YAML-8", values=_values(_LFS), place=place_of_byte(file, raw, 0))
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        value = f"0x{raw[error.start]:02x}"
        return Breach("YAML-7", values=_values(_NO_UTF8, value), place=place_of_byte(file, raw, error.start))
    wrong = _FORBIDDEN.search(raw) if _SUSPECT.search(raw) else None
    if wrong:
        value = visible(wrong.group().decode())
        return Breach("YAML-7", values=_values(_CONTROL, value), place=place_of_byte(file, raw, wrong.start()))
    conflict = _CONFLICT.search(raw) if b"<<<<<<<" in raw or b">>>>>>>" in raw else None
    if conflict:
        value = visible(conflict.group().decode())
        return Breach("YAML-8", values=_values(_UNMERGED, value), place=place_of_byte(file, raw, conflict.start()))
    return None


def _values(problem: Text, value: str = "") -> dict[str, Value]:
    return {"value": value, "problem": problem}


_NOTHING = Text("Die Datei enthält kein Dokument", "the file holds no document")
_LARGE = Text("ein Dokument über 1 MiB", "a document over 1 MiB")
_LFS = Text("Die Datei ist nur ein Verweis von Git LFS; ihr Inhalt wurde nicht geholt",
            "the file is only a pointer of Git LFS; its content was not fetched")
_NO_UTF8 = Text("Die Datei ist nicht in UTF-8 gespeichert", "the file is not saved in UTF-8")
_CONTROL = Text("Steuerzeichen oder fremdes Zeilenende", "control character or foreign line end")
_UNMERGED = Text("Ein Konflikt beim Zusammenführen in Git ist nicht aufgelöst",
                 "a merge conflict of Git is not resolved")
