"""The books in a database: SQLAlchemy Core on SQLite. The one door to SQLAlchemy."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy import Column, Connection, Float, Index, Integer, String, Table, delete, insert, select
from sqlalchemy.exc import DBAPIError, InterfaceError, ProgrammingError

from reconciler.errors import AnswerLost
from reconciler.model.address import Address
from reconciler.model.kind import Kind
from reconciler.model.order import Order
from reconciler.model.position import Position
from reconciler.model.references import Claim
from reconciler.model.resource import Life, Resource
from reconciler.portal.books import sqlite
from reconciler.portal.books.protocol import Lease, Meta
from reconciler.portal.books.rows import (
    Unreadable,
    as_iso,
    as_json,
    as_lease,
    as_meta,
    as_position,
    as_resource,
    position_row,
)

SCHEMA = "3"
"""The version of the tables; a file with another one is refused."""

_tables = sql.MetaData()
_meta = Table("meta", _tables, Column("key", String, primary_key=True), Column("value", String, nullable=False))
_resources = Table(
    "resources", _tables,
    Column("kind", String, primary_key=True), Column("name", String, primary_key=True),
    Column("body", String, nullable=False), Column("state", String, nullable=False),
    Column("began", String), Column("booked", String, nullable=False),
)
_claims = Table(
    "claims", _tables,
    Column("scope", String, nullable=False), Column("value", String, nullable=False),
    Column("kind", String, nullable=False), Column("name", String, nullable=False),
    Column("path", String, nullable=False),
    Index("claims_once", "scope", "value", "kind", "name", unique=True),
    Index("claims_of", "kind", "name"),
)
_positions = Table(
    "positions", _tables,
    Column("ref", String, primary_key=True),
    Column("kind", String, nullable=False), Column("name", String, nullable=False),
    Column("verb", String, nullable=False), Column("item", String, nullable=False),
    Column("body", String, nullable=False), Column("activation_date", String),
    Column("state", String, nullable=False), Column("ours", Integer, nullable=False),
    Column("revision", Integer, nullable=False), Column("queued_on", String), Column("ordered_on", String),
    Column("rule", String, nullable=False), Column("reason", String, nullable=False),
    Index("positions_of", "kind", "name"), Index("positions_in", "state"),
)
_requests = Table(
    "requests", _tables,
    Column("ref", String, primary_key=True), Column("verb", String, nullable=False),
    Column("kind", String, nullable=False), Column("name", String, nullable=False),
    Column("digest", String, nullable=False), Column("token", Integer, nullable=False),
    Column("day", String, nullable=False),
)
_lives = Table(
    "lives", _tables,
    Column("kind", String, primary_key=True), Column("name", String, primary_key=True),
    Column("count", Integer, nullable=False),
)
_lease = Table(
    "lease", _tables,
    Column("token", Integer, primary_key=True, autoincrement=False), Column("holder", String, nullable=False),
    Column("expires", Float, nullable=False),
)


class SqlBooks:
    """The books behind one connection with an open transaction."""

    def __init__(self, connection: Connection, kinds: Mapping[str, Kind]) -> None:
        self.connection = connection
        self._run = connection.execute
        self._kinds = kinds

    def meta(self) -> Meta | None:
        """See Books."""
        kept = {row.key: row.value for row in self._run(select(_meta))}
        return as_meta(kept) if "company" in kept else None

    def set_meta(self, meta: Meta) -> None:
        """See Books."""
        keys = Meta._fields
        self._run(delete(_meta).where(_meta.c.key.in_(keys)))
        self._run(insert(_meta), [{"key": key, "value": str(getattr(meta, key))} for key in keys])

    def resource(self, address: Address) -> Resource | None:
        """See Books."""
        row = self._run(select(_resources).where(*_at(_resources, address))).first()
        return self._resource(row) if row else None

    def resources(self, kinds: Collection[str] | None) -> tuple[Resource, ...]:
        """See Books."""
        wanted = select(_resources)
        rows = self._run(wanted if kinds is None else wanted.where(_resources.c.kind.in_(sorted(kinds))))
        return tuple(map(self._resource, rows))

    def counts(self) -> Mapping[str, int]:
        """See Books."""
        kind = _resources.c.kind
        return {row[0]: row[1] for row in self._run(select(kind, sql.func.count()).group_by(kind).order_by(kind))}

    def put(self, resources: Iterable[Resource]) -> None:
        """See Books."""
        rows = [self._row(resource) for resource in resources]
        if rows:
            self._run(_dropping(_resources), [{"k": row["kind"], "n": row["name"]} for row in rows])
            self._run(insert(_resources), rows)

    def drop(self, address: Address) -> None:
        """See Books."""
        self._run(delete(_resources).where(*_at(_resources, address)))

    def holders(self, claim: Claim) -> tuple[Address, ...]:
        """See Books."""
        c = _claims.c
        rows = select(c.kind, c.name).where(c.scope == claim.scope, c.value == claim.value)
        return tuple(Address(*row) for row in self._run(rows.order_by(c.kind, c.name)))

    def claim(self, claims: Mapping[Address, Iterable[Claim]]) -> None:
        """See Books."""
        if claims:
            self._run(_dropping(_claims), [{"k": a.kind, "n": a.name} for a in claims])
        rows = [{"kind": a.kind, "name": a.name, **claim._asdict()} for a, held in claims.items() for claim in held]
        if rows:
            self._run(insert(_claims), rows)

    def position(self, ref: str) -> Position | None:
        """See Books."""
        row = self._run(select(_positions).where(_positions.c.ref == ref)).first()
        return as_position(row) if row else None

    def positions(self, states: Collection[str], address: Address | None = None) -> tuple[Position, ...]:
        """See Books."""
        wanted = select(_positions).where(_positions.c.state.in_(sorted(states)))
        if address is not None:
            wanted = wanted.where(*_at(_positions, address))
        return tuple(sorted(map(as_position, self._run(wanted)), key=lambda p: p.ref))

    def set_position(self, position: Position) -> None:
        """See Books."""
        self._run(delete(_positions).where(_positions.c.ref == position.ref))
        self._run(insert(_positions), [position_row(position)])

    def sent(self, ref: str) -> str | None:
        """See Books."""
        row = self._run(select(_requests.c.digest).where(_requests.c.ref == ref)).first()
        return row.digest if row else None

    def remember(self, order: Order, token: int, day: date) -> None:
        """See Books."""
        row = {"ref": order.ref, "verb": order.verb, **order.address._asdict(), "digest": order.digest,
               "token": token, "day": day.isoformat()}
        self._run(insert(_requests), [row])

    def lives(self) -> Mapping[Address, int]:
        """See Books."""
        return {Address(kind, name): count for kind, name, count in self._run(select(_lives))}

    def count_life(self, address: Address) -> None:
        """See Books."""
        more = sql.update(_lives).where(*_at(_lives, address)).values(count=_lives.c.count + 1)
        if not self._run(more).rowcount:
            self._run(insert(_lives), [{**address._asdict(), "count": 1}])

    def lease(self) -> Lease:
        """See Books."""
        row = self._run(select(_lease.c.holder, _lease.c.token, _lease.c.expires)).first()
        return as_lease(row) if row else Lease()

    def set_lease(self, lease: Lease) -> None:
        """See Books."""
        self._run(delete(_lease))
        self._run(insert(_lease), [lease._asdict()])

    def _resource(self, row: Any) -> Resource:
        return as_resource(row, self._kinds)

    def _row(self, resource: Resource) -> dict[str, Any]:
        life = resource.life or Life()
        body = self._kinds[resource.address.kind].plain(resource.body)
        return {**resource.address._asdict(), "body": as_json(body), "state": life.state, "began": as_iso(life.began),
                "booked": as_json({item: day.isoformat() for item, day in life.booked.items()})}


class SqlStore:
    """A database with the portal's tables, in one file."""

    def __init__(self, path: Path, kinds: Mapping[str, Kind], *, create: bool = False) -> None:
        """Open the database at ``path``; ``create`` makes the tables.

        Raises:
            ConfigProblem: if it is no portal's, or one of another version.
            Unreachable: if it cannot be opened or read now.
        """
        self._kinds = kinds
        self._path = path
        self._reader = _engine(lambda: sqlite.reading(path), sql.pool.NullPool)
        self._writer = _engine(lambda: sqlite.writing(path, create=create), sql.pool.QueuePool)
        try:
            if create:
                with self._told(), self._writer.connect() as connection:
                    _tables.create_all(connection)
                    connection.execute(insert(_meta), [{"key": "schema", "value": SCHEMA}])
                    connection.commit()
            sqlite.check_version(path, SCHEMA)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def read(self) -> Iterator[SqlBooks]:
        """See Store."""
        with self._told(), self._reader.connect() as connection:
            yield SqlBooks(connection, self._kinds)

    @contextmanager
    def write(self) -> Iterator[SqlBooks]:
        """See Store."""
        with self._told(), self._writer.connect() as connection:
            yield SqlBooks(connection.execution_options(writes=True), self._kinds)
            try:
                connection.commit()
            except DBAPIError as error:
                problem = sqlite.problem(self._path, error.orig)
                if sqlite.kind_of(error.orig) in (sqlite.LOCKED, sqlite.FULL):  # undone when the connection is closed
                    raise problem from error
                raise AnswerLost(problem.message) from error

    def close(self) -> None:
        """See Store."""
        self._reader.dispose()
        self._writer.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the database reports, in words; what is no misfortune but a mistake of ours stays one."""
        try:
            yield
        except (ProgrammingError, InterfaceError):
            raise
        except DBAPIError as error:
            raise sqlite.problem(self._path, error.orig) from error
        except Unreadable as wrong:
            raise sqlite.told(self._path, sqlite.DAMAGED, str(wrong)) from wrong


def _engine(connect: Callable[[], Any], pool: type[sql.Pool]) -> sql.Engine:
    logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())  # what fails is told as an exception, once
    engine = sql.create_engine("sqlite://", creator=connect, poolclass=pool)

    @sql.event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _at(table: Table, address: Address) -> tuple[Any, Any]:
    return table.c.kind == address.kind, table.c.name == address.name


def _dropping(table: Table) -> sql.Delete:
    return delete(table).where(table.c.kind == sql.bindparam("k"), table.c.name == sql.bindparam("n"))
