"""Sentences in two languages, and what must not be printed."""

import pytest

from reconciler.model.text import UNSAFE, Text


def test_a_sentence_is_filled_in_its_language():
    """A value may be a sentence itself; what is not asked for is left out."""
    sentence = Text("{who} braucht {what}.", "{who} needs {what}.")
    filled = sentence.filled({"who": "anna", "what": Text("ein Telefon", "a telephone"), "more": "x"})
    assert (filled.of("de"), filled.of("en")) == ("anna braucht ein Telefon.", "anna needs a telephone.")


def test_a_value_is_not_filled_again():
    """Braces that a user wrote are text."""
    assert Text("{a}", "{a}").filled({"a": "{b}"}) == Text("{b}", "{b}")


def test_a_value_that_is_missing_is_a_bug():
    """No sentence is printed with a hole."""
    with pytest.raises(KeyError):
        Text("{a}", "{a}").filled({})


@pytest.mark.parametrize(("character", "unsafe"), [
    ("\x1b", True), ("\x9b", True), ("\u202e", True), ("\u200b", True), ("\ufeff", True), ("\u2028", True),
    ("\n", False), ("\t", False), ("ä", False), (" ", False), ("…", False),
])
def test_what_must_not_be_printed(character: str, unsafe: bool):
    """What moves the cursor, turns the direction or cannot be seen; a line break and a tab are text."""
    assert bool(UNSAFE.search(character)) is unsafe
