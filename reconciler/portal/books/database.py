"""What a database must be able to do to keep a portal's books, and what is the same in all of them."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

import sqlalchemy as sql
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from reconciler.errors import AnswerLost, ConfigProblem, PortalProblem
from reconciler.model.kind import Kind
from reconciler.model.message import sentence
from reconciler.model.text import Text
from reconciler.portal.books import tables
from reconciler.portal.books.protocol import Store
from reconciler.portal.books.rows import Unreadable

UNCERTAIN = Text("Die Datenbank hat nicht gesagt, ob die Änderung erhalten blieb.",
                 "The database did not say whether the change was kept.")

Fill = Callable[[Store], None]
"""What puts a new portal's books into an empty store."""


class Database(Protocol):
    """One database: how it is opened, and what its troubles mean. Nothing is opened before it is used.

    Whoever made it closes it, or gives it to a store, which does.
    """

    @property
    def name(self) -> str:
        """What people call it; without any password."""

    @property
    def reader(self) -> Engine:
        """Connections that see one moment and write nothing."""

    @property
    def writer(self) -> Engine:
        """Connections that write, one at a time; what they say is kept is on the disk."""

    def close(self) -> None:
        """Let go of all connections."""

    def version(self) -> str | None:
        """The version of the tables that are there; None if they are no portal's.

        Raises:
            ConfigProblem: if there is no such database.
            Unreachable: if that cannot be seen now.
        """

    def problem(self, error: BaseException) -> PortalProblem | None:
        """What an error of the driver, or a row that nobody wrote, means for people; None for a mistake of ours."""

    def undone(self, error: BaseException) -> bool:
        """Whether a commit that failed so kept nothing, for certain."""

    def stranger(self) -> ConfigProblem:
        """That no portal is there."""

    def check(self, *, force: bool) -> None:
        """See that a portal may be made here.

        Raises:
            ConfigProblem: if one is there and ``force`` is not set, or what is there is no portal.
        """

    def make(self, kinds: Mapping[str, Kind], fill: Fill, *, force: bool) -> None:
        """Make the tables and let ``fill`` fill them, as a whole or not at all; with ``force`` in place of a portal.

        Tokens go on counting from those of the old portal, so that none of them is valid in the new one.

        Raises:
            ConfigProblem: see ``check``.
            LeaseHeld: if somebody is writing to the portal that is there.
        """


@contextmanager
def told(database: Database) -> Iterator[None]:
    """What the database reports, in words; what is no misfortune but a mistake of ours stays one."""
    try:
        yield
    except DBAPIError as error:
        problem = database.problem(error.orig or error)
        if problem is None:
            raise
        raise problem from error
    except Unreadable as wrong:
        raise database.problem(wrong) or wrong from wrong


@contextmanager
def writing(database: Database) -> Iterator[Connection]:
    """A connection on which all is kept at the end, or nothing.

    Raises:
        Unreachable: if nothing was changed.
        AnswerLost: if it is not known whether it was.
    """
    with told(database), database.writer.connect() as connection:
        yield connection
        try:
            connection.commit()
        except DBAPIError as error:
            cause = error.orig or error
            connection.invalidate()  # its transaction may still be open: nobody goes on with it
            if database.undone(cause):
                raise
            problem = database.problem(cause)
            raise AnswerLost(problem.message if problem else UNCERTAIN) from error


def check_version(database: Database) -> None:
    """See that the database has a portal's tables, and of this version.

    Raises:
        ConfigProblem: if not.
        Unreachable: if that cannot be seen now.
    """
    found = database.version()
    if found is None:
        raise database.stranger()
    if is_older(found):
        raise ConfigProblem(sentence(
            "{path} stammt von einer älteren Version dieses Werkzeugs; `reconciler portal upgrade` bringt es auf den "
            "Stand von dieser.",
            "{path} was made by an older version of this tool; `reconciler portal upgrade` brings it up to this one.",
            path=database.name))
    if found != tables.SCHEMA:
        raise ConfigProblem(sentence(
            "{path} stammt von einer anderen Version dieses Werkzeugs. Deren `dump --status` gibt aus, was darin ist; "
            "`reconciler portal init --force` legt das Portal neu an.",
            "{path} was made by another version of this tool, whose `dump --status` writes out what is in it; "
            "`reconciler portal init --force` makes the portal anew.", path=database.name))


def is_older(version: str) -> bool:
    """Whether tables of this version can be upgraded to those of today."""
    return version.isdecimal() and tables.OLDEST <= int(version) < int(tables.SCHEMA)


def exists(database: Database) -> ConfigProblem:
    """That a portal is there already."""
    return ConfigProblem(sentence("{path} gibt es schon; `--force` legt das Portal neu an.",
                                  "{path} exists already; `--force` makes the portal anew.", path=database.name))


def beginning(engine: Engine, statement: str) -> Engine:
    """The engine, whose transactions begin with this statement."""
    logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())  # what fails is told as an exception, once

    @sql.event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    return engine
