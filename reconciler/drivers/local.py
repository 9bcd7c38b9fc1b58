"""The reference portal in this process, on one file or in a database."""

import os
import secrets
import time
from collections.abc import Collection, Mapping

from reconciler.model.kind import Kind
from reconciler.model.marks import Ours
from reconciler.model.rule import Rule
from reconciler.portal.books.database import Database
from reconciler.portal.books.file import File
from reconciler.portal.books.protocol import OFFERED, Store
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from reconciler.ports import Capabilities, Driver, Where


def _connect(where: Where, kinds: Mapping[str, Kind], rules: Collection[Rule]) -> Service:
    return connect(File(where.root / where.path), kinds, rules)


DRIVER = Driver("local", _connect, can=Capabilities(observe=True, cart=True, direct=True, lease=True))


def connect(database: Database, kinds: Mapping[str, Kind], rules: Collection[Rule]) -> Service:
    """Open the portal that is kept in this database.

    Raises:
        ConfigProblem: if there is no such file or database, or if it is no portal of this version.
        Unreachable: if it cannot be read now.
    """
    return served(SqlStore(database, kinds), kinds, rules)


def served(store: Store, kinds: Mapping[str, Kind], rules: Collection[Rule]) -> Service:
    """The portal over this store, by the clock of this machine."""
    return Service(store, kinds, rules, time.time)


def is_kept(kind: Kind) -> bool:
    """Whether a portal keeps resources of this kind."""
    return kind.key in OFFERED or not kind.mark(Ours)


def new_secret() -> str:
    """The key of a new portal's references: chance, or what RECONCILER_PORTAL_SECRET fixes for rehearsals."""
    return os.environ.get("RECONCILER_PORTAL_SECRET") or secrets.token_hex(32)
