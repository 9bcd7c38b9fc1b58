"""The chain of the audit: each row holds the hash of the row before, so that none can be changed or go unseen."""

import hmac
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from reconciler.model.audit import AuditRow
from reconciler.model.message import Message, Word, sentence
from reconciler.model.text import Text
from reconciler.portal.books.protocol import Author, Deed, Meta

GONE = Text("Sie fehlt.", "It is missing.")
ALTERED = Text("Ihr Inhalt ergibt nicht ihre Prüfsumme.", "Its content does not give its hash.")
UNLINKED = Text("Sie schließt nicht an die Zeile davor an.", "It does not follow the row before.")
TOO_MANY = Text("Das Portal hat so viele nicht geschrieben.", "The portal did not write so many.")
OTHER_END = Text("Sie ist nicht die letzte, die das Portal geschrieben hat.",
                 "It is not the last that the portal wrote.")
OTHER_BOOKS = Text("Das Portal hat einen anderen Stand oder Tag als nach ihr.",
                   "The portal has another revision or day than after it.")


class Misfit(NamedTuple):
    """The number of the first row that does not fit, and why."""

    number: int
    why: Text


def chained(deeds: Iterable[Deed], meta: Meta, author: Author, now: float) -> list[AuditRow]:
    """The rows of what was done at ``now`` (epoch seconds) by this author, behind those that ``meta`` counts."""
    at = datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    rows: list[AuditRow] = []
    head = meta.head
    for number, deed in enumerate(deeds, meta.audited + 1):
        ref, content = (str(deed.about.ref), keyed(deed.about.digest, meta.secret)) if deed.about else ("", "")
        row = AuditRow(number, at, deed.day.isoformat(), deed.action, ref, content, author.plan, author.actor,
                       author.token, meta.revision, head, "")
        head = hash_of(row)
        rows.append(row._replace(hash=head))
    return rows


def keyed(digest: str, secret: str) -> str:
    """A digest of content as the audit keeps it: nobody who guesses the content learns whether that was it."""
    return f"hmac-sha256:{hmac.digest(secret.encode(), digest.encode(), 'sha256').hex()}"


def hash_of(row: AuditRow) -> str:
    """SHA-256 of all that a row holds but its hash, as the shortest JSON with keys in order and in ASCII."""
    held = {key: value for key, value in row._asdict().items() if key != "hash"}
    plain = json.dumps(held, sort_keys=True, separators=(",", ":"))
    return f"sha256:{sha256(plain.encode()).hexdigest()}"


def misfit(rows: Sequence[AuditRow], meta: Meta) -> Misfit | None:
    """The first row that nobody wrote so, from the first to the last and then beside the books; None if all fit.

    ``rows`` are all that there are, by number. Somebody who may write the database can make a whole new chain and
    its head: only a head that was kept elsewhere tells that.
    """
    return next(_misfits(rows, meta), None)


def verdict(found: Misfit | None, rows: Sequence[AuditRow]) -> Message:
    """What ``misfit`` found in these rows, for people."""
    if found is None:
        return sentence(
            "Das Protokoll ist unverändert und passt zum Portal. Zeilen: {count}; Prüfsumme der letzten: {head}",
            "The audit is unchanged and fits the portal. Rows: {count}; hash of the last: {head}",
            count=len(rows), head=Word(rows[-1].hash if rows else ""))
    return sentence(
        "Zeile {number} des Protokolls passt nicht. {why} Was ab ihr darin steht, belegt nichts; was wirklich geschah, "
        "zeigt eine Sicherung von vorher.",
        "Row {number} of the audit does not fit. {why} What stands there from it on proves nothing; a backup made "
        "before shows what really happened.", number=found.number, why=found.why)


def _misfits(rows: Sequence[AuditRow], meta: Meta) -> Iterator[Misfit]:
    head = ""
    for number, row in enumerate(rows, 1):
        if row.number != number:
            yield Misfit(number, GONE)
        if number > meta.audited:
            yield Misfit(number, TOO_MANY)
        if row.before != head:
            yield Misfit(number, UNLINKED)
        if row.hash != hash_of(row):
            yield Misfit(number, ALTERED)
        head = row.hash
    if not rows or len(rows) < meta.audited:
        yield Misfit(len(rows) + 1, GONE)
        return
    if head != meta.head:
        yield Misfit(len(rows), OTHER_END)
    if (rows[-1].revision, rows[-1].day) != (meta.revision, meta.today.isoformat()):
        yield Misfit(len(rows), OTHER_BOOKS)
