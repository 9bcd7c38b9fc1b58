"""A hundred and sixty companies, each for ninety days with `apply` every night (many more: `make lives`).

One class is one piece of work: several processes share the seeds.
"""

from collections import Counter

import pytest

from tests.engine.ninety_days import live

LIVES, PIECES = 160, 8
FULL = range(LIVES, LIVES + 8)


class Piece:
    """So many lives; ``first`` is the first of their seeds."""

    first = 0

    @pytest.mark.parametrize("number", range(LIVES // PIECES))
    def test_nightly_apply_converges(self, number: int) -> None:
        """Every night nothing is double, dangling or lost; when Git is quiet the portal becomes what it says."""
        live(self.first + number)


for _first in range(0, LIVES, LIVES // PIECES):
    globals()[f"TestFrom{_first}"] = type(f"TestFrom{_first}", (Piece,), {"first": _first})


class TestAllThatCanHappen:
    """Whether lives are full of events."""

    def test_lives_are_full(self) -> None:
        """Of everything that can happen in a life something happened in a few of them."""
        happened: Counter[str] = Counter()
        for seed in FULL:
            happened += live(seed)
        assert set(happened) >= {"merged", "refused", "touched", "rejected", "repeated", "died", "waves", "orders"}
