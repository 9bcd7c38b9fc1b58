"""What was probably meant: the known name that is closest to a misspelt one."""

from collections.abc import Iterable
from difflib import get_close_matches

from reconciler.model.text import Text


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name closest to ``word``, capitals aside; "" if none is close."""
    names = {name.casefold(): name for name in sorted(known)}
    return next((names[key] for key in get_close_matches(word.casefold(), names, n=1)), "")


def meant(word: str, known: Iterable[str]) -> Text | None:
    """The advice to write the closest known name; None (the rule's own advice) if none is close."""
    close = nearest(word, known)
    return (
        Text(f"Gemeint ist wohl „{close}“: so schreiben.", f"Probably “{close}” is meant: write that.")
        if close
        else None
    )
