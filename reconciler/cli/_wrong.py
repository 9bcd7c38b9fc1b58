"""Wrong usage in words, with the nearest right one."""

from collections.abc import Iterable

from reconciler.errors import UsageProblem
from reconciler.model.text import NOTHING, Text


def wrong(de: str, en: str) -> UsageProblem:
    """Wrong usage, in two languages."""
    return UsageProblem(de, en)


def near(word: str, known: Iterable[str]) -> Text:
    """A half sentence with the nearest of the known words, or nothing."""
    from difflib import get_close_matches

    spelt = {name.casefold(): name for name in known}
    for found in get_close_matches(word[:64].casefold(), spelt, 1, 0.5):
        return Text(f" Gemeint ist wohl {spelt[found]}.", f" Perhaps {spelt[found]} was meant.")
    return NOTHING


def one_of(name: str, value: str, *known: str) -> str:
    """The value, if it is empty or one of the known.

    Raises:
        UsageProblem: else.
    """
    if value and value not in known:
        choice, hint = ", ".join(known), near(value, known)
        raise wrong(f"{name} {value}: bekannt sind {choice}.{hint.de}", f"{name} {value}: known are {choice}.{hint.en}")
    return value
