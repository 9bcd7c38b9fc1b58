"""Who asks, and whether they may."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime

from fastapi import Request

from reconciler.portal.tokens import Token, recognised, still_good
from reconciler.server.problems import Problem

BEARER = "bearer "
NOBODY = ""


class Access:
    """The door: ``known`` gives all tokens as they are now, ``clock`` epoch seconds."""

    def __init__(self, known: Callable[[], Iterable[Token]], clock: Callable[[], float]) -> None:
        self._known, self._clock = known, clock

    def may(self, *rights: str) -> Callable[[Request], Token]:
        """What lets only those pass whose token has one of these rights."""

        def passed(request: Request) -> Token:
            token = self._token(request)
            request.state.token = token.name
            if not set(rights) & set(token.rights):
                raise Problem("forbidden")
            return token

        return passed

    def _token(self, request: Request) -> Token:
        given = request.headers.getlist("authorization")
        text = given[0] if len(given) == 1 else ""
        if not text.lower().startswith(BEARER):
            raise Problem("unauthorised")
        found = recognised(text[len(BEARER):], self._known(), self._today())
        if found is None:
            raise Problem("unauthorised")
        return found

    def kept(self, digest: str) -> Token | None:
        """The token of this digest as it is now; None if it was revoked, or its last day is over."""
        return still_good(digest, self._known(), self._today())

    def now(self) -> float:
        """Epoch seconds, by the clock of this door."""
        return self._clock()

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock(), UTC).date()
