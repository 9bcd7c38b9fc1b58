"""The last sentence of every command, with counts, in both languages."""

from collections import Counter

from reconciler import errors
from reconciler.model.change import Action
from reconciler.model.finding import Severity
from reconciler.model.order import Outcome
from reconciler.model.report import Report
from reconciler.model.text import Text


def checked(report: Report, files: int) -> Text:
    """After ``validate``."""
    wrong, warned = _severity(report, Severity.ERROR), _severity(report, Severity.WARNING)
    return Text(
        f"{_n(wrong, 'Fehler', 'Fehler')}, {_n(warned, 'Warnung', 'Warnungen')} in "
        f"{_n(report.documents, 'Dokument', 'Dokumenten')} aus {_n(files, 'Datei', 'Dateien')}. "
        "Am Portal wurde nichts geändert.",
        f"{_n(wrong, 'error', 'errors')}, {_n(warned, 'warning', 'warnings')} in "
        f"{_n(report.documents, 'document', 'documents')} of {_n(files, 'file', 'files')}. "
        "Nothing was changed at the portal.",
    )


def planned(report: Report) -> Text:
    """After ``plan`` and ``show``."""
    plan = report.plan
    if report.exit == errors.REFUSED:
        count = _severity(report, Severity.ERROR)
        return Text(f"Kein Plan: {_n(count, 'Fehler', 'Fehler')}. Am Portal wurde nichts geändert.",
                    f"No plan: {_n(count, 'error', 'errors')}. Nothing was changed at the portal.")
    if plan is None or not (plan.changes or plan.blocked or plan.waves):
        seats = plan.unchanged if plan else 0
        return Text(f"Keine Änderungen: {_n(seats, 'Objekt ist', 'Objekte sind')} wie gewünscht.",
                    f"No changes: {_n(seats, 'object is', 'objects are')} as wished.")
    counts = Counter(c.action for c in plan.changes)
    words = ((Action.CREATE, "neu", "to create"), (Action.UPDATE, "zu ändern", "to update"),
             (Action.REPLACE, "zu ersetzen", "to replace"), (Action.DELETE, "zu löschen", "to delete"),
             (Action.WITHDRAW, "zurückzunehmen", "to withdraw"))
    de = ", ".join(f"{counts[action]} {word}" for action, word, _ in words)
    en = ", ".join(f"{counts[action]} {word}" for action, _, word in words)
    waves, stuck = len(plan.waves), len(plan.blocked)
    stop = report.exit == errors.GUARDED
    return Text(
        f"Plan: {de}, {stuck} blockiert; {_n(waves, 'Welle', 'Wellen')}. Am Portal wurde nichts geändert."
        + (" Eine Schutzgrenze hält den Plan an." if stop else ""),
        f"Plan: {en}, {stuck} blocked; {_n(waves, 'wave', 'waves')}. Nothing was changed at the portal."
        + (" A guard stops the plan." if stop else ""),
    )


def applied(report: Report) -> Text:
    """After ``apply``."""
    counts = Counter(r.outcome for r in report.receipts)
    done = counts[Outcome.DONE] + counts[Outcome.ALREADY_PRESENT]
    total, unknown = len(report.receipts), counts[Outcome.UNKNOWN]
    rejected, rest = counts[Outcome.REJECTED], counts[Outcome.SKIPPED] + counts[Outcome.NOT_TRIED]
    if not total:
        return Text("Nichts zu tun. Am Portal wurde nichts geändert.",
                    "Nothing to do. Nothing was changed at the portal.")
    return Text(
        f"{done} von {total} Aufträgen übernommen, {rejected} abgelehnt, {rest} nicht versucht, {unknown} ungeklärt. "
        "Bestellt wurde nichts." + ("" if done == total else " Denselben Befehl noch einmal auszuführen ist sicher."),
        f"{done} of {total} orders taken over, {rejected} rejected, {rest} not tried, {unknown} unknown. "
        "Nothing was bought." + ("" if done == total else " Running the same command again is safe."),
    )


def carted(report: Report) -> Text:
    """After ``cart``."""
    lying = [p for p in report.positions if p.state == "in-cart"]
    ours, ordered = sum(p.ours for p in lying), sum(p.state == "ordered" for p in report.positions)
    return Text(
        f"{_n(len(lying), 'Position', 'Positionen')} im Warenkorb ({ours} eigene), {ordered} bestellt und noch offen.",
        f"{_n(len(lying), 'position', 'positions')} in the cart ({ours} of ours), "
        f"{ordered} ordered and not carried out.",
    )


def bought(count: int) -> Text:
    """After ``order``."""
    if not count:
        return Text("Der Warenkorb ist leer; bestellt wurde nichts.", "The cart is empty; nothing was bought.")
    return Text(f"{_n(count, 'Position', 'Positionen')} kostenpflichtig bestellt.",
                f"{_n(count, 'position', 'positions')} ordered with obligation to pay.")


def _n(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _severity(report: Report, severity: Severity) -> int:
    return sum(f.severity is severity for f in report.findings)
