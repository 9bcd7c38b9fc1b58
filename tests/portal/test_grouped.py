"""Writers who wait for each other share one commit: all of it is kept or none, and each is told the truth."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from threading import Event
from typing import Any

import pytest

from reconciler.errors import AnswerLost, PortalProblem, Unreachable
from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.portal.books.chain import misfit
from reconciler.portal.books.database import Database
from reconciler.portal.books.grouped import MOST, Grouped
from reconciler.portal.books.store import SqlBooks, SqlStore
from reconciler.portal.service import Service
from tests.databases import NAMES
from tests.engine.values import KINDS
from tests.portal.company import TODAY, settings, workplaces

SEATS = [address for address in (r.address for r in workplaces()) if address.kind == "workplace"]


class Counted(SqlStore):
    """A store that counts its commits; while ``lost`` each of them fails."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(database, KINDS)
        self.commits, self.lost = 0, False
        dialect = database.writer.dialect
        commit = dialect.do_commit

        def counted(connection: Any) -> None:
            self.commits += 1
            if self.lost:
                raise dialect.loaded_dbapi.OperationalError("cut")
            commit(connection)

        monkeypatch.setattr(dialect, "do_commit", counted)


@pytest.fixture(params=NAMES)
def store(
    request: pytest.FixtureRequest, place: Callable[[str], Database], monkeypatch: pytest.MonkeyPatch
) -> Counted:
    """The small company."""
    database = place(request.param)
    database.make(KINDS, lambda held: Service(held, KINDS, (), time.time).load(
        "acme", "test", TODAY, [*settings(), *workplaces()]), force=False)
    return Counted(database, monkeypatch)


@pytest.fixture
def portal(store: Counted) -> Service:
    """The portal over it, with one commit for whoever waits."""
    shared = Grouped(store)
    service = Service(shared, KINDS, (), time.time)
    shared.undone = service.forget
    return service


def order(number: int, zone: str = "Europe/Vienna") -> Order:
    """One that takes effect at once."""
    return Order(f"o{number}", "direct", "update", SEATS[number % len(SEATS)], body={"timeZone": zone})


class Crowd:
    """Writers who all begin while one holds the books."""

    def __init__(self, portal: Service, store: Counted) -> None:
        self.portal, self._store = portal, store
        self.token = portal.acquire("crowd")

    def write(self, *calls: Callable[[], Receipt]) -> list["Future[Receipt]"]:
        """What each came to; they wait until the last is there."""
        grouped, inside, go = self.portal._store, Event(), Event()
        assert isinstance(grouped, Grouped)

        def first() -> None:
            with grouped.write():
                inside.set()
                assert go.wait(20)

        with ThreadPoolExecutor(len(calls) + 1) as pool:
            holding = pool.submit(first)
            assert inside.wait(20), holding.exception()
            found = [pool.submit(call) for call in calls]
            until = time.monotonic() + 20
            while grouped._waiting < len(calls) and time.monotonic() < until:
                time.sleep(0.001)
            self._store.commits = 0
            go.set()
        if holding.exception() and not isinstance(holding.exception(), PortalProblem):
            raise AssertionError from holding.exception()
        return found


@pytest.fixture
def crowd(portal: Service, store: Counted) -> Crowd:
    """So many at once."""
    return Crowd(portal, store)


def test_a_crowd_shares_commits(crowd: Crowd, store: Counted) -> None:
    """Forty orders are kept by two commits, each once, with an audit without a gap."""
    found = crowd.write(*(lambda n=n: crowd.portal.execute(order(n), crowd.token) for n in range(40)))
    assert {f.result().outcome for f in found} == {Outcome.DONE}
    assert store.commits <= 40 // MOST + 1
    with store.read() as books:
        assert all(books.sent(f"o{n}") is not None for n in range(40))
    meta, rows = crowd.portal.audit()
    assert misfit(rows, meta) is None


def test_who_is_refused_takes_nothing_of_others_back(crowd: Crowd, store: Counted) -> None:
    """A refusal, a lost lease and an error inside undo what is theirs alone."""
    def wrong() -> Receipt:
        with crowd.portal._store.write() as books:
            books.remember(order(99), crowd.token, TODAY)
            raise ArithmeticError

    gone = Order("o50", "direct", "update", Address("workplace", "nobody"), body={"timeZone": "Europe/Vienna"})
    found = crowd.write(lambda: crowd.portal.execute(order(1), crowd.token), wrong,
                        lambda: crowd.portal.execute(gone, crowd.token),
                        lambda: crowd.portal.execute(order(2), crowd.token - 1),
                        lambda: crowd.portal.execute(order(3), crowd.token))
    said = [type(f.exception()).__name__ if f.exception() else f.result().outcome.value for f in found]
    assert said == ["done", "ArithmeticError", "rejected", "LeaseHeld", "done"]
    with store.read() as books:
        assert [books.sent(f"o{n}") is not None for n in (1, 99, 50, 2, 3)] == [True, False, False, False, True]


def test_a_commit_that_fails_is_told_to_all(crowd: Crowd, store: Counted) -> None:
    """Nothing is kept, nobody was told otherwise, and the same again takes effect."""
    store.lost = True
    calls = [lambda n=n: crowd.portal.execute(order(n), crowd.token) for n in range(5)]
    found = crowd.write(*calls)
    assert {type(f.exception()) for f in found} <= {AnswerLost, Unreachable}
    store.lost = False
    with store.read() as books:
        assert [n for n in range(5) if books.sent(f"o{n}") is not None] == []
    assert {f.result().outcome for f in crowd.write(*calls)} == {Outcome.DONE}


def test_a_failure_of_the_database_undoes_all_who_shared(crowd: Crowd, store: Counted) -> None:
    """It may have undone more than it says: so nobody is told that his is kept."""
    def broken() -> Receipt:
        with crowd.portal._store.write() as books:
            assert isinstance(books, SqlBooks)
            books.connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")
        raise AssertionError

    calls = [lambda n=n: crowd.portal.execute(order(n), crowd.token) for n in range(3)]
    found = crowd.write(*calls, broken, lambda: crowd.portal.execute(order(7), crowd.token))
    kept = [f.exception() is None for f in found]
    with store.read() as books:
        assert [books.sent(f"o{n}") is not None for n in (0, 1, 2, 7)] == [*kept[:3], kept[4]]
    assert kept[3] is False


def test_what_was_seen_of_a_lost_transaction_is_forgotten(crowd: Crowd, store: Counted) -> None:
    """A profile that was not kept is not there for whoever comes after, although somebody else got its count."""
    def profile(ref: str, name: str) -> Order:
        return Order(ref, "direct", "create", Address("blockingprofile", name), body={"outgoing": ["+49900"]})

    def assigned(ref: str, name: str) -> Order:
        return Order(ref, "direct", "update", SEATS[0], body={"blockingProfile": name})

    store.lost = True
    crowd.write(lambda: crowd.portal.execute(profile("p", "neu"), crowd.token),
                *(lambda n=n: crowd.portal.execute(order(n), crowd.token) for n in range(3)))
    store.lost = False
    elsewhere = Service(store, KINDS, (), time.time)
    assert elsewhere.execute(profile("q", "anders"), crowd.token).outcome is Outcome.DONE
    assert crowd.portal.execute(assigned("s", "neu"), crowd.token).rule == "BLOCK-1"
    assert crowd.portal.execute(assigned("t", "anders"), crowd.token).outcome is Outcome.DONE


@pytest.fixture(autouse=True)
def closed(portal: Service) -> Iterator[None]:
    """Let go of at the end."""
    with closing(portal):
        yield
