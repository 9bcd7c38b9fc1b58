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
from reconciler.portal.books.database import Database
from reconciler.portal.books.file import File
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from tests.cli.command import reconciler
from tests.cli.office import TODAY, office, staff
from tests.databases import NAMES
from tests.engine.values import KINDS
from tests.portal.company import Till, own_rule, seen, workplace

VERSION_3 = (Path(__file__).parent / "version3.sql").read_text(encoding="utf-8")
"""A portal as version 3 made it: something lies in the cart, something is ordered, something was carried out."""

FOURTH = '''
"""Who sent an order; made up for the tests."""
import sqlalchemy as sql
from alembic import op

revision = "4"
down_revision = "3"


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
def fourth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What makes today's version the fourth."""
    ours = migrations.PLACES

    def newer(more: str = "") -> None:
        folder = tmp_path / "versions"
        folder.mkdir(exist_ok=True)
        (folder / "v4.py").write_text(FOURTH.format(more=more))
        monkeypatch.setattr(tables, "SCHEMA", "4")
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


def test_everything_is_there_afterwards(third: Database, fourth: Callable[..., None]) -> None:
    """Told until it is upgraded, and the same then; sent again it exists once, and tokens go on counting."""
    before = told(third)
    fourth()
    with pytest.raises(errors.ConfigProblem, match="portal upgrade"):
        told(third)
    assert migrations.upgrade(third) == "3"
    assert migrations.upgrade(third) is None
    assert third.version() == "4"
    assert told(third) == before
    service = Service(SqlStore(third, KINDS), KINDS, (own_rule(),), lambda: 2000.0)
    with closing(service):
        till = Till(service, [], service.acquire("tests"))
        assert till.token == 2
        till.sent = 3
        sent = till.send("activate", "workplace/new.one", workplace("21", "21", packages=["conference-plus"]))
        assert sent.outcome == "already-present"
        till.queue("activate", "workplace/last.one", workplace("22", "22"))
    changed(third, "UPDATE requests SET holder = 'me' WHERE holder = 'unknown'")


def test_it_is_all_or_nothing(third: Database, fourth: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails in the middle leaves the portal as it was, for the version that it is of."""
    before = told(third)
    fourth("op.execute('UPDATE nothing SET x = 1')")
    with pytest.raises(errors.Damaged):
        migrations.upgrade(third)
    fourth("raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        migrations.upgrade(third)
    monkeypatch.setattr(tables, "SCHEMA", "3")
    assert told(third) == before
    with closing(third), third.reader.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.TABLES) == []


def test_nobody_is_interrupted(third: Database, fourth: Callable[..., None]) -> None:
    """A held right to write is respected; and what a newer version made is left alone."""
    changed(third, "UPDATE lease SET holder = 'ci run 5', expires = 9e99")
    fourth()
    with pytest.raises(LeaseHeld, match="ci run 5"):
        migrations.upgrade(third)
    assert third.version() == "3"
    changed(third, "UPDATE meta SET value = '5' WHERE key = 'schema'")
    for _ in range(2):
        with pytest.raises(errors.ConfigProblem, match="another version"):
            migrations.upgrade(third)
    assert third.version() == "5"


def test_by_the_command(tmp_path: Path, fourth: Callable[..., None]) -> None:
    """Every command tells of ``portal upgrade``, and works after it."""
    there = office(tmp_path, staff(3), [])
    before = reconciler(there, "portal", "status")
    fourth()
    for argv in (("plan",), ("apply", "--yes"), ("portal", "status"), ("portal", "advance", "--days", "1")):
        said = reconciler(there, *argv)
        assert (said.exit, "`reconciler portal upgrade`" in said.last) == (1, True), said
    said = reconciler(there, "portal", "upgrade")
    assert (said.exit, "version 3" in said.last) == (0, True), said
    assert reconciler(there, "portal", "status") == before
    assert reconciler(there, "portal", "init", "--from", "portal", "--today", TODAY, "--force").exit == 0
