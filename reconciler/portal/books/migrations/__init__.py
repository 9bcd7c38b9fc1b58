"""Tables of an older version, brought up to today's: one file a version, and alembic carries them out.

The version stands in the portal's own table ``meta``, where every start looks, and not in one of alembic's.
"""

import time
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, update

from reconciler.portal.books import tables
from reconciler.portal.books.database import Database, check_version, is_older, writing
from reconciler.portal.books.lease import ended
from reconciler.portal.books.protocol import Author, Deed
from reconciler.portal.books.store import SqlBooks, standing
from reconciler.portal.books.tables import META

HERE = Path(__file__).parent
PLACES = [str(HERE / "versions")]
"""Where migrations lie: for each version a file with its ``revision``, the one before, and what leads from there."""


def versions() -> ScriptDirectory:
    """All migrations that there are, in alembic's hands."""
    return ScriptDirectory(str(HERE), version_locations=PLACES)


def upgrade(database: Database) -> str | None:
    """Bring the tables up to today's, in one transaction; gives the version that they had, None if it is today's.

    Raises:
        ConfigProblem: if no portal is there, or one that cannot be upgraded.
        LeaseHeld: if somebody is writing to it.
        Unreachable: if it cannot be written now.
    """
    seen = database.version()
    if seen is None or not is_older(seen):
        check_version(database)
        return None
    at = META.c.key == "schema"
    with writing(database) as connection:
        found: str = connection.execute(select(META.c.value).where(at)).scalar_one()  # another may have been quicker
        ended(standing(connection), time.time())
        with Operations.context(MigrationContext.configure(connection)):
            for step in reversed(list(versions().iterate_revisions(tables.SCHEMA, found))):
                if step.revision != found:
                    step.module.upgrade()
        connection.execute(update(META).where(at).values(value=tables.SCHEMA))
        _audited(SqlBooks(connection, {}))
    return found


def _audited(books: SqlBooks) -> None:
    """The chain of the audit goes on, or begins, with a row that says that the tables were changed."""
    if meta := books.meta():
        books.set_meta(books.record((Deed("upgrade", meta.today),), meta, Author(), time.time()))
