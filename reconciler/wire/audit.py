"""The audit of a portal as plain values."""

from typing import TypedDict

from reconciler.model.audit import AuditRow
from reconciler.model.sections import Audit
from reconciler.wire._plain import Count


class AuditRowJson(TypedDict):
    """One change that the portal accepted, as it is kept; the hash is of all other keys, as JSON with keys in order."""

    number: Count
    at: str
    day: str
    action: str
    ref: str
    content: str
    plan: str
    actor: str
    token: Count
    revision: Count
    before: str
    hash: str


class AuditJson(TypedDict):
    """Rows, how many there are in all, the hash of the last, and the number of the first that does not fit."""

    count: Count
    head: str
    misfit: Count | None
    rows: list[AuditRowJson]


def audit_json(audit: Audit) -> AuditJson:
    """The audit as plain values."""
    return {"count": audit.count, "head": audit.head, "misfit": audit.misfit,
            "rows": list(map(_row_json, audit.rows))}


def _row_json(row: AuditRow) -> AuditRowJson:
    return {"number": row.number, "at": row.at, "day": row.day, "action": row.action, "ref": row.ref,
            "content": row.content, "plan": row.plan, "actor": row.actor, "token": row.token,
            "revision": row.revision, "before": row.before, "hash": row.hash}
