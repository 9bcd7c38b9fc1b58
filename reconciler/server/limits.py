"""How often somebody may ask: a bucket each, that every request takes one from and time fills again."""

from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from math import ceil
from threading import Lock
from time import monotonic
from typing import NamedTuple

MOST_KEPT = 10_000
"""Buckets; of more, those that were not asked for the longest are forgotten, which were full again long since."""


class Limit(NamedTuple):
    """``burst`` requests at once, and ``rate`` each second for as long as one likes."""

    rate: float
    burst: int


KNOWN = Limit(1000.0, 2000)
"""Of one token: far more than one server answers to 64 appliers at once; it stops a loop that never waits."""

STRANGERS = Limit(1.0, 20)
"""Of one address without a token that is known."""


class Limiter:
    """One limit for many; ``clock`` gives seconds that nobody sets."""

    def __init__(self, limit: Limit, clock: Callable[[], float] = monotonic) -> None:
        self._limit, self._clock = limit, clock
        self._lock = Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> int:
        """Take one; 0, or the seconds after which there is one again where there is none."""
        with self._lock:
            left, now = self._left(key)
            if left < 1:
                return self._wait(left)
            self._buckets[key] = left - 1, now
            self._buckets.move_to_end(key)
            if len(self._buckets) > MOST_KEPT:
                self._buckets.popitem(last=False)
            return 0

    def wait(self, key: str) -> int:
        """What ``take`` would say; nothing is taken."""
        with self._lock:
            left, _ = self._left(key)
            return 0 if left >= 1 else self._wait(left)

    def knows(self, key: str) -> bool:
        """Whether there is a bucket of this name."""
        return key in self._buckets

    def forget(self, key: str) -> None:
        """There is none any more."""
        with self._lock:
            self._buckets.pop(key, None)

    def _left(self, key: str) -> tuple[float, float]:
        now = self._clock()
        left, then = self._buckets.get(key, (float(self._limit.burst), now))
        return min(float(self._limit.burst), left + (now - then) * self._limit.rate), now

    def _wait(self, left: float) -> int:
        return max(1, ceil((1 - left) / self._limit.rate))


class Limits:
    """Those of a server: of each token, and of each address from which somebody asks who is not known."""

    def __init__(self, known: Limit = KNOWN, strangers: Limit = STRANGERS,
                 clock: Callable[[], float] = monotonic) -> None:
        self.known, self.strangers = Limiter(known, clock), Limiter(strangers, clock)


def address_of(host: str) -> str:
    """An address as one that asks: whoever has one of IPv6 has 2^64 of them."""
    try:
        found = ip_address(host)
    except ValueError:
        return host
    return str(int(found) >> 64) if isinstance(found, IPv6Address) else host
