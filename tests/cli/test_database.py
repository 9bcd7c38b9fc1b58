"""A portal in a database that the line names: every trouble is one sentence, and no password is ever shown."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sql

from reconciler import errors
from reconciler.model.text import Text
from reconciler.portal.books.postgres import KEY
from scripts.postgres import Server
from tests.cli.command import REPOSITORY, Said, reconciler
from tests.cli.office import TODAY, office, staff, unchanged

INIT = ("init", "--from", "portal", "--today", TODAY)
SECRET = "xyzzy"
NOBODY = "postgresql+psycopg://nobody@127.0.0.1:1/portal"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A workspace of thirty people."""
    return office(tmp_path, staff(30), [])


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty place."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'other.db'}"
    found: str = request.getfixturevalue("schemas")()
    return found


@pytest.fixture
def empty(schemas: Callable[[], str]) -> str:
    """An empty schema of PostgreSQL."""
    return schemas()


@pytest.fixture
def stranger(server: Server) -> Iterator[str]:
    """The address of the same server for a user with a password and no rights."""
    with changing(server.url("postgres")) as run:
        rules = Path(str(run("SHOW hba_file").scalar()))
        before = rules.read_text()
        run(f"CREATE ROLE stranger LOGIN PASSWORD '{SECRET}'")
        rules.write_text(f"local all stranger scram-sha-256\n{before}")
        run("SELECT pg_reload_conf()")
        yield server.url("postgres").replace("//reconciler@", f"//stranger:{SECRET}@")
        rules.write_text(before)
        run("DROP OWNED BY stranger")
        run("DROP ROLE stranger")


@contextmanager
def changing(url: str) -> Iterator[Callable[[str], sql.CursorResult[Any]]]:
    """What runs statements in a database, as somebody with another program."""
    engine = sql.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection.exec_driver_sql
    engine.dispose()


def portal(there: Path, url: str, *argv: str) -> Said:
    """One of the portal's own commands; with a traceback, were there one."""
    said = reconciler(there, "portal", *argv, "--database", url, "--debug")
    assert SECRET not in said.out + said.err
    return said


def test_the_portal_lives_there(there: Path, url: str) -> None:
    """Made, looked at, its clock moved, made anew: as with the workspace's own, which stays as it is."""
    own = (there / ".reconciler" / "portal.db").read_bytes()
    assert portal(there, url, *INIT).exit == 0
    said = portal(there, url, *INIT)
    assert (said.exit, "exists already" in said.last) == (1, True), said
    assert "2026-11-25" in portal(there, url, "advance", "--days", "3").last
    assert portal(there, url, "upgrade").last.endswith("was up to date already.")
    assert portal(there, url, "token", "create", "pipeline", "--rights", "read").exit == 0
    assert portal(there, url, *INIT, "--force").exit == 0
    assert portal(there, url, "token", "list").out == ""  # a portal that is made anew has none
    plain, told = reconciler(there, "portal", "status"), portal(there, url, "status")
    assert told.out.splitlines()[:-1] == plain.out.splitlines()[:-1]  # the last is the hash of another audit
    assert (there / ".reconciler" / "portal.db").read_bytes() == own


def test_an_empty_place_says_so(there: Path, url: str) -> None:
    """No portal, and how one is made; nothing is made by looking."""
    for argv in (("status",), ("advance", "--days", "1"), ("upgrade",)):
        said = portal(there, url, *argv)
        assert (said.exit, "portal init" in said.last) == (1, True), said
    assert not (there / "other.db").exists()


WRONG = {
    "nonsense": "Write:", "mysql://u:xyzzy@h/db": "mysql is no database", "postgres://u:xyzzy@h/db": "postgres is no",
    "postgresql://u:a@xyzzy@h/db": "%40", "postgresql://u:xyzzy@h:xyzzy/db": "Write:", "sqlite://": "no file",
    "sqlite:///": "no file", "sqlite:///:memory:": "no file", "sqlite:///x.db?mode=xyzzy": "no file",
    "sqlite://xyzzy@host/x": "no file", "u:xyzzy@h/db": "Write:", "postgresql://u:xyzzy\x07@h/db": "Write:",
    "postgresql://u:xyzzy@127.0.0.1:1/db?colour=blue": "colour", "postgresql://u:xyzzy@a..b/db": "understood",
}


