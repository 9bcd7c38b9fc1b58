"""Who is at the door: a browser by its cookie, what it may see, and whether a form is really its own."""

import hmac
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.responses import Response

from reconciler.portal.tokens import Token
from reconciler.server.access import Access
from reconciler.server.problems import Problem
from reconciler.server.web.forms import foreign_form, form_of
from reconciler.server.web.languages import language_of
from reconciler.server.web.visits import Visit, Visits

READ, ORDER = "read", "order"
PROOF = "proof"
"""The field of every form that only a page of ours can fill in."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
_LANGUAGE = "language"


class Away(Exception):
    """Whoever asks must log in first; ``why`` is said there."""

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why


@dataclass
class Guest:
    """One browser: the ``secret`` that its cookie holds, its language, and its token once it has shown one.

    ``proof`` is what its forms must bring back; it follows from the secret, and nobody else can make it. ``here`` is
    the page that it looks at.
    """

    secret: str
    proof: str
    language: str
    encrypted: bool
    here: str = "/"
    token: Token | None = None
    visit: Visit | None = None

    def may(self, right: str) -> bool:
        """Whether its token has this right."""
        return self.token is not None and right in self.token.rights


Posted = tuple[Guest, Mapping[str, str]]


class Door:
    """``access`` knows the tokens. Forms are proven with a key that this process makes, so a restart makes all old."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._visits = Visits(access.now)
        self._key = secrets.token_bytes(32)

    def stranger(self, request: Request) -> Guest:
        """Whoever asks, whether logged in or not; one without a cookie gets one with the next page."""
        encrypted = request.url.scheme == "https"
        kept = request.cookies.get(_cookie(encrypted), "")
        secret = kept if _SECRET.fullmatch(kept) else secrets.token_urlsafe(32)
        language = language_of(request.headers.get("accept-language", ""), request.cookies.get(_LANGUAGE, ""))
        return Guest(secret, self._proof(secret), language, encrypted, _here(request))

    def guest(self, request: Request) -> Guest:
        """The same with the visit, and with the token as it is now; one that is no longer good ends the visit."""
        found = self.stranger(request)
        found.visit = self._visits.find(found.secret)
        if found.visit:
            found.token = self._access.kept(request, found.visit.digest)
            if found.token is None:
                self._visits.end(found.secret)
        return found

    def reader(self, request: Request) -> Guest:
        """Whoever asks, if logged in with a token that is still good.

        Raises:
            Away: if not.
        """
        found = self.guest(request)
        if not (found.token and found.visit):
            raise Away("ended" if found.visit else "")
        return found

    def posted(self, *names: str, login: bool = True) -> Callable[..., Posted]:
        """What reads a form with these fields from a page of ours; ``login`` tells whether it needs one."""
        form = form_of(PROOF, *names)

        def read(request: Request, fields: Annotated[Mapping[str, str], Depends(form)]) -> Posted:
            guest = self.guest(request)
            if not hmac.compare_digest(fields[PROOF].encode(), guest.proof.encode()):
                raise foreign_form()
            if login and guest.token is None:
                raise Away("ended")
            return guest, fields

        return read

    def enter(self, request: Request, guest: Guest, text: str) -> Guest | None:
        """The same browser, logged in with the token of this text and under a new secret; None if that is not good.

        Raises:
            Problem: if that token may not read, or too many wrong ones came from the same address.
        """
        token = self._access.told(request, text)
        if token is None:
            return None
        if READ not in token.rights:
            raise Problem("forbidden")
        self._visits.end(guest.secret)
        secret = secrets.token_urlsafe(32)
        self._visits.begin(secret, token)
        return Guest(secret, self._proof(secret), guest.language, guest.encrypted, token=token)

    def leave(self, guest: Guest) -> None:
        """From now on the browser is not logged in."""
        self._visits.end(guest.secret)

    def _proof(self, secret: str) -> str:
        return hmac.digest(self._key, secret.encode(), "sha256").hex()


def keep(answer: Response, guest: Guest) -> None:
    """Let the browser keep its secret, until it is closed."""
    answer.set_cookie(_cookie(guest.encrypted), guest.secret, path="/", secure=guest.encrypted, httponly=True,
                      samesite="strict")


def forget(answer: Response, guest: Guest) -> None:
    """Let the browser forget it."""
    answer.delete_cookie(_cookie(guest.encrypted), path="/", secure=guest.encrypted, httponly=True, samesite="strict")


def keep_language(answer: Response, guest: Guest, language: str) -> None:
    """Let the browser keep the language that was chosen, until it is closed."""
    answer.set_cookie(_LANGUAGE, language, path="/web", secure=guest.encrypted, httponly=True, samesite="strict")


def _here(request: Request) -> str:
    """The page below ours that is asked for; of a form, that one is begun anew."""
    if request.method != "GET":
        return "/"
    path = request.url.path.removeprefix(request.scope.get("root_path", ""))
    return f"{path}?{request.url.query}" if request.url.query else path


def _cookie(encrypted: bool) -> str:  # noqa: FBT001 - the one thing that it depends on
    """The name of the cookie; a browser takes the long one over TLS only, and from this host alone."""
    return "__Host-reconciler" if encrypted else "reconciler"
