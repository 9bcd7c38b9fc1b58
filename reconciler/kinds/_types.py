"""The forms of single values that several kinds share."""

import re
from contextlib import suppress
from datetime import date
from typing import Annotated
from unicodedata import normalize

from reconciler.model.calendar import FIRST_DAY, LAST_DAY, in_calendar
from reconciler.model.forms import LONGEST, found
from reconciler.model.kind import refuse, unordered
from reconciler.model.nearest import nearest
from reconciler.model.schema import Bounds, Checked, Prepared, Shown
from reconciler.model.text import Text
from reconciler.numbers.phone import NumberUnreadable, read_number

MOST_DIGITS = 9

ANONYMOUS = ("anonymous", "anonym", "unterdrückt", "unbekannt", "suppressed", "unknown")
"""Words for calls without a number."""

MOST = 1_000_000
"""No count is larger."""

LONGEST_NAME = 253
"""Characters of a name, and of what names something else."""

LONGEST_WORDS = 255
"""Characters of a few words."""

AT_MOST = Text("höchstens {n}", "at most {n}")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_BASE = re.compile(r"\+(?!490)[1-9][0-9]{1,14}", re.ASCII)
_AREA = re.compile(r"^(?:((?:\+|00)[1-9][0-9]{0,2})\s*\(\s*([1-9][0-9]*)\s*\)|\(\s*(0[0-9]+)\s*\))")
_COUNT = re.compile(r"0|[1-9][0-9]*", re.ASCII)
_EXTENSION = re.compile(r"[0-9]+", re.ASCII)
_ACCOUNT = re.compile(r"[0-9]{1,20}", re.ASCII)
_RANGE = re.compile(r"\+(?!490)[0-9]{1,15}|1[0-9]{2,5}", re.ASCII)
_SOMETHING = Text("ein Text, der nicht leer ist", "a text that is not empty")
_DIGITS = Text("bis zu 20 Ziffern", "up to 20 digits")
_A_BASE = Text("Den Anfang der Nummern schreiben, etwa +492286380.",
               "Write how the numbers begin, for instance +492286380.")
_SOME_RANGES = Text("Den Anfang der Nummern schreiben, etwa +49900, +43 oder 118; oder anonymous.",
                    "Write how the numbers begin, for instance +49900, +43 or 118; or anonymous.")
_CALENDAR = Text(f"vom {FIRST_DAY} bis zum {LAST_DAY}", f"from {FIRST_DAY} to {LAST_DAY}")


def _phone(text: str) -> str:
    try:
        return read_number(text)
    except NumberUnreadable as problem:
        raise refuse("FORM-4", value=text, suggestion=problem.suggestion, piece=problem.piece) from None


def _phone_or_auto(text: str) -> str:
    return text if text == "auto" else _phone(text)


def _caller_id(text: str) -> str:
    return text if text in ("workplace", "suppressed") else _phone(text)


def _digits(text: str) -> str:
    if _EXTENSION.fullmatch(text):
        return text
    raise refuse("FORM-2", value=text, expected="00 … 99")


def _base(text: str) -> str:
    digits = _international(re.sub(r"[ ./-]", "", _AREA.sub(r"\1\2\3", text)))
    if _BASE.fullmatch(digits):
        return digits
    raise _unreadable(text, _BASE, _A_BASE)


def _clean(text: str) -> str:
    """One form for texts that nobody can tell apart: no blanks at the ends, letters composed."""
    return normalize("NFC", text).strip()


def _named(text: str) -> str:
    if clean := _clean(text):
        return clean
    raise refuse("FORM-2", value=text, expected=_SOMETHING)


def _account(text: str) -> str:
    if _ACCOUNT.fullmatch(text):
        return text
    raise refuse("FORM-2", value=text[:40], expected=_DIGITS)


def _day(value: object) -> date:
    day = value if isinstance(value, date) else None
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            day = date.fromisoformat(value)
    if day is None and not isinstance(value, str):
        raise refuse("FORM-2", value=_short(value), expected="2026-12-01")
    if day is None:
        raise refuse("FORM-5", value=str(value))
    if not in_calendar(day):
        raise refuse("FORM-12", value=found(day), limit=_CALENDAR)
    return day


