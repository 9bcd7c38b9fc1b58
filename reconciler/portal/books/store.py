"""The books in a database, whichever it is: SQLAlchemy Core on the tables of ``tables``."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

import sqlalchemy as sql
from sqlalchemy import Connection, Table, delete, insert, select

from reconciler.model.address import Address
from reconciler.model.audit import AuditRow
from reconciler.model.kind import Kind
from reconciler.model.order import Order
from reconciler.model.position import Position
from reconciler.model.references import Claim
from reconciler.model.resource import Life, Resource
from reconciler.portal.books import tables
from reconciler.portal.books.chain import chained
from reconciler.portal.books.database import Database, check_version, told, writing
from reconciler.portal.books.protocol import Author, Deed, Lease, Meta
from reconciler.portal.books.rows import (
    as_audit_row,
    as_iso,
    as_json,
    as_lease,
    as_meta,
    as_position,
    as_resource,
    position_row,
)
from reconciler.portal.books.tables import (
    AUDIT,
    CLAIMS,
    LEASE,
    LIVES,
    META,
    POSITIONS,
    REQUESTS,
    RESOURCES,
    TABLES,
)


class SqlBooks:
    """The books behind one connection with an open transaction."""

    def __init__(self, connection: Connection, kinds: Mapping[str, Kind]) -> None:
        self.connection = connection
        self._run = connection.execute
        self._kinds = kinds

    def meta(self) -> Meta | None:
        """See Books."""
        kept = {row.key: row.value for row in self._run(select(META))}
        return as_meta(kept) if "company" in kept else None

    def set_meta(self, meta: Meta) -> None:
        """See Books."""
        keys = Meta._fields
        self._run(delete(META).where(META.c.key.in_(keys)))
        self._run(insert(META), [{"key": key, "value": str(getattr(meta, key))} for key in keys])

    def resource(self, address: Address) -> Resource | None:
        """See Books."""
        row = self._run(select(RESOURCES).where(*_at(RESOURCES, address))).first()
        return self._resource(row) if row else None

    def resources(self, kinds: Collection[str] | None) -> tuple[Resource, ...]:
        """See Books."""
        wanted = select(RESOURCES)
        rows = self._run(wanted if kinds is None else wanted.where(RESOURCES.c.kind.in_(sorted(kinds))))
        return tuple(map(self._resource, rows))

    def counts(self) -> Mapping[str, int]:
        """See Books."""
        kind = RESOURCES.c.kind
        return {row[0]: row[1] for row in self._run(select(kind, sql.func.count()).group_by(kind).order_by(kind))}

    def put(self, resources: Iterable[Resource]) -> None:
        """See Books."""
        rows = [self._row(resource) for resource in resources]
        if rows:
            self._run(_dropping(RESOURCES), [{"k": row["kind"], "n": row["name"]} for row in rows])
            self._run(insert(RESOURCES), rows)

    def drop(self, address: Address) -> None:
        """See Books."""
        self._run(delete(RESOURCES).where(*_at(RESOURCES, address)))

    def holders(self, claim: Claim) -> tuple[Address, ...]:
        """See Books."""
        c = CLAIMS.c
        rows = select(c.kind, c.name).where(c.scope == claim.scope, c.value == claim.value)
        return tuple(sorted(Address(*row) for row in self._run(rows)))

    def claim(self, claims: Mapping[Address, Iterable[Claim]]) -> None:
        """See Books."""
        if claims:
            self._run(_dropping(CLAIMS), [{"k": a.kind, "n": a.name} for a in claims])
        rows = [{"kind": a.kind, "name": a.name, **claim._asdict()} for a, held in claims.items() for claim in held]
        if rows:
            self._run(insert(CLAIMS), rows)

    def position(self, ref: str) -> Position | None:
        """See Books."""
        row = self._run(select(POSITIONS).where(POSITIONS.c.ref == ref)).first() if _can_be_kept(ref) else None
        return as_position(row) if row else None

    def positions(self, states: Collection[str], address: Address | None = None) -> tuple[Position, ...]:
        """See Books."""
        wanted = select(POSITIONS).where(POSITIONS.c.state.in_(sorted(states)))
        if address is not None:
            wanted = wanted.where(*_at(POSITIONS, address))
        return tuple(sorted(map(as_position, self._run(wanted)), key=lambda p: p.ref))

    def set_position(self, position: Position) -> None:
        """See Books."""
        self._run(delete(POSITIONS).where(POSITIONS.c.ref == position.ref))
        self._run(insert(POSITIONS), [position_row(position)])

    def sent(self, ref: str) -> str | None:
        """See Books."""
        row = self._run(select(REQUESTS.c.digest).where(REQUESTS.c.ref == ref)).first() if _can_be_kept(ref) else None
        return row.digest if row else None

    def remember(self, order: Order, token: int, day: date) -> None:
        """See Books."""
        row = {"ref": order.ref, "verb": order.verb, **order.address._asdict(), "digest": order.digest,
               "token": token, "day": day.isoformat()}
        self._run(insert(REQUESTS), [row])

    def lives(self) -> Mapping[Address, int]:
        """See Books."""
        return {Address(kind, name): count for kind, name, count in self._run(select(LIVES))}

    def count_life(self, address: Address) -> None:
        """See Books."""
        more = sql.update(LIVES).where(*_at(LIVES, address)).values(count=LIVES.c.count + 1)
        if not self._run(more).rowcount:
            self._run(insert(LIVES), [{**address._asdict(), "count": 1}])

    def lease(self) -> Lease:
        """See Books."""
        row = self._run(select(LEASE)).first()
        return as_lease((row.holder, row.token, row.expires, row.plan)) if row else Lease()

    def set_lease(self, lease: Lease) -> None:
        """See Books."""
        self._run(delete(LEASE))
        self._run(insert(LEASE), [lease._asdict()])

    def record(self, deeds: Iterable[Deed], meta: Meta, author: Author, now: float) -> Meta:
        """See Books."""
        rows = chained(deeds, meta, author, now)
        self._run(insert(AUDIT), [row._asdict() for row in rows])
        return meta._replace(audited=rows[-1].number, head=rows[-1].hash)

    def audit(self) -> tuple[AuditRow, ...]:
        """See Books."""
        return tuple(map(as_audit_row, self._run(select(AUDIT).order_by(AUDIT.c.number))))

    def _resource(self, row: Any) -> Resource:
        return as_resource(row, self._kinds)

    def _row(self, resource: Resource) -> dict[str, Any]:
        life = resource.life or Life()
        body = self._kinds[resource.address.kind].plain(resource.body)
        return {**resource.address._asdict(), "body": as_json(body), "state": life.state, "began": as_iso(life.began),
                "booked": as_json({item: day.isoformat() for item, day in life.booked.items()})}


class SqlStore:
    """A database with the portal's tables."""

    def __init__(self, database: Database, kinds: Mapping[str, Kind]) -> None:
        """Open it.

        Raises:
            ConfigProblem: if no portal is there, or one of another version.
            Unreachable: if it cannot be opened or read now.
        """
        self._database = database
        self._kinds = kinds
        try:
            check_version(database)
        except BaseException:
            database.close()
            raise

    @contextmanager
    def read(self) -> Iterator[SqlBooks]:
        """See Store."""
        with told(self._database), self._database.reader.connect() as connection:
            yield SqlBooks(connection, self._kinds)

    @contextmanager
    def write(self) -> Iterator[SqlBooks]:
        """See Store."""
        with writing(self._database) as connection:
            yield SqlBooks(connection, self._kinds)

    def problem(self, error: Exception) -> Exception:
        """What the database reports, in words; else the same."""
        return self._database.problem(error) or error

    def close(self) -> None:
        """See Store."""
        self._database.close()


