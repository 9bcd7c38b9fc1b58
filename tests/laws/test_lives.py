"""Three hundred companies, each for ninety days with `apply` every night (many more: `make lives`)."""

from collections import Counter

import pytest

from tests.engine.ninety_days import live

LIVES = 300


@pytest.mark.parametrize("seed", range(LIVES))
def test_nightly_apply_converges(seed: int) -> None:
    """Every night nothing is double, dangling or lost; when Git is quiet the portal becomes what it says."""
    live(seed)


def test_lives_are_full() -> None:
    """Of everything that can happen in a life something happened in a few of them."""
    happened: Counter[str] = Counter()
    for seed in range(LIVES, LIVES + 8):
        happened += live(seed)
    assert set(happened) >= {"merged", "refused", "touched", "rejected", "repeated", "died", "waves", "orders"}
