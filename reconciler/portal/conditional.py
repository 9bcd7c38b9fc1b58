"""Writing only while something holds: seen in the very transaction that writes, so that nobody comes between."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from reconciler.errors import PortalProblem
from reconciler.model.text import Text
from reconciler.portal.books.protocol import Books, Store

Holds = Callable[[Books], bool]


class Changed(PortalProblem):
    """The books are not what whoever writes believes; nothing was changed."""


class Conditional:
    """A store that is written only while ``holds`` says so of its books."""

    def __init__(self, store: Store, holds: Holds) -> None:
        self._store, self._holds = store, holds

    def read(self) -> AbstractContextManager[Books]:
        """See Store."""
        return self._store.read()

    @contextmanager
    def write(self) -> Iterator[Books]:
        """See Store.

        Raises:
            Changed: if it does not hold.
        """
        with self._store.write() as books:
            if not self._holds(books):
                raise Changed(Text("Das Portal hat sich inzwischen geändert.", "The portal has changed meanwhile."))
            yield books

    def close(self) -> None:
        """See Store."""
        self._store.close()
