"""The file that the portal for rehearsal is kept in: what may be wrong with it, and that it is replaced as a whole."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reconciler import errors
from tests.cli.command import reconciler
from tests.cli.office import TODAY, office, seat, staff, wish

INIT = ("portal", "init", "--from", "portal", "--today", TODAY)
LOOKING = (("plan",), ("cart",), ("drift",), ("terms",), ("dump",), ("portal", "status"))
USING = (*LOOKING, ("order",), ("apply", "--yes"))
NOBODY = 65_534


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Thirty people, and one to be hired."""
    return office(tmp_path, staff(30), [seat("anna.neu", "60")])


@pytest.fixture
def file(there: Path) -> Path:
    """The portal's file."""
    return there / ".reconciler" / "portal.db"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a lock."""
    monkeypatch.setattr("reconciler.portal.books.sqlite.BUSY_SECONDS", 0)


def changed(file: Path, statement: str, *values: object) -> None:
    """The file, changed by somebody with another program."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement, values)
        connection.commit()


@pytest.fixture
def reader(there: Path) -> Iterator[None]:
    """The process may read everything there and write nothing, whoever runs it."""
    root = os.geteuid() == 0
    for path in (there, *there.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if root:  # whom no permission hinders
        for folder in there.parents[:4]:
            folder.chmod(0o755)
        os.seteuid(NOBODY)
    yield
    if root:
        os.seteuid(0)
    for path in (there, *there.rglob("*")):
        path.chmod(0o755)


@pytest.mark.usefixtures("reader")
def test_reading_takes_no_right_to_write(there: Path, file: Path):
    """On a folder of others that is read-only, all that only looks works; what writes says that it may not."""
    for argv in LOOKING:
        said = reconciler(there, *argv)
        assert said.exit in (0, 2), (argv, said)
    for line in ("portal advance --days 1", "apply --yes"):
        said = reconciler(there, *line.split())
        assert said.exit in (1, 6), (line, said)
        assert re.search("permission|written", said.last), said
    assert [path.name for path in file.parent.iterdir()] == ["portal.db"]


def test_reading_goes_on_while_somebody_writes(there: Path, file: Path):
    """What another process has begun and not finished is not seen, and hinders nobody who looks."""
    before = reconciler(there, "plan").out
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM resources")
        assert reconciler(there, "plan").out == before


@pytest.mark.usefixtures("impatient")
def test_a_locked_file_says_so(there: Path, file: Path):
    """Whoever has it for himself hinders everybody: exit 6, whichever command, and nothing else is wrong."""
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        for argv in USING:
            said = reconciler(there, *argv)
            assert (said.exit, "in use by another program" in said.err) == (6, True), (argv, said)
    assert reconciler(there, "plan").exit == 0


def test_a_file_that_was_left_half_written_is_put_right(there: Path, file: Path):
    """A process that was killed in the middle of a change leaves it undone for the next, even one that only looks."""
    before = reconciler(there, "plan").out
    script = """
import os, sqlite3, sys
writer = sqlite3.connect(sys.argv[1], isolation_level=None)
writer.execute("PRAGMA cache_size=5")
writer.execute("BEGIN IMMEDIATE")
writer.execute("UPDATE resources SET body = body || hex(zeroblob(400))")
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", script, str(file)], check=False)
    assert file.with_name("portal.db-journal").exists()
    assert reconciler(there, "plan").out == before
    assert [path.name for path in file.parent.iterdir() if "portal" in path.name] == ["portal.db"]


def test_a_full_disk_says_so(there: Path, monkeypatch: pytest.MonkeyPatch):
    """No room for one more page: nothing is changed, and nothing is blamed but the disk."""
    real = sqlite3.connect

    def full(*args: Any, **more: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*args, **more)
        connection.execute(f"PRAGMA max_page_count={connection.execute('PRAGMA page_count').fetchone()[0]}")
        return connection

    monkeypatch.setattr(sqlite3, "connect", full)
    wish(there, *(seat(f"anna.neu{n}", f"{n}") for n in range(50, 90)))
    said = reconciler(there, "apply", "--yes")
    assert said.exit in (6, 7), said
    assert "disk" in said.err + said.out
    assert "full" in said.err + said.out


def test_another_version_says_so(there: Path, file: Path):
    """A file of an older version is named as that, with the way out, and the way out works."""
    changed(file, "UPDATE meta SET value = '2' WHERE key = 'schema'")
    for argv in USING:
        said = reconciler(there, *argv)
        assert (said.exit, "another version" in said.err) == (1, True), (argv, said)
    assert reconciler(there, *INIT, "--force").exit == 0
    assert reconciler(there, "plan").exit == 0


BROKEN = {
    "nonsense in today": ("UPDATE meta SET value = 'heute' WHERE key = 'today'", ()),
    "a day that is none": ("UPDATE meta SET value = '9999-12-31' WHERE key = 'today'", ()),
    "a key is gone": ("DELETE FROM meta WHERE key = 'revision'", ()),
    "no number": ("UPDATE meta SET value = 'x' WHERE key = 'settled'", ()),
    "a body that is none": ("UPDATE resources SET body = '{' WHERE name = 'person.nr11'", ()),
    "a body of another form": ("UPDATE resources SET body = '{\"colour\":1}' WHERE name = 'person.nr11'", ()),
    "no text": ("UPDATE resources SET body = ? WHERE name = 'person.nr11'", (b"\xff\xfe",)),
    "an unknown state": ("UPDATE resources SET state = 'asleep' WHERE name = 'person.nr11'", ()),
    "an unknown kind": ("UPDATE resources SET kind = 'workplacf' WHERE name = 'person.nr11'", ()),
    "a table is gone": ("DROP TABLE positions", ()),
}


@pytest.mark.parametrize(("statement", "values"), BROKEN.values(), ids=BROKEN)
def test_damage_says_so(there: Path, file: Path, statement: str, values: tuple[object, ...]):
    """What we never wrote is damage, told with the file and the way out; never a bug of ours."""
    changed(file, statement, *values)
    said = reconciler(there, "plan")
    assert (said.exit, "is damaged" in said.last, "portal.db" in said.last) == (1, True, True), said
    assert len(said.err.strip().splitlines()) == 1


def test_cut_and_flipped(there: Path, file: Path):
    """Cut at any page or with a bit flipped anywhere: a result or a sentence, with any command that looks."""
    whole = file.read_bytes()
    for size in (0, 1, 50, 4096, len(whole) // 2):
        file.write_bytes(whole[:size])
        said = reconciler(there, "dump")
        assert (said.exit, bool(re.search("damaged|no portal file|disk", said.last))) == (1, True), (size, said)
    codes = set()
    for place in range(7, len(whole), 1_499):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        codes.add(reconciler(there, "cart").exit)
        codes.add(reconciler(there, "dump").exit)
        file.unlink()
    assert codes <= {errors.DONE, errors.FAILED, errors.REFUSED, errors.UNREACHABLE}


@pytest.mark.parametrize("what", ["text", "folder", "pipe", "empty", "database", "link"])
def test_what_is_no_portal_stays(there: Path, file: Path, what: str):
    """Opened or to be replaced: something else in the portal's place is told and left as it is."""
    file.unlink()
    if what == "folder":
        file.mkdir()
    elif what == "pipe":
        os.mkfifo(file)
    elif what == "database":
        changed(file, "CREATE TABLE meta (x)")
    elif what == "link":
        (there / "notes.txt").write_text("mine\n")
        file.symlink_to(there / "notes.txt")
    else:
        file.write_text("mine\n" if what == "text" else "")
    before = what in ("folder", "pipe") or file.read_bytes()
    for argv in (("plan",), (*INIT, "--force"), INIT):
        said = reconciler(there, *argv)
        assert said.exit == 1, (argv, said)
        assert "no portal file" in said.last or argv == INIT
    assert before == (what in ("folder", "pipe") or file.read_bytes())
    assert len(list(file.parent.iterdir())) == 1


OUTSIDE = ("../victim.txt", "{parent}/victim.txt", ".", "link/victim.txt", "manifests/../../victim.txt")


@pytest.mark.parametrize("path", OUTSIDE)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_no_portal_outside_of_the_workspace(there: Path, path: str, force: tuple[str, ...]):
    """A path of the settings that leads out, straight or by a link: exit 1, and nothing is touched."""
    victim = there.parent / "victim.txt"
    victim.write_text("precious\n")
    (there / "link").symlink_to(there.parent)
    settings = there / "reconciler.yaml"
    named = path.format(parent=there.parent)
    settings.write_text(settings.read_text().replace("language: en", f"language: en, portal: {{path: {named}}}"))
    said = reconciler(there, *INIT, *force)
    assert (said.exit, "not below the workspace" in said.last) == (1, True), said
    assert victim.read_text() == "precious\n"


def test_a_portal_is_not_replaced_while_somebody_writes(there: Path, file: Path):
    """A held right to write is respected: exit 6, who and until when, and the portal is as it was."""
    changed(file, "UPDATE lease SET token = 7, holder = 'ci run 5', expires = 9e99")
    before = file.read_bytes()
    said = reconciler(there, *INIT, "--force")
    assert (said.exit, "ci run 5 is writing" in said.last) == (6, True), said
    assert file.read_bytes() == before
    changed(file, "UPDATE lease SET expires = 1.0")
    assert reconciler(there, *INIT, "--force").exit == 0
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT holder, token, expires FROM lease").fetchall() == [("", 7, 0.0)]


def test_a_full_disk_leaves_the_old_portal(there: Path, file: Path, monkeypatch: pytest.MonkeyPatch):
    """What is made anew fails beside the old one, which stays; no draft is left behind."""
    before = file.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reconciler.portal.service.Service.load", full)
    said = reconciler(there, *INIT, "--force")
    assert (said.exit, "No space left" in said.last) == (1, True), said
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["portal.db"]


def test_reconciler_is_a_file(there: Path):
    """Where the portal's folder should be lies a file: told, never a bug."""
    shutil.rmtree(there / ".reconciler")
    (there / ".reconciler").write_text("mine\n")
    for argv in (("plan",), INIT, (*INIT, "--force")):
        assert reconciler(there, *argv).exit == 1
    assert (there / ".reconciler").read_text() == "mine\n"


def test_a_wrong_clock_locks_for_two_minutes_only(there: Path, file: Path):
    """A right to write of next year is held for as long as any other, by the clock of who looks; then it is free."""
    changed(file, "UPDATE lease SET token = 7, holder = ?, expires = 99999999999.0", "ci\x1b[2J\u202e run")
    said = reconciler(there, "apply", "--yes")
    assert said.exit == 6, said
    assert "ci?[2J? run is writing." in said.last
    assert re.search(r"until \d\d:\d\d:\d\d local time, 1[12]\d seconds", said.last), said
    assert "--wait 12" in said.last
    with closing(sqlite3.connect(file)) as connection:
        (expires,) = connection.execute("SELECT expires FROM lease").fetchone()
    changed(file, "UPDATE lease SET expires = ?", expires - 130)
    assert reconciler(there, "apply", "--yes").exit == 0


def test_a_holders_name_is_harmless(there: Path, file: Path):
    """A holder's name that another program wrote is told without anything that acts on a terminal."""
    name = "ci\x1b]0;x\x07" + "y" * 500
    changed(file, "UPDATE lease SET holder = ?, expires = 99999999999.0", name)
    said = reconciler(there, "apply", "--yes", environment={"RECONCILER_HOLDER": "other"})
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", said.err + said.out)
    assert len(said.last) < 500
