"""The portal on one file: opening it, crashing, and two processes at once."""

import resource
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from reconciler.drivers.local import connect as opened
from reconciler.drivers.local import served
from reconciler.errors import AnswerLost, ConfigProblem, LeaseHeld, Unreachable
from reconciler.kinds import all_kinds
from reconciler.portal.books.file import File
from reconciler.portal.books.protocol import Store
from reconciler.portal.service import Service
from tests.portal.company import TODAY, Till, seen, settings, workplaces

KINDS = all_kinds()


def filled(path: Path) -> Service:
    """A portal file with the small company."""
    File(path).make(KINDS, load, force=False)
    return connect(path)


def connect(path: Path) -> Service:
    """The portal of a file."""
    return opened(File(path), KINDS, ())


def load(store: Store) -> None:
    """Fill a portal with the small company."""
    served(store, KINDS, ()).load("acme", "test", TODAY, [*settings(), *workplaces()])


def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    """The file has mode 0600 and nothing lies beside it; a missing folder is made."""
    path = tmp_path / "deep" / "portal.db"
    service = filled(path)
    service.observe()
    service.release(service.acquire("a"))
    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {"portal.db": 0o600}
    service.close()


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    """A missing file, a folder, a text, a database of others, another version: each says so, none is changed."""
    path = tmp_path / "portal.db"
    with pytest.raises(ConfigProblem, match="portal init --from"):
        connect(path)
    with pytest.raises(ConfigProblem):
        connect(tmp_path)
    assert not path.exists()

    text = tmp_path / "text.db"
    text.write_text("kind: Workplace\n" * 100)
    with pytest.raises(ConfigProblem, match="no portal file"):
        connect(text)
    assert text.read_text().startswith("kind: Workplace")

    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("create table t (x)")
    connection.close()
    with pytest.raises(ConfigProblem, match="no portal file"):
        connect(foreign)

    filled(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("update meta set value = 'another' where key = 'schema'")
    connection.close()
    with pytest.raises(ConfigProblem, match="version"):
        connect(path)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """An existing portal is kept, and what is no portal even with force; a place that cannot be says so."""
    path, text = tmp_path / "portal.db", tmp_path / "text"
    filled(path).close()
    text.write_text("kind: Workplace\n" * 100)
    before = path.read_bytes(), text.read_bytes()
    with pytest.raises(ConfigProblem, match="--force"):
        File(path).make(KINDS, load, force=False)
    for place in (text, tmp_path, tmp_path / "text" / "below"):
        with pytest.raises(ConfigProblem):
            File(place).make(KINDS, load, force=True)
    assert (path.read_bytes(), text.read_bytes()) == before
    assert {file.name for file in tmp_path.iterdir()} == {"portal.db", "text"}


def test_a_portal_is_replaced_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not while somebody writes, and not by half; whoever still has the old one open writes nothing any more."""
    path = tmp_path / "portal.db"
    old = Till(filled(path), [], 0)
    old.token = old.service.acquire("a")
    before = path.read_bytes()
    with pytest.raises(LeaseHeld, match="a is writing"):
        File(path).make(KINDS, load, force=True)
    old.service.release(old.token)
    with pytest.raises(RuntimeError):
        File(path).make(KINDS, lambda _: (_ for _ in ()).throw(RuntimeError), force=True)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("reconciler.portal.books.sqlite.BUSY_SECONDS", 0)
    with pytest.raises(Unreachable, match="in use"):
        File(path).make(KINDS, load, force=True)
    writer.close()
    assert len(path.read_bytes()) == len(before)
    assert [file.name for file in tmp_path.iterdir()] == ["portal.db"]

    File(path).make(KINDS, load, force=True)
    assert [file.name for file in tmp_path.iterdir()] == ["portal.db"]
    with pytest.raises(Unreachable, match="replaced"):
        old.service.acquire("a")
    new = connect(path)
    assert new.acquire("b") == old.token + 1
    new.close()
    old.service.close()


def test_a_new_process_sees_everything(tmp_path: Path) -> None:
    """What was answered survives the process: positions, references, lives, day and lease."""
    path = tmp_path / "portal.db"
    first = Till(filled(path), [], 0)
    first.token = first.service.acquire("a")
    ref = first.queue("delete", "workplace/plain.one")
    before = seen(first)

    second = Till(connect(path), [], first.token, first.sent)
    assert seen(second) == before
    assert second.service.find(ref)
    second.queue("update", "group/bonn", {"shortCode": "B"})
    first.queue("create", "group/ulm", ref="other")
    assert seen(second) == seen(first)
    with pytest.raises(LeaseHeld):
        second.service.acquire("b")
    first.service.close()
    second.service.close()


def test_settings_changed_by_another_process_count(tmp_path: Path) -> None:
    """A group that another process removed is no longer there for this one."""
    path = tmp_path / "portal.db"
    first = Till(filled(path), [], 0)
    first.token = first.service.acquire("a")
    second = Till(connect(path), [], first.token, 100)
    first.queue("update", "group/bonn", {"shortCode": "B"})
    second.queue("remove", "template/standard")
    second.queue("remove", "group/koeln")
    assert first.send("create", "template/late", {"group": "koeln"}).rule == "REF-1"
    first.service.close()
    second.service.close()


def test_a_full_disk_leaves_an_order_unknown(tmp_path: Path) -> None:
    """If the disk refuses the last step, nobody claims to know; here nothing was kept, and a retry works."""
    path = tmp_path / "portal.db"
    till = Till(filled(path), [], 0)
    till.token = till.service.acquire("a")
    before = seen(till)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size * 3 // 4, hard))
    try:
        with pytest.raises(AnswerLost):
            till.send("create", "group/ulm")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert seen(till) == before
    till.sent = 0
    till.queue("create", "group/ulm")
    till.queue("create", "template/late", {"group": "ulm"})
    till.service.close()


def test_a_commit_that_nobody_understands_leaves_an_order_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that the database has never had before is no reason to claim that nothing was changed."""
    till = Till(filled(tmp_path / "portal.db"), [], 0)
    till.token = till.service.acquire("a")

    def strange(_connection: Connection) -> None:
        raise OperationalError("COMMIT", None, Exception("strange"))

    monkeypatch.setattr(Connection, "commit", strange)
    monkeypatch.setattr(File, "problem", lambda _self, _error: None)
    monkeypatch.setattr(File, "undone", lambda _self, _error: False)
    with pytest.raises(AnswerLost, match="whether the change was kept"):
        till.send("create", "group/ulm")
    monkeypatch.undo()
    till.service.close()


def test_the_second_of_two_processes_waits_or_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another process writes, nothing is changed and the portal counts as unreachable."""
    path = tmp_path / "portal.db"
    filled(path).close()
    monkeypatch.setattr("reconciler.portal.books.sqlite.BUSY_SECONDS", 0)
    service = connect(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unreachable):
        service.acquire("a")
    assert service.observe().company == "acme"
    writer.execute("ROLLBACK")
    writer.close()
    assert service.acquire("a") == 1
    service.close()
