"""What manifests and portals say made harmless: it can steer no terminal, no pipeline and no reader's eye."""

import json
import re
import unicodedata
from functools import cache

_BEYOND_ASCII = (
    "\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_HIDDEN = re.compile(f"[\x00-\x1f{_BEYOND_ASCII}]")
_UNQUOTED = re.compile(f"[{_BEYOND_ASCII}]")  # JSON itself escapes what comes before
# GitHub reads "::name::" and "##[name]" in the output of a job as commands.
_COMMAND = re.compile(":(?=:)|#(?=#)")
# In a finished text: lines may end, and be painted as we paint; a command of a pipeline stands at the start of a line.
_PAINT = r"(?!\[(?:0|1|2|3[1-6]|1;3[1-6])m)"
_ACTING, _ACTING_IN_PAINT = (
    re.compile(f"\x1b{but}|[\x00-\x09\x0b\x0c\x0e-\x1a\x1c-\x1f{_BEYOND_ASCII}]|\r(?!\n)|#(?=#\\[)")
    for but in ("", _PAINT))
_STARTED = re.compile(r"^([^\S\n]*(?:\x1b\[[0-9;]*m)*)(:)(?=:)", re.MULTILINE)


def inert(text: str) -> str:
    """The text with control, bidi and zero-width characters spelt out; it stays on its line."""
    return _COMMAND.sub(_named, _HIDDEN.sub(_named, text))


def inert_whole(text: str, *, painted: bool = False) -> str:
    """A finished text with its lines, and its colours if a view has painted it, in which nothing else acts.

    What views put in was made harmless piece by piece; this is for everything that is printed, whoever wrote it.
    """
    acting = _ACTING_IN_PAINT if painted else _ACTING
    return _STARTED.sub(lambda m: m[1] + _named(m, 2), acting.sub(_named, text))


def spelt(text: str) -> list[str]:
    """The same, one entry for each character of the text; a tab is four blanks."""
    acting = {m.start() for pattern in (_HIDDEN, _COMMAND) for m in pattern.finditer(text)}
    return ["    " if c == "\t" else f"\\u{{{ord(c):x}}}" if n in acting else c for n, c in enumerate(text)]


def inert_json(text: str) -> str:
    """Serialised JSON with the same characters as JSON escapes: other bytes, the same value."""
    return _COMMAND.sub(_quoted, _UNQUOTED.sub(_quoted, text))


def cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cell, text))


@cache
def _cell(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _named(match: re.Match[str], group: int = 0) -> str:
    return f"\\u{{{ord(match[group]):x}}}"


def _quoted(match: re.Match[str]) -> str:
    char = match[0]
    return f"\\u{ord(char):04x}" if char.isascii() else json.dumps(char)[1:-1]
