"""The day of a portal that goes by the calendar: what falls due is carried out at midnight in Germany."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import cache
from threading import Event, Lock, Thread
from zoneinfo import ZoneInfo

from reconciler.errors import ReconcilerError
from reconciler.model.calendar import LAST_DAY
from reconciler.portal.clock import REAL
from reconciler.portal.service import Service
from reconciler.server.log import Log, at

LONGEST_SLEEP = 30.0
"""Seconds after which is looked at the latest: a machine may sleep, and somebody may set its clock."""

Now = Callable[[], float]
"""Epoch seconds."""


def day_at(now: float) -> date:
    """Which day it is there at this moment."""
    return min(datetime.fromtimestamp(now, _zone()).date(), LAST_DAY)


def until_midnight(now: float) -> float:
    """Seconds until the next day begins there: a day of a change of summer time is longer or shorter than others."""
    tomorrow = datetime.fromtimestamp(now, _zone()).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), _zone()).timestamp() - now


class Midnight:
    """Keeps a portal at the day of the calendar. Whoever comes first after midnight carries out what is due.

    ``chosen`` is the clock that this server was told; without one it goes by that of the portal's books. A portal
    that was made anew goes by the chosen one too.
    """

    def __init__(self, now: Now, chosen: str, log: Log) -> None:
        self._now, self._chosen, self._log = now, chosen, log
        self._lock = Lock()
        self._behind = False

    def keep(self, portal: Service) -> None:
        """Nothing, if the portal has a clock of its own, or has its day; else it has that day now.

        Raises:
            Unreachable, AnswerLost: as whatever writes to a portal.
        """
        clock, day = portal.day()
        if clock != REAL:
            if self._chosen != REAL:
                return
            portal.set_clock(REAL)
        today = day_at(self._now())
        if day < today:
            with self._lock:  # who waits here finds it done
                before = portal.catch_up(today)
            if before < today:
                self._log({"at": at(), "event": "day", "before": before.isoformat(), "day": today.isoformat()})
        self._compare(day, today)

    def lag(self, portal: Service) -> int | None:
        """How many days a portal that goes by the calendar is behind it; None for one with a clock of its own."""
        clock, day = portal.day()
        return max(0, (day_at(self._now()) - day).days) if clock == REAL else None

    @contextmanager
    def awake(self, look: Callable[[], object]) -> Iterator[None]:
        """Meanwhile ``look`` is called at every midnight, and now and then; what stops it then, does not later."""
        ended = Event()
        thread = Thread(target=self._wake, args=(look, ended), name="midnight", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _compare(self, day: date, today: date) -> None:
        """A machine whose clock went back is told of once: the portal's day never goes back."""
        with self._lock:
            told, self._behind = self._behind, day > today
        if day > today and not told:
            self._log({"at": at(), "event": "clock-behind", "machine": today.isoformat(), "day": day.isoformat()})

    def _wake(self, look: Callable[[], object], ended: Event) -> None:
        while not ended.wait(min(LONGEST_SLEEP, until_midnight(self._now()) + 0.01)):
            try:
                look()
            except ReconcilerError as problem:
                self._log({"at": at(), "event": "day-missed", "why": type(problem).__name__})
            except Exception as problem:  # noqa: BLE001 - the next midnight comes all the same
                self._log({"at": at(), "event": "day-missed", "bug": type(problem).__name__})


@cache
def _zone() -> ZoneInfo:
    return ZoneInfo("Europe/Berlin")
