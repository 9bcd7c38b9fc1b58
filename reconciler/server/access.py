"""Who asks, and whether they may."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from fastapi import Request

from reconciler.portal.tokens import Token, digest_of, recognised
from reconciler.server.limits import Limits, address_of
from reconciler.server.problems import Problem, limited

BEARER = "bearer "
NOBODY = ""


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
            token = self._token(request, address_of(request.client.host if request.client else ""))
            request.state.token = token.name
            if not set(rights) & set(token.rights):
                raise Problem("forbidden")
            return token

        return passed

    def _token(self, request: Request, address: str) -> Token:
        given = request.headers.getlist("authorization")
        text = given[0] if len(given) == 1 else ""
        found = self._found(text[len(BEARER):], address) if text.lower().startswith(BEARER) else None
        if found is None:
            if wait := self._limits.strangers.take(address):
                raise limited(wait)
            raise Problem("unauthorised")
        return found

    def _found(self, text: str, address: str) -> Token | None:
        digest, limits = digest_of(text), self._limits
        if not limits.known.knows(digest) and (wait := limits.strangers.wait(address)):
            raise limited(wait)
        found = recognised(text, self._known(), datetime.fromtimestamp(self._clock(), UTC).date())
        if found is None:
            limits.known.forget(digest)
        elif wait := limits.known.take(digest):
            raise limited(wait)
        return found
