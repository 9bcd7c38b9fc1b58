"""Which database an address means."""

import re
from pathlib import Path

import sqlalchemy as sql

from reconciler.errors import ConfigProblem
from reconciler.model.message import Word, sentence
from reconciler.portal.books.database import Database
from reconciler.portal.books.file import File
from reconciler.portal.books.postgres import Postgres

FORMS = "sqlite:///FILE, postgresql+psycopg://USER:PASSWORD@HOST:PORT/NAME"


def database_at(url: str) -> Database:
    """The database at an address; it is not opened.

    What cannot be understood is never shown: a part of it may be a password.

    Raises:
        ConfigProblem: if it is no address of a database that can be used.
    """
    found = re.fullmatch(r"([a-z][a-z0-9+]*)://([^?]*)(\?.*)?", url, re.ASCII | re.DOTALL)
    if found is None or not url.isprintable():
        raise _wrong("Die Adresse der Datenbank ist so nicht zu verstehen.",
                     "The address of the database cannot be understood.")
    scheme, rest, more = found.groups()
    if scheme == "sqlite":
        if not rest.startswith("/") or rest in ("/", "/:memory:") or more:
            raise _wrong("Die Adresse nennt keine Datei.", "The address names no file.")
        return File(Path(rest[1:]))
    if scheme not in ("postgresql", "postgresql+psycopg"):
        raise _wrong("{scheme} ist keine Datenbank, die hier geht.", "{scheme} is no database that works here.",
                     scheme=Word(scheme))
    if rest.count("@") > 1:
        raise _wrong("In Benutzer und Passwort steht %40 für @.", "In user and password %40 stands for @.")
    try:
        parts = sql.make_url(url)
    except (sql.exc.ArgumentError, ValueError):
        raise _wrong("Die Adresse der Datenbank ist so nicht zu verstehen.",
                     "The address of the database cannot be understood.") from None
    return Postgres(parts)


def _wrong(de: str, en: str, **values: Word) -> ConfigProblem:
    return ConfigProblem(sentence("{what} Gemeint ist: {forms}", "{what} Write: {forms}",
                                  what=sentence(de, en, **values), forms=Word(FORMS)))
