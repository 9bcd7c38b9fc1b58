"""Tokens: who may ask a portal for what. A portal keeps a digest of each, never the token itself."""

import hmac
import secrets
from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from reconciler.model.noun import noun

RIGHTS = ("read", "queue", "order")
"""To look; to take the right to write and put into the cart or change settings; to buy."""

BEGINNING = "rct_"
"""How every token begins, so that whoever finds one knows what it is."""


@noun
class Token:
    """One client's token by its name: a digest, what it may, and the last day on which it is good."""

    name: str
    digest: str
    rights: tuple[str, ...]
    expires: date | None = None


def new_token(name: str, rights: Iterable[str], expires: date | None = None) -> tuple[Token, str]:
    """A token as it is kept, and its text, which is told once and kept nowhere."""
    text = BEGINNING + secrets.token_urlsafe(32)
    return Token(name, digest_of(text), tuple(right for right in RIGHTS if right in set(rights)), expires), text


def digest_of(text: str) -> str:
    """What is kept of a token. It is made of 256 bits of chance, so that nobody can try them all: no salt is needed."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def still_good(digest: str, tokens: Iterable[Token], today: date) -> Token | None:
    """The token with this digest that is still good; it takes the same time whether and where there is one."""
    found = None
    for token in tokens:
        if hmac.compare_digest(digest, token.digest):
            found = token
    return found if found and (found.expires is None or today <= found.expires) else None
