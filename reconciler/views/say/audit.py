"""The audit of a portal as a table of texts, the head of each column first."""

from collections.abc import Iterator

from reconciler.model.audit import AuditRow
from reconciler.model.sections import Audit
from reconciler.views.say import words_looking as looking
from reconciler.views.spoken import Spoken

SHORT = 12
"""Digits of a hash that are enough to compare by eye; all of them are in the JSON."""


def short(digest: str) -> str:
    """The beginning of a digest, without the name of how it is made."""
    return digest.removeprefix("sha256:")[:SHORT] or "–"


def audit_rows(audit: Audit, voice: Spoken) -> Iterator[tuple[str, ...]]:
    """Number, time, hash, and what was done on which day of the portal, by whom, for which plan."""
    yield tuple(map(voice.say, looking.AUDIT_COLUMNS))
    yield from ((str(row.number), row.at, short(row.hash), " ".join(_told(row, voice))) for row in audit.rows)


def _told(row: AuditRow, voice: Spoken) -> Iterator[str]:
    yield from (row.day, row.action)
    if row.ref:
        yield row.ref
    yield f"{row.actor} {row.token}" if row.token else row.actor
    if row.plan:
        yield voice.say(looking.OF_PLAN, digest=short(row.plan))
