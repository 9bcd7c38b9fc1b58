"""Who is logged in: kept in the memory of this server alone, so that a restart ends every visit."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from reconciler.model.message import Said
from reconciler.portal.tokens import Token

IDLE = 30 * 60
"""Seconds without a page after which a visit is over."""

LONGEST = 12 * 60 * 60
"""Seconds after which it is over in any case."""

MOST = 1000
"""Visits at once; of more, the one that was idle the longest ends."""

MOST_OF_ONE = 20
"""The same for those of one token, so that nobody pushes the others out."""


@dataclass
class Visit:
    """One browser that showed a token: of that only the digest is kept.

    ``told`` is what came of the last form, for the next page to say; ``good`` whether that was done.
    """

    digest: str
    began: float
    seen: float
    told: Said | None = None
    good: bool = False

    def tell(self, said: Said, *, good: bool = False) -> None:
        """Say this on the next page."""
        self.told, self.good = said, good

    def take(self) -> tuple[Said | None, bool]:
        """What there is to say, once."""
        found = self.told, self.good
        self.told = None
        return found


class Visits:
    """All visits, the idlest first; ``now`` gives seconds. What a browser keeps is not kept here, only its digest."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._lock = Lock()
        self._visits: OrderedDict[str, Visit] = OrderedDict()

    def begin(self, secret: str, token: Token) -> None:
        """From now on the browser that keeps this secret is logged in with this token."""
        with self._lock:
            same = [key for key, visit in self._visits.items() if visit.digest == token.digest]
            if len(same) >= MOST_OF_ONE:
                del self._visits[same[0]]
            while len(self._visits) >= MOST:
                self._visits.popitem(last=False)
            now = self._now()
            self._visits[_key(secret)] = Visit(token.digest, now, now)

    def find(self, secret: str) -> Visit | None:
        """The visit of this browser, which goes on by that; None if there is none, or it is over."""
        key = _key(secret)
        with self._lock:
            visit, now = self._visits.get(key), self._now()
            if visit is None:
                return None
            if now - visit.seen >= IDLE or now - visit.began >= LONGEST:
                del self._visits[key]
                return None
            visit.seen = now
            self._visits.move_to_end(key)
            return visit

    def end(self, secret: str) -> None:
        """From now on the browser is not logged in."""
        with self._lock:
            self._visits.pop(_key(secret), None)


def _key(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