def _flag(value: object) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise refuse("FORM-2", value=_short(value), expected="true, false")


def _count(value: object) -> int:
    text = str(value)
    if not _COUNT.fullmatch(text):
        raise refuse("FORM-2", value=_short(value), expected="0, 1, 2 …")
    return int(text[: len(str(MOST)) + 1])  # beyond every limit, however many digits follow


def _short(value: object) -> str:
    return value if isinstance(value, str) else str(value)[:LONGEST]


def _range(text: str) -> str:
    if text == "anonymous":
        return text
    digits = _international(re.sub(r"[ ./-]", "", text))
    if _RANGE.fullmatch(digits):
        return digits
    if nearest(text, ANONYMOUS):
        raise refuse("FORM-4", value=text, suggestion="anonymous", piece="")
    raise _unreadable(text, _RANGE, _SOME_RANGES)


def _international(digits: str) -> str:
    digits = "+" + digits[2:] if digits.startswith("00") else digits
    return "+49" + digits[1:] if digits.startswith("0") else digits


def _unreadable(text: str, form: re.Pattern[str], examples: Text) -> Exception:
    """What was most likely meant; where that cannot be told, what fits."""
    plain = re.sub(r"\(\s*0\s*\)|[^0-9+]", "", text)
    meant = _international("+" + plain if plain.startswith("49") else plain)
    meant = re.sub(r"^\+490+", "+49", meant)
    clear = form.fullmatch(meant) and not re.search(r"[^\W\d_]", text)
    if clear:
        return refuse("FORM-4", value=text, suggestion=meant, piece="")
    return refuse("FORM-4", value=text, suggestion="", piece="", help=examples)


def at_most(count: int) -> Bounds:
    """For lists and mappings: so many entries and no more."""
    return Bounds(max_length=count)


Name = Annotated[str, Bounds(max_length=LONGEST_NAME)]
"""A text that names something elsewhere."""

NothingIfEmpty = Checked(lambda said: None if said in ("", None) else said)
"""An empty text equals an absent one."""

Words = Annotated[str, Bounds(max_length=LONGEST_WORDS), Checked(_clean)]
"""A few words."""

Said = Annotated[Words | None, NothingIfEmpty]
"""A few words, or nothing."""

FileName = Annotated[str, Bounds(max_length=1000), Checked(_named)]
"""A file or a folder, seen from the workspace."""

Prose = Annotated[Annotated[str, Bounds(max_length=1000), Checked(_clean)] | None, NothingIfEmpty]
"""A text in sentences, or nothing."""

_Spelt = Annotated[str, Bounds(max_length=64)]
"""Digits as people write them."""

Phone = Annotated[_Spelt, Checked(_phone)]
"""A telephone number in any usual German spelling; kept as E.164."""

PhoneOrAuto = Annotated[_Spelt, Checked(_phone_or_auto)]
CallerId = Annotated[_Spelt, Checked(_caller_id)]
Base = Annotated[_Spelt, Checked(_base)]
"""How the numbers of a block begin; kept as E.164."""

Extension = Annotated[str, Bounds(max_length=MOST_DIGITS), Checked(_digits),
                      Shown(lambda text: {**text, "pattern": "^[0-9]+$"})]
"""The digits of an extension, leading zeros included."""

Named = Annotated[Name, Checked(_named)]
"""A text that names something: never empty."""

Account = Annotated[_Spelt, Checked(_account)]
"""A customer account as it is printed on the bill: digits."""

Day = Annotated[date, Prepared(_day), Shown(lambda day: {**day, "pattern": "^2[0-9]{3}-[0-9]{2}-[0-9]{2}$"})]
Flag = Annotated[bool, Prepared(_flag)]
Count = Annotated[int, Bounds(ge=0, le=MOST), Prepared(_count)]
Few = Annotated[int, Bounds(ge=0, le=MOST_DIGITS), Prepared(_count)]
"""How many further digits: no number is longer."""

Range = Annotated[_Spelt, Checked(_range)]
"""A number range: an E.164 prefix, a short number such as 118 (they begin with 1), or ``anonymous``."""

Sorted = Checked(unordered)
"""For lists whose order is no difference: one form for all."""
