"""Sentences between a portal and its clients: in both languages, because the client says which one is read."""

from typing import TypedDict

from reconciler.model.message import Said
from reconciler.model.text import Text


class SaidJson(TypedDict):
    """One sentence in German and in English."""

    de: str
    en: str


def said_json(said: Said) -> SaidJson:
    """A sentence, finished, as plain values."""
    return {"de": said.de, "en": said.en}


def said_of(plain: SaidJson) -> Text:
    """The sentence that was written so."""
    return Text(plain["de"], plain["en"])
