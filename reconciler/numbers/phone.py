"""Telephone numbers: every usual German spelling in, E.164 out; nothing is guessed."""

import re

_E164 = re.compile(r"\+(?!490)[1-9][0-9]{4,19}", re.ASCII)
"""No German number goes on with 0 behind +49: that is the 0 of the area code, written twice."""

_TRUNK = re.compile(r"\(\s*0\s*\)")
_AREA = re.compile(r"^\(\s*(0[0-9]+)\s*\)")
_AREA_BEHIND = re.compile(r"^((?:\+|00)[1-9][0-9]{0,2})\s*\(\s*([1-9][0-9]*)\s*\)")
_SEPARATORS = re.compile(r"(?<=[0-9)])[ \u00a0]*[-/.\u2013 \u00a0][ \u00a0]*(?=[0-9])")
_WRONG = re.compile(r"[^0-9+ ]")
MAX_DIGITS = 20


class NumberUnreadable(ValueError):
    """A text that cannot be read in exactly one way.

    ``suggestion`` is the E.164 form that was probably meant (empty if there is none), ``piece`` the part
    of the text that is wrong.
    """

    def __init__(self, suggestion: str = "", piece: str = "") -> None:
        super().__init__(suggestion)
        self.suggestion = suggestion
        self.piece = piece


def read_number(text: str) -> str:
    """The E.164 form of a number as written.

    Understood are ``+49 …``, ``0049 …`` and ``0…`` with area code; blanks, ``-``, ``/``, ``.`` between digits
    and brackets around the area code do not matter: ``(03641) …`` at the beginning, ``(3641)`` behind a country code.

    Raises:
        NumberUnreadable: for letters, ``(0)``, other digits than 0-9, a missing area code.
    """
    if _E164.fullmatch(text):
        return text
    bare = text.strip()
    trunk = _TRUNK.search(bare)
    if trunk:
        raise NumberUnreadable(_suggest(bare.replace(trunk.group(), " ")), trunk.group())
    bare = _SEPARATORS.sub("", _AREA_BEHIND.sub(r"\1 \2 ", _AREA.sub(r"\1 ", bare)))
    wrong = _WRONG.search(bare)
    if wrong:
        raise NumberUnreadable(_suggest(bare), wrong.group())
    number = _international(bare.replace(" ", ""))
    if not _E164.fullmatch(number):
        raise NumberUnreadable(_suggest(bare), "")
    return number


def national_length(number: str) -> int:
    """How many digits an E.164 number has behind +49, area code without its 0 included."""
    return len(number) - len("+49")


def is_german(number: str) -> bool:
    """Whether an E.164 number belongs to the German plan."""
    return number.startswith("+49")


def pretty(number: str) -> str:
    """An E.164 number with the country code set apart, for people: ``+49 22863800``."""
    return f"+49 {number[3:]}" if is_german(number) else number


def _international(digits: str) -> str:
    if digits.startswith("00"):
        return "+" + digits[2:]
    if digits.startswith("0"):
        return "+49" + digits[1:]
    return digits


def _suggest(text: str) -> str:
    if any(c.isalpha() for c in text):
        return ""
    digits = re.sub(r"[^0-9]", "", text)
    international = text.lstrip().startswith("+") or (digits.startswith("49") and len(digits) > 8)
    number = "+" + digits if international else _international(digits)
    number = re.sub(r"^\+490+", "+49", number)
    return number if _E164.fullmatch(number) else ""