@pytest.mark.parametrize("url", WRONG)
def test_an_address_that_is_wrong(there: Path, url: str) -> None:
    """Exit 1, what is meant, in both languages; nothing of it is shown that may be a password."""
    said = portal(there, url, "status")
    assert (said.exit, WRONG[url] in said.last) == (1, True), said
    german = unchanged(there, "portal", "status", "--database", url, "--lang", "de")
    assert (german.exit, german.last != said.last, len(german.err.splitlines())) == (1, True, 1)


@pytest.mark.parametrize("line", [
    "plan --database {url}", "portal status {url}", "portal status --databse {url}", "portal status --databse={url}",
    "portal status --quiet={url}"])
def test_an_address_where_none_belongs(there: Path, line: str) -> None:
    """Wrong usage is told without the password."""
    said = reconciler(there, *line.format(url=f"postgresql://u:{SECRET}@host/db").split())
    assert said.exit in (1, 64)
    assert SECRET not in said.out + said.err, said


def test_nobody_answers(there: Path, server: Server) -> None:
    """No server at that port, or no such socket: exit 6."""
    for url in (NOBODY, server.url().replace(str(server.socket), "/nowhere")):
        for argv in (("status",), INIT, ("advance", "--days", "1"), ("upgrade",)):
            said = portal(there, url, *argv)
            assert (said.exit, "does not answer" in said.last) == (6, True), said


def test_somebody_else_answers(there: Path) -> None:
    """What listens there says nothing, or nothing that PostgreSQL would say: exit 6, after as long as was asked for."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql://u:{SECRET}@127.0.0.1:{silent.getsockname()[1]}/db?connect_timeout=2"
        said = portal(there, url, "status")
        assert (said.exit, "does not answer" in said.last) == (6, True), said


def test_the_driver_is_missing(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which package, and by which extra; the same for what upgrades."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    said = portal(there, NOBODY, "status")
    assert (said.exit, "'reconciler-cloudpbx[postgres]'" in said.last) == (1, True), said
    for name in [name for name in sys.modules if name.startswith(("alembic", "reconciler.commands._upgrading",
                                                                  "reconciler.portal.books.migrations"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "alembic", None)
    said = portal(there, NOBODY, "upgrade")
    assert (said.exit, "'reconciler-cloudpbx[server]'" in said.last) == (1, True), said


def test_what_is_not_asked_for_is_not_loaded() -> None:
    """Neither what changes tables nor a server's driver belongs to any start; nor are they needed for it."""
    script = ("import sys; from reconciler.registry import offers; offers('reconciler.commands', 'BLANK')\n"
              "sys.exit(bool({'alembic', 'psycopg'} & set(sys.modules)))")
    assert subprocess.run([sys.executable, "-c", script], cwd=REPOSITORY, check=False).returncode == 0


def test_who_is_not_let_in(there: Path, stranger: str) -> None:
    """Wrong password, none, no such user, no such database: exit 1, in the server's own words."""
    for url, word in ((stranger.replace(SECRET, "wrong"), "password"), (stranger.replace(f":{SECRET}", ""), "password"),
                      (stranger.replace("stranger", "whoever"), "role"), (stranger.replace("/postgres", "/no"), "no")):
        for argv in (("status",), INIT):
            said = portal(there, url, *argv)
            assert (said.exit, "lets nobody in" in said.last, word in said.last) == (1, True, True), said


