"""Tokens are kept beside the books, in a file as in a database."""

from datetime import date

from reconciler.portal.books.protocol import Store
from reconciler.portal.books.store import SqlStore
from reconciler.portal.books.tokens import drop_token, keep_token, tokens
from reconciler.portal.tokens import digest_of, new_token, still_good

TODAY = date(2026, 11, 22)


def test_a_token_is_kept_recognised_and_forgotten(sql: Store):
    """At first there is none; each name has one; what is kept is not the token, and the last day is a good one."""
    assert isinstance(sql, SqlStore)
    assert (tokens(sql), drop_token(sql, "pipeline")) == ((), False)
    token, text = new_token("pipeline", ("order", "read"), TODAY)
    assert (keep_token(sql, token), keep_token(sql, token)) == (True, False)
    assert tokens(sql) == (token,)
    assert (token.rights, text in str(token)) == (("read", "order"), False)
    assert still_good(digest_of(text), tokens(sql), TODAY) == token
    assert still_good(digest_of(text), tokens(sql), date(2026, 11, 23)) is None
    assert still_good(digest_of(text[:-1]), tokens(sql), TODAY) is None
    assert (drop_token(sql, "pipeline"), tokens(sql)) == (True, ())
