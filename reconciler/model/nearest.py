"""Addresses and keys that were probably meant: of many known names the one that is closest to a misspelt one.

Comparing with every name would take minutes where thousands of names are misspelt. Few names are compared
all; of many only those that share the rarest pairs of letters with the word.
"""

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

FEW = 50
"""So many names are all compared."""

VISITS = 2_000
"""So many places of pairs are looked at for one word."""

MOST_WORDS = 1_000
"""After so many different words nothing is proposed any more: nobody reads that many proposals."""

LONGEST = 100
"""Characters of a word or name that count."""


class Names:
    """Known names, ready to be searched; capitals do not matter."""

    def __init__(self, known: Iterable[str], closeness: float = 0.6) -> None:
        self._known = frozenset(known)
        self._names = {name[:LONGEST].casefold(): name for name in sorted(self._known, reverse=True)}
        self._closeness = closeness
        self._holders: dict[str, list[str]] = {}
        self._found: dict[str, str] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def nearest(self, word: str) -> str:
        """The known name closest to ``word``; "" if none is close."""
        short = word[:LONGEST].casefold()
        if short not in self._found:
            if len(self._found) >= MOST_WORDS:
                return ""
            close = get_close_matches(short, self._candidates(short), 1, self._closeness)
            self._found[short] = self._names[close[0]] if close else ""
        return self._found[short]

    def _candidates(self, word: str) -> list[str]:
        if len(self._names) <= FEW:
            return [*self._names]
        if not self._holders:
            for name in self._names:
                for pair in _pairs(name):
                    self._holders.setdefault(pair, []).append(name)
        shared: Counter[str] = Counter()
        visits = 0
        for pair in sorted(_pairs(word), key=lambda p: (len(self._holders.get(p, ())), p)):
            holders = self._holders.get(pair, ())[: VISITS - visits]
            shared.update(holders)
            visits += len(holders)
        return sorted(shared, key=lambda name: (-shared[name], name))[:FEW]


@lru_cache(maxsize=16)
def names(known: frozenset[str]) -> Names:
    """The same names again are searched in the same place."""
    return Names(known)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name closest to ``word``; "" if none is close. For few names; many are kept as ``Names``."""
    return names(frozenset(known)).nearest(word)


def _pairs(name: str) -> set[str]:
    """Each two letters that stand beside each other, its ends included."""
    framed = f"\n{name}\n"
    return {framed[n : n + 2] for n in range(len(framed) - 1)}
