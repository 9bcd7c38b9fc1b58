"""A database of PostgreSQL: how it is opened, how one writes at a time, and how a portal is made in it."""

import time
from collections.abc import Mapping

import sqlalchemy as sql
from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.exc import DBAPIError, ProgrammingError

from reconciler.errors import ConfigProblem, PortalProblem, extra
from reconciler.model.kind import Kind
from reconciler.model.message import Word, sentence
from reconciler.portal.books import postgres_told, tables
from reconciler.portal.books.database import Fill, beginning, exists, told, writing
from reconciler.portal.books.lease import ended
from reconciler.portal.books.protocol import Lease
from reconciler.portal.books.store import OneTransaction, SqlBooks, create, standing
from reconciler.portal.books.tables import META, TABLES

BUSY_SECONDS = 10
"""How long is waited for another who is writing just now, and for a server to answer."""

KEY = 7_237_970_109
"""The key of the advisory lock that whoever writes holds until the end of the transaction."""

PATIENCE = {"connect_timeout": BUSY_SECONDS, "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3,
            "application_name": "reconciler", "client_encoding": "utf8"}
"""How a connection is made where the address says nothing else: nobody waits for ever for a server that is gone."""

_ALONE = """
SET LOCAL synchronous_commit = on;
SET LOCAL lock_timeout = '{wait}s';
SET LOCAL idle_in_transaction_session_timeout = '60s';
SELECT pg_advisory_xact_lock({key})
"""
"""How a transaction that writes begins. A writer whose machine is gone keeps the others out for a minute at most."""


class Postgres:
    """See Database. Its name is its address without the password and what follows a question mark."""

    def __init__(self, url: sql.URL) -> None:
        """The database at ``url``.

        Raises:
            ConfigProblem: if the driver is not installed.
        """
        self._url = url.set(drivername="postgresql+psycopg")
        bare = sql.URL.create("postgresql", url.username, None, url.host, url.port, url.database)
        self.name = bare.render_as_string()
        self.reader = self._engine(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self.writer = beginning(self._engine(isolation_level="READ COMMITTED"),
                                _ALONE.format(wait=BUSY_SECONDS, key=KEY))

    def close(self) -> None:
        """See Database."""
        self.reader.dispose()
        self.writer.dispose()

    def version(self) -> str | None:
        """See Database."""
        try:
            with told(self), self.reader.connect() as connection:
                return _version(connection)
        except (ProgrammingError, UnicodeError) as error:  # not from the server: from what reads the address
            raise postgres_told.misspelt(self.name, getattr(error, "orig", error)) from None

    def problem(self, error: BaseException) -> PortalProblem | None:
        """See Database."""
        return postgres_told.problem(self.name, error)

    def undone(self, error: BaseException) -> bool:
        """See Database."""
        return postgres_told.severity(error) == "ERROR"

    def stranger(self) -> ConfigProblem:
        """See Database."""
        return ConfigProblem(sentence(
            "In {path} ist kein Portal. `reconciler portal init --database ... --from ...` legt dort eines an.",
            "{path} holds no portal. `reconciler portal init --database ... --from ...` makes one there.",
            path=self.name))

    def check(self, *, force: bool) -> None:
        """See Database."""
        if self.version() is not None and not force:
            raise exists(self)

    def make(self, kinds: Mapping[str, Kind], fill: Fill, *, force: bool) -> None:
        """See Database. All of it is one transaction."""
        self.check(force=force)
        with writing(self) as connection:
            self._encoding(connection)
            found, books = _version(connection), SqlBooks(connection, kinds)
            if found is not None and not force:
                raise exists(self)
            lease = Lease() if found is None else ended(standing(connection), time.time())
            _clear(connection, found)
            fill(OneTransaction(connection, kinds))
            books.set_lease(lease)

    def _engine(self, **options: object) -> Engine:
        arguments = {key: value for key, value in PATIENCE.items() if key not in self._url.query}
        with extra("postgres"):
            return sql.create_engine(self._url, connect_args=arguments, pool_pre_ping=True, max_overflow=-1,
                                     execution_options=options)

    def _encoding(self, connection: Connection) -> None:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise ConfigProblem(sentence(
                "{path} hat die Kodierung {encoding}, die nicht alle Namen fasst; `createdb --encoding=UTF8 "
                "--template=template0` legt eine andere Datenbank an.",
                "{path} has the encoding {encoding}, which does not hold every name; `createdb --encoding=UTF8 "
                "--template=template0` makes another database.", path=self.name, encoding=Word(encoding)))


def _version(connection: Connection) -> str | None:
    """The version of the tables; None where there are none, or tables of others."""
    try:
        with connection.begin_nested():
            return connection.scalar(select(META.c.value).where(META.c.key == "schema"))
    except DBAPIError as error:
        if postgres_told.state(error.orig) in postgres_told.NO_TABLES:
            return None
        raise


def _clear(connection: Connection, found: str | None) -> None:
    """Empty tables of today, whatever was found there.

    Rows are deleted, and no tables, where that is possible: whoever reads at the moment goes on seeing them.
    """
    if found == tables.SCHEMA:
        for table in TABLES.sorted_tables:
            connection.execute(delete(table).where(table.c.key != "schema") if table is META else delete(table))
    else:
        if found is not None:
            TABLES.drop_all(connection)
        create(connection)
