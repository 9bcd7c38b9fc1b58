"""PostgreSQL goes away, before a commit, in the middle of one and after it: who says what is told the truth."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any

import pytest
import sqlalchemy as sql

from reconciler.errors import AnswerLost, Unreachable
from reconciler.model.address import Address
from reconciler.portal.books.database import Database
from reconciler.portal.books.postgres import Postgres
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from scripts.postgres import Server
from tests.engine.values import KINDS
from tests.portal.company import Till, make_store, opened, own_rule, seen

Run = Callable[[str], sql.CursorResult[Any]]
OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'reconciler'"
SLOW = """
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {what}; RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON requests DEFERRABLE INITIALLY {when}
FOR EACH ROW EXECUTE FUNCTION slow();
"""


@pytest.fixture
def till(schemas: Callable[[], str]) -> Iterator[Till]:
    """A filled portal with its lease taken, in PostgreSQL."""
    found = opened(make_store("postgres", lambda _: Postgres(sql.make_url(schemas()))))
    yield found
    found.service.close()


@pytest.fixture
def run(till: Till) -> Iterator[Run]:
    """What runs statements there, as somebody with another program."""
    engine = sql.create_engine(database(till)._url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection.exec_driver_sql
    engine.dispose()


def database(till: Till) -> Postgres:
    """The database of a portal."""
    store = till.service._store
    assert isinstance(store, SqlStore)
    found: Database = store._database
    assert isinstance(found, Postgres)
    return found


def create(till: Till) -> str:
    """Send the same order as always."""
    till.sent = 0
    return till.send("create", "group/ulm").outcome


def test_what_was_idle_is_opened_again(till: Till, run: Run) -> None:
    """A server that was started anew between two orders is not even noticed."""
    before = seen(till)
    run(OTHERS)
    assert seen(till) == before
    run(OTHERS)
    assert create(till) == "done"


def test_before_the_commit(till: Till, run: Run) -> None:
    """Nothing was changed, and whoever asks is told just that; the next try works."""
    before = seen(till)
    store = till.service._store
    with pytest.raises(Unreachable, match="does not answer"), store.write() as books:
        books.count_life(Address("group", "bonn"))
        run(OTHERS)
        books.counts()
    assert seen(till) == before
    assert create(till) == "done"


def test_in_the_middle_of_a_commit(till: Till, run: Run) -> None:
    """Nobody claims to know; here nothing was kept, and what is sent again exists once."""
    before = seen(till)
    run(SLOW.format(what="PERFORM pg_sleep(30)", when="DEFERRED"))

    def kill() -> None:
        while not run(f"{OTHERS} AND state = 'active' AND query = 'COMMIT'").all():
            time.sleep(0.02)

    killer = Thread(target=kill)
    killer.start()
    with pytest.raises(AnswerLost, match="does not answer"):
        create(till)
    killer.join()
    run("DROP FUNCTION slow CASCADE")
    assert seen(till) == before
    assert create(till) == "done"
    assert create(till) == "already-present"


@pytest.mark.parametrize("when", ["DEFERRED", "IMMEDIATE"])
@pytest.mark.parametrize(("code", "said"), [
    ("40001", "in the way"), ("40P01", "in the way"), ("53100", "run out"), ("57014", "somebody else")])
def test_what_the_server_refuses(till: Till, run: Run, code: str, said: str, when: str) -> None:
    """An error that ends the transaction, at a statement or at the commit: nothing was changed, for certain."""
    before = seen(till)
    run(SLOW.format(what=f"RAISE EXCEPTION 'made up' USING ERRCODE = '{code}'", when=when))
    with pytest.raises(Unreachable, match=said):
        create(till)
    run("DROP FUNCTION slow CASCADE")
    assert seen(till) == before
    assert create(till) == "done"


def test_after_the_commit(till: Till, server: Server) -> None:
    """The answer is lost and the order took effect: nobody claims to know, and what is sent again exists once."""
    with TemporaryDirectory(prefix="reconciler-") as folder, Leaky(Path(folder), server.socket):
        url = database(till)._url.update_query_dict({"host": folder})
        with closing(Service(SqlStore(Postgres(url), KINDS), KINDS, (own_rule(),), lambda: 1000.0)) as portal:
            other = Till(portal, [], till.token)
            Leaky.leaks = True
            with pytest.raises(AnswerLost):
                create(other)
            Leaky.leaks = False
            assert portal.find("r0001")
            assert create(other) == "already-present"


def test_a_reader_sees_one_moment(till: Till) -> None:
    """What is written in the meantime is not seen, also in a table that was not looked at yet."""
    store = till.service._store
    with store.read() as books:
        meta = books.meta()
        assert create(till) == "done"
        assert books.meta() == meta
        assert books.sent("r0001") is None
    with store.read() as books:
        assert books.sent("r0001")


class Leaky:
    """Stands between a client and the server; while it ``leaks``, it lets a COMMIT pass and its answer not.

    The client is cut off when the answer is there: then the order has taken effect, however busy the machine is.
    """

    leaks = False

    def __init__(self, folder: Path, server: Path) -> None:
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(folder / ".s.PGSQL.5432"))
        self._listening.listen()
        self._server = server / ".s.PGSQL.5432"

    def __enter__(self) -> None:
        Thread(target=self._accept, daemon=True).start()

    def __exit__(self, *_: object) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as server:
            server.connect(str(self._server))
            lost = Event()
            Thread(target=self._back, args=(server, client, lost), daemon=True).start()
            while words := client.recv(65536):
                if self.leaks and b"COMMIT\0" in words:
                    lost.set()
                server.sendall(words)
            server.shutdown(socket.SHUT_WR)

    def _back(self, server: socket.socket, client: socket.socket, lost: Event) -> None:
        with suppress(OSError):
            while (words := server.recv(65536)) and not lost.is_set():
                client.sendall(words)
            client.shutdown(socket.SHUT_WR)
