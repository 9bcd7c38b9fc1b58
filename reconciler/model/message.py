"""Sentences of a report, each with its values apart until a view speaks it.

So a view knows which part of a sentence is whose: it can put a pseudonym where a person stands.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.money import amount_text
from reconciler.model.place import Place
from reconciler.model.text import Text

MOST_NAMED = 5
"""So many of several names stand in one sentence."""


class Word(str):
    """A word about nobody: of the product, of a catalogue, or of this tool. Any other ``str`` may be somebody's."""

    __slots__ = ()


class Name(NamedTuple):
    """What has this address, called by its name alone."""

    address: Address


class Quote(NamedTuple):
    """What somebody else says, inside a sentence of ours: without its full stop."""

    said: "Said"


class Joined(NamedTuple):
    """Several values, one after the other."""

    parts: "tuple[Value, ...]"
    between: str = ", "


@dataclass(frozen=True, slots=True, eq=False)
class Message:
    """A sentence in German and English, and a value for each ``{name}`` in it.

    Equal is what says the same, as with the finished sentence that a plan file holds.
    """

    text: Text
    values: "Mapping[str, Value]" = field(default_factory=dict)

    def of(self, language: str) -> str:
        """The finished sentence in one language (``de`` or ``en``)."""
        return self.text.of(language).format_map({name: spoken(v, language) for name, v in self.values.items()})

    @property
    def de(self) -> str:
        """The finished sentence in German."""
        return self.of("de")

    @property
    def en(self) -> str:
        """The finished sentence in English."""
        return self.of("en")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text | Message) and (self.de, self.en) == (other.de, other.en)

    def __hash__(self) -> int:
        return hash((self.de, self.en))


Said = Text | Message
"""What people are told: words that hold nobody's values (or are finished already), or a sentence with its values."""

Say = Callable[[Said], str]
"""What says a sentence in the one language that it is bound to."""

Value = Text | Message | Address | Place | Name | Quote | Joined | date | Decimal | int | str
"""What may stand in a sentence. A ``Text`` is fixed words there, and a ``str`` that is no ``Word`` may be anybody's."""


def sentence(de: str, en: str, **values: Value) -> Message:
    """A message: German, English, and the values for both."""
    return Message(Text(de, en), values)


def some(names: Sequence[Value], between: str = ", ") -> Value:
    """The first few names, and how many more there are."""
    if len(names) <= MOST_NAMED:
        return Joined(tuple(names), between)
    first = Joined(tuple(names[:MOST_NAMED - 1]), between)
    return sentence("{names} und {n} weitere", "{names} and {n} more", names=first, n=len(names) - MOST_NAMED + 1)


def spoken(value: Value, language: str) -> str:
    """A value as it stands in a sentence."""
    if isinstance(value, Text | Message):
        return value.of(language)
    if isinstance(value, Name):
        return value.address.name
    if isinstance(value, Quote):
        return value.said.of(language).rstrip(".")
    if isinstance(value, Joined):
        return value.between.join(spoken(part, language) for part in value.parts)
    if isinstance(value, Decimal):
        return amount_text(value, language)
    return str(value)
