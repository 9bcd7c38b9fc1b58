"""portal token: who may ask a portal over HTTP, and for what: the workspace's, or the one in a database."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from reconciler.commands.portal import database_of
from reconciler.errors import ConfigProblem, UsageProblem
from reconciler.model.message import sentence
from reconciler.portal.books.store import SqlStore
from reconciler.portal.books.tokens import drop_token, keep_token, tokens
from reconciler.portal.tokens import Token, new_token
from reconciler.request import Folder
from reconciler.workspace.kit import load_kit

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?", re.ASCII)


def create_token(folder: Folder, name: str, rights: tuple[str, ...], expires: date | None, url: str = "") -> str:
    """The text of a new token, which is told once.

    Raises:
        UsageProblem: if the name is none.
        ConfigProblem: if it is taken.
    """
    if not _NAME.fullmatch(name):
        raise UsageProblem(sentence(
            "„{name}“ geht nicht als Name: kleine Buchstaben, Ziffern, Punkt und Strich, höchstens 64.",
            "“{name}” cannot be a name: small letters, digits, dot and dash, at most 64.", name=name))
    token, text = new_token(name, rights, expires)
    with _store(folder, url) as store:
        if not keep_token(store, token):
            raise ConfigProblem(sentence("Ein Token {name} gibt es schon; erst `portal token revoke {name}`.",
                                        "There is a token {name} already; first `portal token revoke {name}`.",
                                        name=name))
    return text


def all_tokens(folder: Folder, url: str = "") -> tuple[Token, ...]:
    """All tokens of the portal, by name."""
    with _store(folder, url) as store:
        return tokens(store)


def revoke_token(folder: Folder, name: str, url: str = "") -> None:
    """Forget a token; from now on nobody comes in with it.

    Raises:
        ConfigProblem: if there is none of this name.
    """
    with _store(folder, url) as store:
        if not drop_token(store, name):
            raise ConfigProblem(sentence("Ein Token {name} gibt es nicht; vorhandene: reconciler portal token list",
                                        "There is no token {name}; those that there are: reconciler portal token list",
                                        name=name))


@contextmanager
def _store(folder: Folder, url: str) -> Iterator[SqlStore]:
    store = SqlStore(database_of(folder, url), load_kit().kinds)
    try:
        yield store
    finally:
        store.close()
