"""Colours for a terminal; never the only carrier of a meaning."""

_CODES = {
    "bold": "1",
    "dim": "2",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "+": "32",
    "~": "33",
    "-": "31",
    "-/+": "31",
    "<": "36",
    "!": "1;35",
}


def paint(text: str, look: str, *, colour: bool) -> str:
    """The text in the colour of ``look`` (a severity, a sign, ``bold`` or ``dim``); plain without colour."""
    return f"\x1b[{_CODES[look]}m{text}\x1b[0m" if colour and text else text


def paint_first(lines: list[str], piece: str, look: str, *, colour: bool) -> list[str]:
    """The lines with the first occurrence of ``piece`` in the first line painted."""
    head, *rest = lines
    return [head.replace(piece, paint(piece, look, colour=colour), 1), *rest]
