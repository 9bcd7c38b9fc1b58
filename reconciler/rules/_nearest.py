"""What was probably meant, as advice."""

from collections.abc import Iterable

from reconciler.model.message import Message, Word, sentence
from reconciler.model.nearest import Names, nearest


def meant(word: str, known: Names | Iterable[str]) -> Message | None:
    """The advice to write the closest known name; None (the rule's own advice) if none is close."""
    return advice(known.nearest(word) if isinstance(known, Names) else nearest(word, known))


def advice(close: str) -> Message | None:
    """The advice to write this name; None if there is none."""
    return (
        sentence("Gemeint ist wohl „{near}“: so schreiben.", "Probably “{near}” is meant: write that.",
                 near=Word(close))
        if close
        else None
    )
