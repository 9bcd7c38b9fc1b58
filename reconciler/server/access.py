"""Who asks, and whether they may."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from fastapi import Request

from reconciler.portal.tokens import Token, digest_of, still_good
from reconciler.server.limits import Limits, address_of
from reconciler.server.problems import Problem, limited

BEARER = "bearer "


class Access:
    """The door: ``known`` gives all tokens as they are now, ``clock`` epoch seconds.

    An address that told too many wrong tokens is looked up no more for a while, but for tokens that were good
    lately: nobody shuts out those who ask from the same address.
    """

    def __init__(self, known: Callable[[], Iterable[Token]], clock: Callable[[], float], limits: Limits) -> None:
        self._known, self._clock, self._limits = known, clock, limits

    def may(self, *rights: str) -> Callable[[Request], Token]:
        """What lets only those pass whose token has one of these rights."""

        def passed(request: Request) -> Token:
            given = request.headers.getlist("authorization")
            text = given[0] if len(given) == 1 else ""
            token = self.told(request, text[len(BEARER):] if text.lower().startswith(BEARER) else "")
            if token is None:
                raise Problem("unauthorised")
            if not set(rights) & set(token.rights):
                raise Problem("forbidden")
            return token

        return passed

    def told(self, request: Request, text: str) -> Token | None:
        """The token of this text, which whoever asks has told; None if it is not good.

        Raises:
            Problem: if too many wrong ones came from the same address, or too many requests with this one.
        """
        digest, strangers = digest_of(text), self._limits.strangers
        address = address_of(request.client.host if request.client else "")
        if not self._limits.known.knows(digest) and (wait := strangers.wait(address)):
            raise limited(wait)
        found = self.kept(request, digest) if text else None
        if found is None and (wait := strangers.take(address)):
            raise limited(wait)
        return found

    def kept(self, request: Request, digest: str) -> Token | None:
        """The token of this digest as it is now; None if it was revoked, or its last day is over.

        Raises:
            Problem: if too many requests come with it.
        """
        known = self._limits.known
        found = still_good(digest, self._known(), datetime.fromtimestamp(self._clock(), UTC).date())
        if found is None:
            known.forget(digest)
            return None
        request.state.token = found.name
        if wait := known.take(digest):
            raise limited(wait)
        return found

    def now(self) -> float:
        """Epoch seconds, by the clock of this door."""
        return self._clock()