class OneTransaction:
    """A store on a transaction that is already open, and that somebody else ends."""

    def __init__(self, connection: Connection, kinds: Mapping[str, Kind]) -> None:
        self._books = SqlBooks(connection, kinds)

    @contextmanager
    def read(self) -> Iterator[SqlBooks]:
        """See Store."""
        yield self._books

    @contextmanager
    def write(self) -> Iterator[SqlBooks]:
        """See Store."""
        yield self._books

    def close(self) -> None:
        """Nothing to let go of."""


def create(connection: Connection) -> None:
    """The tables of today, in a database that has none of these names."""
    TABLES.create_all(connection, checkfirst=False)
    connection.execute(insert(META), [{"key": "schema", "value": tables.SCHEMA}])


def standing(connection: Connection) -> Lease:
    """Who may write, as every version keeps it."""
    row = connection.execute(select(LEASE.c.holder, LEASE.c.token, LEASE.c.expires)).first()
    return as_lease((*row, "")) if row else Lease()


def _can_be_kept(text: str) -> bool:
    """Whether every database can hold this text; one that cannot does not even let us ask for it."""
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def _at(table: Table, address: Address) -> tuple[Any, Any]:
    return table.c.kind == address.kind, table.c.name == address.name


def _dropping(table: Table) -> sql.Delete:
    return delete(table).where(table.c.kind == sql.bindparam("k"), table.c.name == sql.bindparam("n"))
