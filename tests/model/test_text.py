"""Words in two languages, and what must not be printed."""

import pytest

from reconciler.model.text import UNSAFE


@pytest.mark.parametrize(("character", "unsafe"), [
    ("\x1b", True), ("\x9b", True), ("\u202e", True), ("\u200b", True), ("\ufeff", True), ("\u2028", True),
    ("\n", False), ("\t", False), ("ä", False), (" ", False), ("…", False),
])
def test_what_must_not_be_printed(character: str, unsafe: bool):
    """What moves the cursor, turns the direction or cannot be seen; a line break and a tab are text."""
    assert bool(UNSAFE.search(character)) is unsafe
