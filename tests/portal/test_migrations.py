"""Tables of an older version are brought up to today's, with all that is in them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from reconciler import errors
from reconciler.errors import LeaseHeld
from reconciler.portal.books import migrations, tables
from reconciler.portal.books.chain import misfit
from reconciler.portal.books.database import Database
from reconciler.portal.books.file import File
from reconciler.portal.books.store import SqlStore
from reconciler.portal.books.tokens import keep_token, tokens
from reconciler.portal.service import Service
from reconciler.portal.tokens import Token, new_token
from tests.cli.command import reconciler
from tests.cli.office import TODAY, office, staff
from tests.databases import NAMES
from tests.engine.values import KINDS
from tests.portal.company import Till, own_rule, seen, workplace

VERSION_3 = (Path(__file__).parent / "version3.sql").read_text(encoding="utf-8")
"""A portal as version 3 made it: something lies in the cart, something is ordered, something was carried out."""

FIFTH = '''
"""Who sent an order; made up for the tests."""
import sqlalchemy as sql
from alembic import op

revision = "5"
down_revision = "4"


def upgrade() -> None:
    with op.batch_alter_table("requests") as requests:
        requests.add_column(sql.Column("holder", sql.String))
        requests.create_index("requests_by", ["holder"])
    op.execute("UPDATE requests SET holder = 'unknown'")
    {more}
'''


@pytest.fixture(params=NAMES)
def third(request: pytest.FixtureRequest, place: Callable[[str], Database]) -> Database:
    """A portal of version 3, with something in the cart and something ordered."""
    database = place(request.param)
    if isinstance(database, File):
        with closing(sqlite3.connect(database.path)) as connection:
            connection.executescript(VERSION_3)
    else:
        with closing(database), database.writer.connect() as connection:
            connection.exec_driver_sql(VERSION_3.removeprefix("BEGIN TRANSACTION;").removesuffix("COMMIT;\n"))
            connection.commit()
    return database


@pytest.fixture
def today(third: Database) -> Database:
    """The same, brought up to today's version."""
    migrations.upgrade(third)
    return third


@pytest.fixture
def fifth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What makes today's version an older one."""
    ours = migrations.PLACES

    def newer(more: str = "") -> None:
        folder = tmp_path / "versions"
        folder.mkdir(exist_ok=True)
        (folder / "v5.py").write_text(FIFTH.format(more=more))
        monkeypatch.setattr(tables, "SCHEMA", "5")
        monkeypatch.setattr(migrations, "PLACES", [*ours, str(folder)])

    return newer


def told(database: Database) -> tuple[object, ...]:
    """All that a client sees of the portal."""
    service = Service(SqlStore(database, KINDS), KINDS, (own_rule(),), lambda: 2000.0)
    with closing(service):
        return seen(Till(service, [], 0))


def changed(database: Database, statement: str) -> None:
    """The database, changed by somebody with another program."""
    with closing(database), database.writer.connect() as connection:
        connection.exec_driver_sql(statement)
        connection.commit()


