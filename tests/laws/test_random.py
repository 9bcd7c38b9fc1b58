"""Random companies that become other random companies, half of them by way of a third wish."""

from random import Random

import pytest

from reconciler.model.order import Outcome
from tests.engine.companies import company
from tests.engine.documents import read
from tests.engine.engine import Play, buy, content, portal_of
from tests.engine.pairs import assert_safe, assert_there

COMPANIES = 60


def converges(seed: int) -> None:
    """From one random company to another; odd seeds leave a cart, or orders, of a third in between."""
    print(f"python -c 'from tests.laws.test_random import converges; converges({seed})'")  # noqa: T201
    rng = Random(seed)
    first, between, last = (read(company(rng)) for _ in range(3))
    play, rounds = Play(portal := portal_of(content(first)), last), []
    if seed % 2:
        rounds.append(Play(portal, between).apply())
    if seed % 4 == 1:
        buy(portal)
    rounds += play.converge(twice=True).rounds
    assert_there(play, content(last))
    assert_safe(rounds)
    for found in play.rounds:
        assert {r.outcome for r in found.again} <= {Outcome.ALREADY_PRESENT}
        assert found.fresh
        assert not found.fresh.plan.due


@pytest.mark.parametrize("seed", range(COMPANIES))
def test_random_companies(seed: int) -> None:
    """They converge, the same plan again does nothing, and every order on the way is safe."""
    converges(seed)

