"""A portal's file: a database of SQLite that is made beside its place and put there as a whole."""

import os
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from stat import S_ISREG
from tempfile import mkstemp

import sqlalchemy as sql

from reconciler import disk
from reconciler.errors import ConfigProblem, PortalProblem, reason
from reconciler.model.kind import Kind
from reconciler.model.message import sentence
from reconciler.portal.books import sqlite
from reconciler.portal.books.database import Fill, beginning, exists, writing
from reconciler.portal.books.protocol import Lease
from reconciler.portal.books.store import SqlStore, create


class File:
    """See Database. Whoever only looks needs no right to write."""

    def __init__(self, path: Path) -> None:
        self.path = path
        reading = sql.create_engine("sqlite://", creator=lambda: sqlite.reading(path), poolclass=sql.pool.NullPool)
        writing = sql.create_engine("sqlite://", creator=lambda: sqlite.writing(path), poolclass=sql.pool.QueuePool)
        self.reader, self.writer = beginning(reading, "BEGIN"), beginning(writing, "BEGIN IMMEDIATE")

    @property
    def name(self) -> str:
        """See Database."""
        return str(self.path)

    def close(self) -> None:
        """See Database."""
        self.reader.dispose()
        self.writer.dispose()

    def version(self) -> str | None:
        """See Database."""
        if not self._is_there():
            raise ConfigProblem(sentence(
                "{path} gibt es nicht. Ein Portal zum Üben entsteht mit `reconciler portal init --from ...`.",
                "{path} does not exist. `reconciler portal init --from ...` makes a portal for rehearsal.",
                path=self.name))
        return sqlite.version(self.path)

    def problem(self, error: BaseException) -> PortalProblem | None:
        """See Database."""
        ours = isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError)
        return None if ours else sqlite.problem(self.path, error)

    def undone(self, error: BaseException) -> bool:
        """See Database."""
        return sqlite.kind_of(error) in (sqlite.LOCKED, sqlite.FULL)

    def stranger(self) -> ConfigProblem:
        """See Database."""
        return sqlite.stranger(self.path)

    def check(self, *, force: bool) -> None:
        """See Database."""
        self._replaces(force=force)

    def make(self, kinds: Mapping[str, Kind], fill: Fill, *, force: bool) -> None:
        """See Database. The file is readable by its owner only."""
        there = self._replaces(force=force)
        try:
            with _draft(self.path) as draft:
                with closing(draft), writing(draft) as connection:
                    create(connection)
                with closing(SqlStore(draft, kinds)) as store:
                    fill(store)
                    with sqlite.replacing(self.path, time.time()) if there else nullcontext(Lease()) as lease:
                        with store.write() as books:
                            books.set_lease(lease)
                        store.close()
                        self._put(draft.path, there=there)
        except OSError as problem:
            raise disk.failed(self.path, problem) from problem

    def _is_there(self) -> bool:
        """Whether a file is there.

        Raises:
            ConfigProblem: if something else is, or if that cannot be seen.
        """
        try:
            mode = self.path.stat().st_mode
        except FileNotFoundError:
            return False
        except (OSError, ValueError) as problem:
            raise ConfigProblem(sentence(
                "{path} ließ sich nicht lesen: {reason}", "{path} could not be read: {reason}",
                path=self.name, reason=reason(problem))) from problem
        if not S_ISREG(mode):
            raise self.stranger()
        return True

    def _replaces(self, *, force: bool) -> bool:
        """Whether a portal is there, which may be replaced; what may not is an error, see ``check``."""
        there = self._is_there()
        if there and not force:
            raise exists(self)
        if there and sqlite.version(self.path) is None:
            raise ConfigProblem(sentence("{path} ist keine Portal-Datei und wird nicht ersetzt.",
                                         "{path} is no portal file and is not replaced.", path=self.name))
        return there

    def _put(self, draft: Path, *, there: bool) -> None:
        """The draft in its place; if nothing was there, nothing that came meanwhile is replaced."""
        if there:
            draft.replace(self.path)
        else:
            try:
                os.link(draft, self.path)
            except FileExistsError:
                raise exists(self) from None
        disk.settle(self.path.parent)


@contextmanager
def _draft(path: Path) -> Iterator[File]:
    """An empty file beside the place; gone in the end unless it was put there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(prefix=".reconciler-", suffix=".db", dir=path.parent)
    os.close(handle)
    try:
        yield File(Path(name))
    finally:
        for suffix in ("", "-journal"):
            Path(name + suffix).unlink(missing_ok=True)
