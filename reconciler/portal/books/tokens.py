"""The table of tokens: beside the books and none of them, made when the first token is."""

from datetime import date
from typing import Any

import sqlalchemy as sql
from sqlalchemy import Column, String, Table, delete, insert, select

from reconciler.portal.books.rows import Unreadable, as_iso
from reconciler.portal.books.store import SqlStore
from reconciler.portal.tokens import RIGHTS, Token

_TOKENS = Table(
    "tokens", sql.MetaData(),
    Column("name", String, primary_key=True), Column("digest", String, nullable=False, unique=True),
    Column("rights", String, nullable=False), Column("expires", String),
)


def tokens(store: SqlStore) -> tuple[Token, ...]:
    """All tokens, by name."""
    with store.read() as books:
        if not sql.inspect(books.connection).has_table(_TOKENS.name):
            return ()
        return tuple(map(_token, books.connection.execute(select(_TOKENS).order_by(_TOKENS.c.name))))


def keep_token(store: SqlStore, token: Token) -> bool:
    """Keep a new token; False if there is one of its name."""
    row = {"name": token.name, "digest": token.digest, "rights": " ".join(token.rights),
           "expires": as_iso(token.expires)}
    with store.write() as books:
        _TOKENS.create(books.connection, checkfirst=True)
        if books.connection.execute(select(_TOKENS.c.name).where(_TOKENS.c.name == token.name)).first():
            return False
        books.connection.execute(insert(_TOKENS), [row])
    return True


def drop_token(store: SqlStore, name: str) -> bool:
    """Forget a token; False if there is none of this name."""
    with store.write() as books:
        _TOKENS.create(books.connection, checkfirst=True)
        return bool(books.connection.execute(delete(_TOKENS).where(_TOKENS.c.name == name)).rowcount)


def _token(row: Any) -> Token:
    try:
        rights = tuple(row.rights.split())
        if not set(rights) <= set(RIGHTS):
            raise ValueError(row.name)
        return Token(row.name, row.digest, rights, date.fromisoformat(row.expires) if row.expires else None)
    except (ValueError, TypeError, AttributeError) as wrong:
        raise Unreadable("tokens") from wrong
