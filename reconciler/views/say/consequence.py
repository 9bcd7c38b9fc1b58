"""One thing that must be known before the yes, at length or in short."""

from collections.abc import Callable
from typing import NamedTuple

from reconciler.views.spoken import Spoken


class Part(NamedTuple):
    """A day with its count, or a number range: words of ours, then what others wrote."""

    ours: str
    theirs: str = ""

    def told(self, shown: Callable[[str], str]) -> str:
        """Both on one line."""
        return " ".join(filter(None, (self.ours, shown(self.theirs) if self.theirs else "")))


class Consequence(NamedTuple):
    """A sentence with places for ``{cause}``, ``{names}`` and ``{parts}``; ``grave`` is about money or an end.

    ``brief`` is the sentence where there is room for one line only: no parts, and the number of the names for them.
    """

    sentence: str
    names: tuple[str, ...] = ()
    cause: str = ""
    grave: bool = False
    brief: str = ""
    parts: tuple[Part, ...] = ()

    def told(self, most: int, voice: Spoken, shown: Callable[[str], str] = str) -> str:
        """The sentence with at most so many names, each as ``shown`` gives it, and a count of the rest."""
        parts = voice.listed([part.told(shown) for part in self.parts[:most]], len(self.parts))
        names = voice.listed(list(map(shown, self.names[:most])), len(self.names))
        return self.sentence.format(cause=shown(self.cause), names=names, parts=parts)

    def counted(self, voice: Spoken) -> str:
        """The shortest sentence, with the number of names in place of names."""
        sentence = self.brief or self.sentence
        return sentence.format(cause=self.cause, names=voice.number(len(self.names)), parts="")
