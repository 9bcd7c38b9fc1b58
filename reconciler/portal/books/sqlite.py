"""One file of SQLite: how it is opened for reading and for writing, and what is wrong with it in plain words.

A rollback journal and no write-ahead log: who may only read needs no file beside the portal's, and nothing that
lies beside it belongs to another file when it is replaced (specs/decisions/0022).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from reconciler.errors import ConfigProblem, Damaged, PortalProblem, Unreachable
from reconciler.model.message import Message, Quote, Value, sentence
from reconciler.model.text import Text
from reconciler.portal.books.lease import ended
from reconciler.portal.books.protocol import Lease

BUSY_SECONDS = 10
"""How long is waited for another process that is writing just now."""

_LOOK = "SELECT count(*) FROM sqlite_master"
"""The first thing that is read of any file."""

LOCKED, FULL, MOVED, UNFINISHED, READ_ONLY, CLOSED, DISK, DAMAGED = range(8)

_TOLD = (
    ("SQLITE_BUSY", LOCKED), ("SQLITE_LOCKED", LOCKED), ("SQLITE_FULL", FULL),
    ("SQLITE_READONLY_DBMOVED", MOVED), ("SQLITE_READONLY_ROLLBACK", UNFINISHED), ("SQLITE_READONLY", READ_ONLY),
    ("SQLITE_CANTOPEN", CLOSED), ("SQLITE_PERM", CLOSED), ("SQLITE_AUTH", CLOSED), ("SQLITE_IOERR", DISK),
)
"""How SQLite's own names of errors begin, the longer before the shorter; all others are damage."""

_SENTENCES = {
    LOCKED: Text(
        f"{{path}} wird von einem anderen Programm benutzt, auch nach {BUSY_SECONDS} Sekunden noch. Später noch einmal "
        "versuchen.",
        f"{{path}} is in use by another program, still after {BUSY_SECONDS} seconds. Try again later.",
    ),
    FULL: Text("Auf dem Datenträger von {path} ist kein Platz mehr. Platz schaffen, dann noch einmal versuchen.",
               "The disk of {path} is full. Make room, then try again."),
    MOVED: Text("{path} wurde inzwischen durch ein anderes Portal ersetzt. Neu planen.",
                "{path} was replaced by another portal in the meantime. Plan again."),
    UNFINISHED: Text(
        "Eine Änderung an {path} wurde mittendrin abgebrochen. Wer dort schreiben darf, muss das Portal einmal öffnen, "
        "etwa mit `reconciler portal status`.",
        "A change of {path} was cut off half-way. Somebody who may write there must open the portal once, such as by "
        "`reconciler portal status`.",
    ),
    READ_ONLY: Text("{path} darf nicht geschrieben werden. Die Rechte an der Datei und an ihrem Ordner prüfen.",
                    "{path} must not be written. Check the permissions of the file and of its folder."),
    CLOSED: Text("{path} lässt sich nicht öffnen. Die Rechte an der Datei und an ihrem Ordner prüfen.",
                 "{path} cannot be opened. Check the permissions of the file and of its folder."),
    DISK: Text("Der Datenträger von {path} meldet einen Fehler ({reason}).",
               "The disk of {path} reports an error ({reason})."),
    DAMAGED: Text(
        "{path} ist beschädigt ({reason}). Eine Sicherung zurückspielen, oder die Datei wegnehmen und das Portal mit "
        "`reconciler portal init` neu anlegen.",
        "{path} is damaged ({reason}). Restore a copy, or take the file away and make the portal anew by `reconciler "
        "portal init`.",
    ),
}


def reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write and needs no right to.

    What a process left half-written is undone first; that takes somebody who may write.
    """
    connection = _connection(path, "ro")
    try:
        connection.execute(_LOOK).fetchone()
    except BaseException as error:
        connection.close()
        if not isinstance(error, sqlite3.Error) or kind_of(error) != UNFINISHED:
            raise
        try:
            with closing(writing(path)) as other:
                other.execute(_LOOK).fetchone()
        except sqlite3.Error:
            raise error from None
        return _connection(path, "ro")
    return connection


def writing(path: Path) -> sqlite3.Connection:
    """A connection that writes; what it says is kept is on the disk."""
    connection = _connection(path, "rw")
    try:
        for pragma in ("journal_mode=DELETE", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def version(path: Path) -> str | None:
    """The version of the portal's tables in a file; None if it is no portal's.

    Raises:
        Unreachable: if that cannot be seen now.
    """
    try:
        with closing(reading(path)) as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "") in ("SQLITE_NOTADB", "SQLITE_ERROR"):
            return None
        raise problem(path, error) from error
    return str(row[0]) if row else None


def stranger(path: Path) -> ConfigProblem:
    """That a file is no portal's."""
    return ConfigProblem(sentence("{path} ist keine Portal-Datei.", "{path} is no portal file.", path=str(path)))


@contextmanager
def replacing(path: Path, now: float) -> Iterator[Lease]:
    """Keep everybody else out of a portal's file while it is replaced; gives the lease for the one that follows.

    Who waits for the old file meanwhile finds that it was moved away, and tokens of the old one are none of the new.

    Raises:
        LeaseHeld: if somebody is writing.
        Unreachable: if it cannot be locked.
    """
    try:
        with closing(writing(path)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            row = connection.execute("SELECT holder, token, expires FROM lease").fetchone()
            yield ended(Lease(str(row[0]), int(row[1]), float(row[2])) if row else Lease(), now)
    except sqlite3.Error as error:
        raise problem(path, error) from error


def kind_of(error: BaseException | None) -> int:
    """What an error of SQLite is about."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return next((kind for start, kind in _TOLD if name.startswith(start)), DAMAGED)


def problem(path: Path, error: BaseException | None) -> PortalProblem:
    """The same for people. Nothing was changed."""
    return told(path, kind_of(error), str(error))


def told(path: Path, kind: int, reason: str = "") -> PortalProblem:
    """A sentence about the file."""
    shown = "".join(c for c in reason if c.isprintable())[:200]
    values: dict[str, Value] = {"path": str(path), "reason": Quote(Text(shown, shown))}
    return (Damaged if kind == DAMAGED else Unreachable)(Message(_SENTENCES[kind], values))


def _connection(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
