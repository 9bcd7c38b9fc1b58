"""The forms of single values that several kinds share."""

import re
from contextlib import suppress
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from reconciler.model.calendar import in_calendar
from reconciler.model.kind import checked, refuse, unordered
from reconciler.numbers.phone import NumberUnreadable, read_number

MOST_DIGITS = 9

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_BASE = re.compile(r"\+[1-9][0-9]{1,14}", re.ASCII)
_EXTENSION = re.compile(r"[0-9]{1,9}", re.ASCII)
_ACCOUNT = re.compile(r"[0-9]{1,20}", re.ASCII)
_RANGE = re.compile(r"\+[0-9]{1,15}|[0-9]{3,6}", re.ASCII)


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
    raise refuse("FORM-2", value=text[:40], expected="00 … 99")


def _base(text: str) -> str:
    digits = re.sub(r"[ ./-]", "", text)
    digits = "+" + digits[2:] if digits.startswith("00") else digits
    digits = "+49" + digits[1:] if digits.startswith("0") else digits
    if _BASE.fullmatch(digits):
        return digits
    raise refuse("FORM-4", value=text[:40], suggestion="", piece="")


def _few(value: object) -> int:
    count = _count(value)
    if count <= MOST_DIGITS:
        return count
    raise refuse("FORM-2", value=str(count), expected=f"0 … {MOST_DIGITS}")


def _named(text: str) -> str:
    if text.strip():
        return text
    raise refuse("FORM-2", value=text, expected="a, b, c …")


def _account(text: str) -> str:
    if _ACCOUNT.fullmatch(text):
        return text
    raise refuse("FORM-2", value=text[:40], expected="0 … 9")


def _day(value: object) -> date:
    day = value if isinstance(value, date) else None
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            day = date.fromisoformat(value)
    if day and in_calendar(day):
        return day
    raise refuse("FORM-5", value=str(value)[:40])


def _flag(value: object) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise refuse("FORM-2", value=str(value)[:40], expected="true, false")


def _count(value: object) -> int:
    text = str(value)
    if text.isascii() and text.isdigit() and len(text) <= 9 and text == str(int(text)):
        return int(text)
    raise refuse("FORM-2", value=text[:40], expected="0, 1, 2 …")


def _range(text: str) -> str:
    if text == "anonymous":
        return text
    digits = re.sub(r"[ ./-]", "", text)
    digits = "+" + digits[2:] if digits.startswith("00") else digits
    digits = "+49" + digits[1:] if digits.startswith("0") else digits
    if _RANGE.fullmatch(digits):
        return digits
    raise refuse("FORM-4", value=text, suggestion="", piece="")


Phone = Annotated[str, checked(_phone)]
"""A telephone number in any usual German spelling; kept as E.164."""

PhoneOrAuto = Annotated[str, checked(_phone_or_auto)]
CallerId = Annotated[str, checked(_caller_id)]
Base = Annotated[str, checked(_base)]
"""How the numbers of a block begin; kept as E.164."""

Extension = Annotated[str, checked(_digits)]
"""The digits of an extension, leading zeros included."""

Named = Annotated[str, checked(_named)]
"""A text that names something: never empty."""

Account = Annotated[str, checked(_account)]
"""A customer account as it is printed on the bill: digits."""

Day = Annotated[date, BeforeValidator(_day)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Count = Annotated[int, BeforeValidator(_count)]
Few = Annotated[int, BeforeValidator(_few)]
"""How many further digits: no number is longer."""

Range = Annotated[str, checked(_range)]
"""A number range: an E.164 prefix, a short number such as 118, or ``anonymous``."""

Sorted = AfterValidator(unordered)
"""For lists whose order is no difference: one form for all."""
