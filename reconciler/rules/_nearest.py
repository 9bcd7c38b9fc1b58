"""What was probably meant, as advice."""

from collections.abc import Iterable

from reconciler.model.nearest import Names, nearest
from reconciler.model.text import Text


def meant(word: str, known: Names | Iterable[str]) -> Text | None:
    """The advice to write the closest known name; None (the rule's own advice) if none is close."""
    return advice(known.nearest(word) if isinstance(known, Names) else nearest(word, known))


def advice(close: str) -> Text | None:
    """The advice to write this name; None if there is none."""
    return (
        Text(f"Gemeint ist wohl „{close}“: so schreiben.", f"Probably “{close}” is meant: write that.")
        if close
        else None
    )
