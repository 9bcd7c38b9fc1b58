"""Plain values that several nouns have in common: days, sentences, and keys that may be absent."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, cast

from reconciler.model.message import Said
from reconciler.model.schema import Bounds, Shown
from reconciler.model.text import Text

Form = TypeVar("Form", bound=Mapping[str, Any])


def _described(description: str) -> Shown:
    return Shown(lambda text: {**text, "description": description})


Day = Annotated[str, Bounds(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
AddressText = Annotated[str, Bounds(pattern="/"), _described("kind/name")]
PlaceText = Annotated[str, Bounds(pattern=r":[0-9]+:[0-9]+$"), _described("file:line:column")]
Amount = Annotated[str, Bounds(pattern=r"^-?[0-9]{1,30}\.[0-9]{2,4}$"),
                   _described("Exact decimal text, at least two decimals.")]
Count = Annotated[int, Bounds(ge=0)]


Language = Literal["de", "en"]
Hear = Callable[[str], Text]
"""From a text back to its sentence."""


def given(plain: Form, needed: frozenset[str]) -> Form:
    """The object without those keys that are not needed and say nothing."""
    return cast("Form", {key: value for key, value in plain.items() if value or key in needed})


def day_text(day: date | None) -> str:
    """A day as text; empty where there is none."""
    return day.isoformat() if day else ""


def day_or_null(day: date | None) -> str | None:
    """A day as text, or null."""
    return day.isoformat() if day else None


def day_of(text: str | None) -> date | None:
    """The day that a text tells; None where it tells none."""
    return date.fromisoformat(text) if text else None


class Voice:
    """Says sentences in one language, and keeps what they are in the ``others``."""

    def __init__(self, language: str) -> None:
        self.other: Language = "en" if language == "de" else "de"
        self.others: dict[str, str] = {}

    def __call__(self, text: Said) -> str:
        """The sentence in its language."""
        said, other = (text.de, text.en) if self.other == "en" else (text.en, text.de)
        if said != other:
            self.others[said] = other
        return said


def hearing(texts: Mapping[Language, Mapping[str, str]]) -> Hear:
    """What understands sentences in one language, by what they are in the other, as far as that is known."""
    def hear(said: str) -> Text:
        known = {language: others.get(said, said) for language, others in texts.items()}
        return Text(known.get("de", said), known.get("en", said))

    return hear