def test_who_may_not_do_that(there: Path, stranger: str, empty: str) -> None:
    """To make, to look and to write take rights, each is told when it is missing; exit 1."""
    theirs = f"{stranger}&{empty.rpartition('&')[2]}"
    schema = empty.rpartition("D")[2]
    assert portal(there, empty, *INIT).exit == 0

    def denied(*argv: str) -> None:
        said = portal(there, theirs, *argv)
        assert (said.exit, "does not allow this user" in said.last) == (1, True), said

    with changing(empty) as run:
        run(f"GRANT USAGE ON SCHEMA {schema} TO stranger")
        denied("status")
        run(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO stranger")
        assert portal(there, theirs, "status").exit == 0
        denied("advance", "--days", "1")
        denied(*INIT, "--force")
    said = portal(there, stranger, *INIT)
    assert (said.exit, "does not allow this user" in said.last) == (1, True), said


def test_a_server_that_only_reads(there: Path, empty: str) -> None:
    """Looking works; what writes is told that it may not."""
    assert portal(there, empty, *INIT).exit == 0
    standby = f"{empty}%20-cdefault_transaction_read_only%3Don"
    assert portal(there, standby, "status").exit == 0
    said = portal(there, standby, "advance", "--days", "1")
    assert (said.exit, "may only be read" in said.last) == (6, True), said


def test_tables_of_others(there: Path, empty: str) -> None:
    """A table that is called like one of a portal's is no portal's, and stays."""
    with changing(empty) as run:
        run("CREATE TABLE meta (colour text)")
        run("INSERT INTO meta VALUES ('blue')")
        assert "holds no portal" in portal(there, empty, "status").last
        for force in ((), ("--force",)):
            said = portal(there, empty, *INIT, *force)
            assert (said.exit, "tables of others" in said.last) == (1, True), said
        assert run("SELECT * FROM meta").fetchall() == [("blue",)]
        assert run("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema").scalar() == 1


def test_another_encoding(there: Path, server: Server) -> None:
    """A database that cannot hold every name is refused before anything is in it."""
    with changing(server.url("postgres")) as run:
        run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    said = portal(there, server.url("latin"), *INIT)
    assert (said.exit, "LATIN1" in said.last, "createdb" in said.last) == (1, True, True), said
    assert "holds no portal" in portal(there, server.url("latin"), "status").last


DAMAGE = ("UPDATE meta SET value = 'heute' WHERE key = 'today'", "DELETE FROM meta WHERE key = 'revision'",
          "UPDATE resources SET body = '{'",  "DROP TABLE positions", "ALTER TABLE positions DROP COLUMN ours")


@pytest.mark.parametrize("statement", DAMAGE)
def test_damage_says_so(there: Path, empty: str, statement: str) -> None:
    """What we never wrote is damage, with the way out; never a bug of ours."""
    assert portal(there, empty, *INIT).exit == 0
    with changing(empty) as run:
        run(statement)
    assert portal(there, empty, "status").exit in (0, 1)
    said = portal(there, empty, "advance", "--days", "1")
    assert (said.exit, "is damaged" in said.last) == (1, True), said


@pytest.mark.parametrize("version", ["2", "9", "x", ""])
def test_another_version_says_so(there: Path, empty: str, version: str) -> None:
    """Older than can be upgraded, newer, or none that we gave: with the way out, and the way out works."""
    assert portal(there, empty, *INIT).exit == 0
    with changing(empty) as run:
        run(f"UPDATE meta SET value = '{version}' WHERE key = 'schema'")  # noqa: S608 - a row of the table above
    for argv in (("status",), ("advance", "--days", "1"), ("upgrade",)):
        said = portal(there, empty, *argv)
        assert (said.exit, "another version" in said.last) == (1, True), said
    assert portal(there, empty, *INIT, "--force").exit == 0
    assert portal(there, empty, "status").exit == 0


def test_a_portal_is_not_replaced_while_somebody_writes(there: Path, empty: str) -> None:
    """A held right to write is respected: exit 6 and who; afterwards tokens go on counting."""
    assert portal(there, empty, *INIT).exit == 0
    with changing(empty) as run:
        run("UPDATE lease SET token = 7, holder = 'ci run 5', expires = 9e99")
        said = portal(there, empty, *INIT, "--force")
        assert (said.exit, "ci run 5 is writing" in said.last) == (6, True), said
        run("UPDATE lease SET expires = 1.0")
        assert portal(there, empty, *INIT, "--force").exit == 0
        assert [tuple(row) for row in run("SELECT holder, token, expires FROM lease")] == [("", 7, 0.0)]


def test_somebody_else_is_writing(there: Path, empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever looks is not hindered; whoever writes waits, and is told then."""
    monkeypatch.setattr("reconciler.portal.books.postgres.BUSY_SECONDS", 1)
    assert portal(there, empty, *INIT).exit == 0
    with changing(empty) as run:
        run(f"SELECT pg_advisory_lock({KEY})")
        assert portal(there, empty, "status").exit == 0
        for argv in (("advance", "--days", "1"), (*INIT, "--force")):
            said = portal(there, empty, *argv)
            assert (said.exit, "by somebody else" in said.last) == (6, True), said


def test_what_is_made_anew_fails_as_a_whole(there: Path, empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old portal stays until the new one is whole."""
    assert portal(there, empty, *INIT).exit == 0
    before = portal(there, empty, "status")

    def full(*_: object, **__: object) -> None:
        raise errors.Unreachable(Text("voll", "full"))

    monkeypatch.setattr("reconciler.portal.books.store.SqlBooks.set_lease", full)
    assert portal(there, empty, *INIT, "--force").exit == 6
    monkeypatch.undo()
    assert portal(there, empty, "status") == before