def test_what_is_upgraded_has_the_tables_of_today(third: Database) -> None:
    """From the first version on, migrations lead to what a new portal is made with: whoever changes it adds one."""
    migrations.upgrade(third)
    assert migrations.versions().get_current_head() == tables.SCHEMA
    assert migrations.versions().get_base() == str(tables.OLDEST)
    with closing(third), third.reader.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.TABLES) == []


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables that version 3 had, without columns that came later."""
    with closing(database), database.reader.connect() as connection:
        found = {name: connection.exec_driver_sql(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - names of ours
                 for name in ("claims", "lease", "lives", "meta", "positions", "requests", "resources")}
    kept = {name: sorted(tuple(row)[:3] if name == "lease" else tuple(row) for row in of) for name, of in found.items()}
    return kept | {"meta": [row for row in kept["meta"] if row[0] not in ("schema", "audited", "head", "clock")]}


def test_version_3_gets_an_audit(third: Database) -> None:
    """All rows stay; tokens can be kept, were kept or not; the chain begins with a row that says what happened."""
    before = rows(third)
    with pytest.raises(errors.ConfigProblem, match="portal upgrade"):
        told(third)
    assert migrations.upgrade(third) == "3"
    assert rows(third) == before
    with closing(SqlStore(third, KINDS)) as store:
        token, _ = new_token("pipeline", ("read",))
        assert (tokens(store), keep_token(store, token), tokens(store)) == ((), True, (token,))
    service = Service(SqlStore(third, KINDS), KINDS, (), lambda: 2000.0)
    with closing(service):
        till = Till(service, [], service.acquire("tests"), sent=100)
        till.queue("create", "group/ulm")
        meta, found = service.audit()
    assert [(row.number, row.action, row.actor, row.revision) for row in found] == [
        (1, "upgrade", "(local)", 8), (2, "create", "(local)", 9)]
    assert misfit(found, meta) is None


def test_version_3_keeps_its_tokens(third: Database) -> None:
    """They had a table of their own where there were any."""
    changed(third, "CREATE TABLE tokens (name VARCHAR NOT NULL, digest VARCHAR NOT NULL, rights VARCHAR NOT NULL, "
                   "expires VARCHAR, PRIMARY KEY (name), UNIQUE (digest))")
    changed(third, "INSERT INTO tokens VALUES ('pipeline', 'abc', 'read queue', NULL)")
    migrations.upgrade(third)
    with closing(SqlStore(third, KINDS)) as store:
        assert tokens(store) == (Token("pipeline", "abc", ("read", "queue")),)
    with closing(third), third.reader.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.TABLES) == []


def test_version_3_is_made_anew(third: Database) -> None:
    """``portal init --force`` takes its place too, and its tokens go on counting."""
    changed(third, "UPDATE lease SET token = 7")
    with closing(third):
        third.make(KINDS, lambda _: None, force=True)
    with closing(SqlStore(third, KINDS)) as store, store.read() as books:
        assert (books.lease().token, books.audit()) == (7, ())


def test_everything_is_there_afterwards(today: Database, fifth: Callable[..., None]) -> None:
    """Told until it is upgraded, and the same then; sent again it exists once, and tokens go on counting."""
    before = told(today)
    fifth()
    with pytest.raises(errors.ConfigProblem, match="portal upgrade"):
        told(today)
    assert migrations.upgrade(today) == "4"
    assert migrations.upgrade(today) is None
    assert today.version() == "5"
    assert told(today) == before
    service = Service(SqlStore(today, KINDS), KINDS, (own_rule(),), lambda: 2000.0)
    with closing(service):
        till = Till(service, [], service.acquire("tests"))
        assert till.token == 2
        till.sent = 3
        sent = till.send("activate", "workplace/new.one", workplace("21", "21", packages=["conference-plus"]))
        assert sent.outcome == "already-present"
        till.queue("activate", "workplace/last.one", workplace("22", "22"))
        assert [row.action for row in service.audit()[1]] == ["upgrade", "upgrade", "activate"]
    changed(today, "UPDATE requests SET holder = 'me' WHERE holder = 'unknown'")


def test_it_is_all_or_nothing(today: Database, fifth: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails in the middle leaves the portal as it was, for the version that it is of."""
    before = told(today)
    fifth("op.execute('UPDATE nothing SET x = 1')")
    with pytest.raises(errors.Damaged):
        migrations.upgrade(today)
    fifth("raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        migrations.upgrade(today)
    monkeypatch.setattr(tables, "SCHEMA", "4")
    assert told(today) == before
    with closing(today), today.reader.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.TABLES) == []


def test_nobody_is_interrupted(third: Database) -> None:
    """A held right to write is respected; and what a newer version made is left alone."""
    changed(third, "UPDATE lease SET holder = 'ci run 5', expires = 9e99")
    with pytest.raises(LeaseHeld, match="ci run 5"):
        migrations.upgrade(third)
    assert third.version() == "3"
    changed(third, "UPDATE meta SET value = '6' WHERE key = 'schema'")
    for _ in range(2):
        with pytest.raises(errors.ConfigProblem, match="another version"):
            migrations.upgrade(third)
    assert third.version() == "6"


def test_by_the_command(tmp_path: Path, fifth: Callable[..., None]) -> None:
    """Every command tells of ``portal upgrade``, and works after it."""
    there = office(tmp_path, staff(3), [])
    before = reconciler(there, "portal", "status")
    fifth()
    for argv in (("plan",), ("apply", "--yes"), ("portal", "status"), ("portal", "audit"),
                 ("portal", "advance", "--days", "1")):
        said = reconciler(there, *argv)
        assert (said.exit, "`reconciler portal upgrade`" in said.last) == (1, True), said
    said = reconciler(there, "portal", "upgrade")
    assert (said.exit, "version 4" in said.last) == (0, True), said
    after = reconciler(there, "portal", "status")
    assert after.out.splitlines()[:-1] == before.out.splitlines()[:-1]  # the last is the hash of the audit
    assert reconciler(there, "portal", "audit", "--verify").exit == 0
    assert reconciler(there, "portal", "init", "--from", "portal", "--today", TODAY, "--force").exit == 0
