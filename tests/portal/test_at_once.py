"""Several processes write to one portal at once, and some are killed: nothing is lost, nothing is there twice."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reconciler.errors import LeaseHeld
from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.portal.books.chain import misfit
from reconciler.portal.books.store import SqlStore
from reconciler.portal.books.url import database_at
from reconciler.portal.service import Service
from tests.databases import NAMES
from tests.engine.values import KINDS
from tests.portal.company import TODAY, settings, workplaces

REPOSITORY = Path(__file__).parents[2]
WRITERS, ROUNDS, KILLS = 3, 4, 3
SEED = 20261122
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture(params=NAMES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A portal with the small company."""
    found: str = f"sqlite:///{tmp_path / 'portal.db'}" if request.param == "sqlite" else (
        request.getfixturevalue("schemas")())
    with closing(database_at(found)) as database:
        database.make(KINDS, lambda store: Service(store, KINDS, (), time.time).load(
            "acme", "test", TODAY, [*settings(), *workplaces()]), force=False)
    return found


@pytest.fixture
def portal(url: str) -> Iterator[Service]:
    """The same portal, opened in this process."""
    with closing(Service(SqlStore(database_at(url), KINDS), KINDS, (), time.time)) as found:
        yield found


@pytest.fixture
def writer(url: str) -> Start:
    """What starts a process that writes to it."""

    def start(name: object, rounds: int = ROUNDS) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.portal.writer", url, str(name), str(rounds)]
        return subprocess.Popen(command, cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    return start


def groups(portal: Service) -> set[str]:
    """The groups that writers made."""
    return {r.address.name for r in portal.observe(["group"]).state if r.address.name not in ("bonn", "koeln")}


def audited(portal: Service) -> int:
    """How many changes the audit tells, one after the other, whoever made them."""
    meta, rows = portal.audit()
    assert misfit(rows, meta) is None
    return len(rows) - 1


def test_nothing_is_lost_and_nothing_is_doubled(portal: Service, writer: Start) -> None:
    """Each token was given once, each order took effect once, whoever sent it; the revision counted every one."""
    before = int(portal.observe().revision)
    found = []
    for process in [writer(n) for n in range(WRITERS)]:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        found.append(json.loads(out))
    tokens = sorted(token for tokens, _, _ in found for token in tokens)
    assert tokens == list(range(1, len(tokens) + 1))
    assert sum(refused for _, refused, _ in found) >= WRITERS
    names = {f"g{who}-{n}" for who in (*range(WRITERS), "all") for n in range(ROUNDS)}
    assert groups(portal) == names
    positions = portal.positions()
    assert sorted((p.ref, p.state) for p in positions) == [(f"{n}-end", "ordered") for n in range(WRITERS)]
    done = sum(done for _, _, done in found)
    assert done == len(names) + 2 * WRITERS
    assert int(portal.observe().revision) == before + done
    assert audited(portal) == done
    with pytest.raises(LeaseHeld, match="no longer valid"):
        portal.execute(Order("late", "direct", "create", Address("group", "late"), body={}), tokens[-1] - 1)
    assert portal.find("late") is None


def test_a_writer_that_is_killed_leaves_the_books_whole(portal: Service, writer: Start) -> None:
    """SIGKILL at any moment: the next goes on, and what was counted is what is there."""
    before = int(portal.observe().revision)
    chance = random.Random(SEED)
    for name in range(KILLS):
        there, process = len(groups(portal)), writer(name, 500)
        while len(groups(portal)) == there and process.poll() is None:
            time.sleep(0.02)
        time.sleep(chance.uniform(0, 0.2))
        process.kill()
        process.communicate()
        assert int(portal.observe().revision) - before == len(groups(portal)) > there, f"seed {SEED}"
        assert audited(portal) == len(groups(portal))
    process = writer(1, 30)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    names = groups(portal)
    assert int(portal.observe().revision) - before == len(names) + 2  # a position was put into the cart, and bought
    assert all(portal.find(name.removeprefix("g")) for name in names)
    assert {f"g{who}-{n}" for who in (1, "all") for n in range(30)} <= names
