"""One voice: everything that is said in a language is said by it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reconciler.model.message import Said
from reconciler.model.money import amount_text
from reconciler.model.noun import noun
from reconciler.model.text import Text


class Count(NamedTuple):
    """A sentence with ``{n}``, and perhaps other values, in singular and plural."""

    one: Text
    many: Text


def counting(one_de: str, many_de: str, one_en: str, many_en: str) -> Count:
    """A counted sentence: German for one and for many, then English."""
    return Count(Text(one_de, one_en), Text(many_de, many_en))


MORE = counting("… und {n} weiterer Eintrag", "… und {n} weitere", "… and {n} more", "… and {n} more")
AND = Text("und", "and")


@noun
class Spoken:
    """Words, counts, numbers and amounts in one language (``de`` or ``en``)."""

    language: str = "en"

    def say(self, text: Said, **values: object) -> str:
        """The sentence; where values are given, with them in their places."""
        said = text.of(self.language)
        return said.format(**values) if values else said

    def count(self, n: int, noun: Count, **values: object) -> str:
        """The sentence for ``n`` things."""
        return (noun.one if n == 1 else noun.many).of(self.language).format(n=self.number(n), **values)

    def number(self, n: int) -> str:
        """A count with the thousands marked."""
        return self._marked(f"{n:,}")

    def amount(self, amount: Decimal) -> str:
        """An amount, exact: ``1.234,50`` in German, ``1,234.50`` in English."""
        return amount_text(amount, self.language)

    def signed(self, amount: Decimal) -> str:
        """An amount that comes on top or is saved, always with its sign."""
        return f"+{self.amount(amount)}" if amount > 0 else self.amount(amount)

    def day(self, day: date) -> str:
        """A day, which is spelt alike in every language."""
        return day.isoformat()

    def together(self, names: Sequence[str]) -> str:
        """``assistant, conference-plus and magentaeins``."""
        *front, last = names
        return f"{', '.join(front)} {self.say(AND)} {last}" if front else last

    def listed(self, names: Sequence[str], whole: int) -> str:
        """These names, and how many of the ``whole`` number are left out."""
        shown, left = ", ".join(names), whole - len(names)
        return f"{shown} {self.count(left, MORE)}" if left > 0 else shown

    def _marked(self, english: str) -> str:
        return english.translate({ord(","): ".", ord("."): ","}) if self.language == "de" else english
