"""Plain values that several nouns have in common: days, sentences, and keys that may be absent."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeVar, cast

from pydantic import Field

from reconciler.model.text import Text

Form = TypeVar("Form", bound=Mapping[str, Any])


Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
AddressText = Annotated[str, Field(pattern="/", description="kind/name")]
PlaceText = Annotated[str, Field(pattern=r":[0-9]+:[0-9]+$", description="file:line:column")]
Amount = Annotated[str, Field(pattern=r"^-?[0-9]{1,30}\.[0-9]{2,4}$",
                              description="Exact decimal text, at least two decimals.")]
Count = Annotated[int, Field(ge=0)]


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


def text_of(sentence: str) -> Text:
    """A sentence that was kept in one language only."""
    return Text(sentence, sentence)
