"""A store for many writers at once: those who wait for each other share one commit.

Premise. To keep a transaction takes the disk far longer than to write it. Writers come one after the other; who finds
others waiting behind leaves the commit to them, and the last commits for all. Nobody is answered before that: what was
answered is kept, and the books are at each moment what one writer after the other made of them.

Each writes inside a savepoint, so that who fails takes back only what is his. A failure of the database itself ends the
whole transaction for all who shared it, because it may have undone more than it says: nothing of theirs is kept, and
each is told so.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Event, Lock

from sqlalchemy.exc import SQLAlchemyError

from reconciler.portal.books.rows import Unreadable
from reconciler.portal.books.store import SqlBooks, SqlStore

MOST = 32
"""How many share a commit; who came first does not wait for more."""


class _Shared:
    """One transaction of several writers, and what became of it."""

    def __init__(self, writing: AbstractContextManager[SqlBooks]) -> None:
        self._writing = writing
        self.books = writing.__enter__()
        self.members = 0
        self._ended = Event()
        self._failure: BaseException | None = None

    def end(self, error: SQLAlchemyError | None) -> BaseException | None:
        """Commit for all, or undo all because of an error; gives why it is not kept."""
        try:
            self._writing.__exit__(*((type(error), error, error.__traceback__) if error else (None, None, None)))
            self._failure = error  # an error that passes is told by raising
        except BaseException as failure:  # noqa: BLE001 - everybody who shared it is told, each in his own thread
            self._failure = failure
        self._ended.set()
        return self._failure

    def wait(self) -> None:
        """Until it is ended; raises why it is not kept."""
        self._ended.wait()
        if self._failure is not None:
            raise self._failure


class Grouped:
    """See above. ``undone`` is called when what was written, and perhaps seen by others who wrote, is not kept."""

    def __init__(self, store: SqlStore, undone: Callable[[], None] = lambda: None) -> None:
        self._store = store
        self.undone = undone
        self._turn, self._counting = Lock(), Lock()
        self._waiting = 0
        self._shared: _Shared | None = None

    def read(self) -> AbstractContextManager[SqlBooks]:
        """See Store."""
        return self._store.read()

    @contextmanager
    def write(self) -> Iterator[SqlBooks]:
        """See Store; what is raised inside undoes only what was written inside."""
        with self._in_turn():
            shared = self._shared = self._shared or _Shared(self._store.write())
            error: SQLAlchemyError | None = None
            try:
                with shared.books.connection.begin_nested():
                    yield shared.books
                shared.members += 1
            except SQLAlchemyError as found:
                error = found
            except Unreadable as wrong:
                raise self._store.problem(wrong) from wrong
            finally:
                if error or not self._waiting or shared.members >= MOST:
                    self._shared = None
                    if shared.end(error):
                        self.undone()
        shared.wait()

    def close(self) -> None:
        """See Store."""
        self._store.close()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        self._count(1)
        with self._turn:
            self._count(-1)
            yield

    def _count(self, more: int) -> None:
        with self._counting:
            self._waiting += more
