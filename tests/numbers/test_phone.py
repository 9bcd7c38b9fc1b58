"""Telephone numbers: every usual German spelling is one number, and nothing is guessed."""

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat

from reconciler.numbers.phone import NumberUnreadable, read_number

SPELLINGS = (
    "+492286380058", "+49 228 6380058", "+49 228 6380-058", "+49-228-6380058", "+49/228/6380058", "0049 228 6380058",
    "00492286380058", "0228 6380058", "0228/6380058", "0228-6380058", "0228.638.00.58", "(0228) 6380058",
    "+49 (228) 6380-058", "+49(228)6380058", "0049 (228) 6380058", "(0228)6380058",
    "0228 / 6380 - 058", "  0228 6380058  ", "0228\u00a06380058", "0228–6380058", "02286380058",
)

UNREADABLE = {
    "+49 (0) 30 / 1234-0": ("+493012340", "(0)"),
    "+49(0)2286380058": ("+492286380058", "(0)"),
    "+49 0228 6380058": ("+492286380058", ""),
    "0049 0228 6380058": ("+492286380058", ""),
    "+49 (0228) 6380058": ("+492286380058", "("),
    "+4902286380058": ("+492286380058", ""),
    "(228) 6380058": ("", "("),
    "030_123_45": ("+493012345", "_"),
    "0x1F": ("", "x"),
    "1e5": ("", "e"),
    "030 1234567 App. 12": ("", "A"),
    "+4930O234567": ("", "O"),
    "０３０1234567": ("", "０"),
    "٠٣٠1234567": ("", "٠"),
    "6380-58": ("", ""),
    "49 228 6380058": ("+492286380058", ""),
    "110": ("", ""),
    "": ("", ""),
    "+": ("", ""),
    "+0228 6380058": ("", ""),
    "030 123 / ": ("+4930123", "/"),
    "0228" + "1" * 30: ("", ""),
}


@pytest.mark.parametrize("text", SPELLINGS)
def test_every_usual_spelling_is_the_same_number(text: str) -> None:
    """Blanks, hyphens, slashes, dots, brackets, 0 and 0049 make no difference."""
    assert read_number(text) == "+492286380058"


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_can_be_read_in_two_ways_is_refused(text: str) -> None:
    """The refusal carries the number that was probably meant and the wrong piece."""
    with pytest.raises(NumberUnreadable) as refusal:
        read_number(text)

    assert (refusal.value.suggestion, refusal.value.piece) == UNREADABLE[text]


def test_an_unquoted_number_keeps_its_zero() -> None:
    """The text as YAML shows it is the number: no octal, no lost zero."""
    assert read_number("0301234567") == "+49301234567"


@settings(max_examples=300, derandomize=True, database=None)
@given(st.from_regex(r"0[2-9][0-9]{1,3}[ /-][1-9][0-9]{3,6}(-[0-9]{1,3})?", fullmatch=True))
def test_agrees_with_a_second_opinion(text: str) -> None:
    """A national number reads like in Google's library, digit for digit."""
    theirs = phonenumbers.format_number(phonenumbers.parse(text, "DE"), PhoneNumberFormat.E164)

    assert read_number(text) == theirs


@settings(max_examples=300, derandomize=True, database=None)
@given(st.text(max_size=30))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """Nothing but a number of ASCII digits or a refusal comes out, and a number reads as itself."""
    try:
        number = read_number(text)
    except NumberUnreadable as refusal:
        number = refusal.suggestion

    assert not number or read_number(number) == number
