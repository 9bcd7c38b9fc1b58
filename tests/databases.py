"""Databases for tests: every test that asks gets a place of its own, empty."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from shutil import disk_usage, rmtree
from tempfile import mkdtemp

import pytest
import sqlalchemy as sql

from reconciler.portal.books.database import Database
from reconciler.portal.books.file import File
from reconciler.portal.books.postgres import Postgres
from scripts.postgres import Server, programs

NAMES = ("sqlite", "postgres")
_numbers = count(1)


def _memory(folder: Path, room: int = 2 * 1024**3) -> Path | None:
    """A folder that lies in memory, if there is one with enough room."""
    return folder if os.access(folder, os.W_OK | os.X_OK) and disk_usage(folder).free > room else None


MEMORY = _memory(Path("/dev/shm"))  # noqa: S108 - tests make folders of their own in there


@pytest.fixture(scope="package")
def server() -> Iterator[Server]:
    """A PostgreSQL for as long as the tests of this process run."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL is installed")
    folder = Path(mkdtemp(prefix="reconciler-tests-", dir=MEMORY))
    running = Server(folder, found, lasting=False)
    try:
        running.start()
        yield running
    finally:
        running.stop()
        rmtree(folder)


@pytest.fixture(scope="package")
def schemas(server: Server) -> Iterator[Callable[[], str]]:
    """What gives the address of an empty schema, another one each time."""
    engine = sql.create_engine(server.url("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:

        def schema() -> str:
            name = f"s{next(_numbers)}"
            connection.exec_driver_sql(f"CREATE SCHEMA {name}")
            return server.url("postgres", name)

        yield schema
    engine.dispose()


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Database]]:
    """What gives an empty place of a sort, ``sqlite`` or ``postgres``; it is closed when the test ends."""
    given: list[Database] = []

    def empty(name: str) -> Database:
        given.append(Postgres(sql.make_url(request.getfixturevalue("schemas")())) if name == "postgres" else
                     File(tmp_path / f"portal{next(_numbers)}.db"))
        return given[-1]

    yield empty
    for database in given:
        database.close()
