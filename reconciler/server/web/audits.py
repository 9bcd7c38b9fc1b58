"""The audit of the portal, looked through: its rows, and whether they are as the portal wrote them."""

import time
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from reconciler.model.audit import AuditRow
from reconciler.portal.books.chain import Misfit, misfit
from reconciler.portal.service import Service

FRESH = 10.0
"""Seconds for which it is not computed again while the portal has the same revision: every row is hashed for it."""


class Audited(NamedTuple):
    """All rows by number, and the first that does not fit."""

    rows: tuple[AuditRow, ...]
    found: Misfit | None


class Audits:
    """The audit of the portal that is there now; what was computed is shared by all who ask then."""

    def __init__(self, portal: Callable[[], Service]) -> None:
        self._portal = portal
        self._lock = Lock()
        self._kept: tuple[Service, tuple[str, str], float, Audited] | None = None

    def now(self) -> Audited:
        """The audit as it is, or was a few seconds ago."""
        portal = self._portal()
        mark = portal.revision()
        with self._lock:
            kept, now = self._kept, time.monotonic()
            if kept is None or kept[:2] != (portal, mark) or now - kept[2] >= FRESH:
                meta, rows = portal.audit()
                kept = self._kept = portal, (meta.origin, str(meta.revision)), now, Audited(rows, misfit(rows, meta))
            return kept[3]
