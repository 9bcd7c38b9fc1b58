"""Words of a report for people, in both languages."""

import re
from typing import NamedTuple

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
"""Control, bidi and invisible characters; a line break and a tab are none here."""


class Text(NamedTuple):
    """The same sentence in German and in English; ``{name}`` stands for a value that a message has for it."""

    de: str
    en: str

    def of(self, language: str) -> str:
        """The sentence in one language (``de`` or ``en``)."""
        return self.de if language == "de" else self.en


NOTHING = Text("", "")
