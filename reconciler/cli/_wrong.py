"""Wrong usage in words, with the nearest right one."""

from collections.abc import Iterable

from reconciler.errors import UsageProblem
from reconciler.model.message import Said, Value, Word, sentence
from reconciler.model.text import NOTHING


def wrong(de: str, en: str, **values: Value) -> UsageProblem:
    """Wrong usage: German, English, and the values for both."""
    return UsageProblem(sentence(de, en, **values))


def near(word: str, known: Iterable[str]) -> Said:
    """A half sentence with the nearest of the known words, or nothing."""
    from difflib import get_close_matches

    spelt = {name.casefold(): name for name in known}
    for found in get_close_matches(word[:64].casefold(), spelt, 1, 0.5):
        return sentence(" Gemeint ist wohl {word}.", " Perhaps {word} was meant.", word=Word(spelt[found]))
    return NOTHING


def one_of(name: str, value: str, *known: str) -> str:
    """The value, if it is empty or one of the known.

    Raises:
        UsageProblem: else.
    """
    if value and value not in known:
        raise wrong("{name} {value}: bekannt sind {known}.{hint}", "{name} {value}: known are {known}.{hint}",
                    name=Word(name), value=value, known=Word(", ".join(known)), hint=near(value, known))
    return value
