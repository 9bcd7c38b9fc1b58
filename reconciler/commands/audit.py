"""portal audit: who changed the portal by what and when, and whether nobody has changed that since."""

from contextlib import closing
from datetime import date

from reconciler import errors
from reconciler.commands.portal import database_of
from reconciler.drivers.local import connect
from reconciler.model.message import Word, sentence
from reconciler.model.report import Head, Origin, Report
from reconciler.model.sections import Audit, Findings
from reconciler.portal.books.chain import misfit, verdict
from reconciler.request import Folder
from reconciler.workspace.kit import load_kit


def portal_audit(folder: Folder, since: date | None, url: str = "", *, verify: bool = False) -> Report:
    """The rows of the audit since a day of the portal, of the workspace's or of that in the database at ``url``.

    With ``verify`` all rows are looked at, whichever are told; that one does not fit is the report's exit code.
    """
    kit, database = load_kit(), database_of(folder, url)
    with closing(connect(database, kit.kinds, tuple(kit.rules.values()))) as portal:
        meta, rows = portal.audit()
    told = tuple(row for row in rows if since is None or row.day >= since.isoformat())
    head = rows[-1].hash if rows else ""
    report = Report(Head("portal audit", as_of=meta.today,
                         portal=Origin("local", meta.company, meta.origin, str(meta.revision))),
                    (Findings(), Audit(told, len(rows), head)))
    if not verify:
        return report.ending(errors.DONE, sentence(
            "Zeilen des Protokolls: {count}; Prüfsumme der letzten: {head}",
            "Rows of the audit: {count}; hash of the last: {head}", count=len(rows), head=Word(head or "–")))
    found = misfit(rows, meta)
    report = report.having(Audit(told, len(rows), head, found.number if found else 0))
    if found is None:
        return report.ending(errors.DONE, verdict(found, rows))
    return report.ending(errors.FAILED, sentence("{path}: {found}", "{path}: {found}", path=database.name,
                                                 found=verdict(found, rows)))
