"""The tokens that a portal's books keep: each is known by its name, and told by nobody."""

from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select

from reconciler.portal.books.rows import Unreadable, as_iso
from reconciler.portal.books.store import SqlStore
from reconciler.portal.books.tables import TOKENS
from reconciler.portal.tokens import RIGHTS, Token


def tokens(store: SqlStore) -> tuple[Token, ...]:
    """All tokens, by name."""
    with store.read() as books:
        return tuple(map(_token, books.connection.execute(select(TOKENS).order_by(TOKENS.c.name))))


def keep_token(store: SqlStore, token: Token) -> bool:
    """Keep a new token; False if there is one of its name."""
    row = {"name": token.name, "digest": token.digest, "rights": " ".join(token.rights),
           "expires": as_iso(token.expires)}
    with store.write() as books:
        if books.connection.execute(select(TOKENS.c.name).where(TOKENS.c.name == token.name)).first():
            return False
        books.connection.execute(insert(TOKENS), [row])
    return True


def drop_token(store: SqlStore, name: str) -> bool:
    """Forget a token; False if there is none of this name."""
    with store.write() as books:
        return bool(books.connection.execute(delete(TOKENS).where(TOKENS.c.name == name)).rowcount)


def _token(row: Any) -> Token:
    try:
        rights = tuple(row.rights.split())
        if not set(rights) <= set(RIGHTS):
            raise ValueError(row.name)
        return Token(row.name, row.digest, rights, date.fromisoformat(row.expires) if row.expires else None)
    except (ValueError, TypeError, AttributeError) as wrong:
        raise Unreadable("tokens") from wrong
