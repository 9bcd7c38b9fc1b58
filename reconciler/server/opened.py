"""The portal that is served, open as long as it is the same: one that was made anew in its place is opened anew."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import NamedTuple

from reconciler.portal.service import Service
from reconciler.portal.tokens import Token
from reconciler.server.midnight import Midnight


class Served(NamedTuple):
    """A portal, who may ask it, and how it is let go of."""

    service: Service
    tokens: Callable[[], Iterable[Token]]


class Opened:
    """``connect`` opens the portal; ``place`` tells which one is there (None: none), and is asked each time.

    ``midnight`` sees to it that the portal has its day, before anybody asks it anything.
    """

    def __init__(
        self, connect: Callable[[], Served], place: Callable[[], object],
        midnight: Midnight | None = None,
    ) -> None:
        self._connect, self._place, self._midnight = connect, place, midnight
        self._lock = Lock()
        self._there = place()
        self._served: Served | None = connect()

    def service(self) -> Service:
        """The portal that is there now, at its day.

        Raises:
            ConfigProblem: if there is none.
            Unreachable: if it cannot be opened now.
        """
        found = self._now().service
        if self._midnight:
            self._midnight.keep(found)
        return found

    def as_it_is(self) -> Service:
        """The same, whatever day it has; raises as ``service``."""
        return self._now().service

    def lag(self, portal: Service) -> int | None:
        """How many days the portal is behind the calendar; None if it does not go by it."""
        return self._midnight.lag(portal) if self._midnight else None

    def tokens(self) -> Iterable[Token]:
        """Who may ask it; raises as ``service``."""
        return self._now().tokens()

    def close(self) -> None:
        """Let go of it."""
        if self._served:
            self._served.service.close()

    def _now(self) -> Served:
        with self._lock:
            there = self._place()
            if self._served is None or there != self._there:
                self.close()
                self._served = None
                self._served, self._there = self._connect(), there
            return self._served
