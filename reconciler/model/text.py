"""Words for people, in both languages."""

from collections.abc import Mapping
from typing import NamedTuple


class Text(NamedTuple):
    """The same sentence in German and in English; ``{name}`` stands for a value."""

    de: str
    en: str

    def of(self, language: str) -> str:
        """The sentence in one language (``de`` or ``en``)."""
        return self.de if language == "de" else self.en

    def filled(self, values: "Mapping[str, Text | str]") -> "Text":
        """The sentence with its values put in; a value may itself be a Text."""

        def fill(language: str) -> str:
            plain = {k: v.of(language) if isinstance(v, Text) else v for k, v in values.items()}
            return self.of(language).format_map(plain)

        return Text(fill("de"), fill("en"))


NOTHING = Text("", "")
