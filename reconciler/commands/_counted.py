"""The last sentence of every command, with counts, in both languages."""

from collections import Counter

from reconciler import errors
from reconciler.model.cost import Cost, Sums, amount_text
from reconciler.model.finding import Severity
from reconciler.model.meaning import Lying
from reconciler.model.order import Outcome
from reconciler.model.report import Report
from reconciler.model.sections import Cart, Differences, Findings, Outcomes, Outlook, Terms, Unbought, Underway, Waiting
from reconciler.model.text import Text


def checked(found: Findings, files: int) -> Text:
    """After ``validate``."""
    return Text(
        f"{_n(files, 'Datei', 'Dateien')} mit {_n(found.documents, 'Dokument', 'Dokumenten')} geprüft; "
        "am Portal wurde nichts geändert.",
        f"{_n(files, 'file', 'files')} with {_n(found.documents, 'document', 'documents')} checked; "
        "nothing was changed at the portal.",
    )


def planned(report: Report) -> Text:
    """After ``plan``."""
    plan, outlook = report.plan, report.get(Outlook) or Outlook()
    if report.exit == errors.REFUSED:
        return refused(report.get(Findings) or Findings())
    due, later = len(plan.due) if plan else 0, sum(len(w.orders) for w in plan.waves) if plan else 0
    stop = Text(" Eine Schutzgrenze hält den Plan an.", " A guard stops the plan.")
    stop = stop if report.exit == errors.GUARDED else Text("", "")
    return Text(
        f"{_n(due, 'Auftrag', 'Aufträge')} jetzt möglich, {later - due} später; am Portal wurde nichts geändert."
        + stop.de + _to_buy(outlook.lying).de,
        f"{_n(due, 'order', 'orders')} can be queued now, {later - due} later; nothing was changed at the portal."
        + stop.en + _to_buy(outlook.lying).en,
    )


def refused(found: Findings) -> Text:
    """After a plan was made of manifests with errors."""
    count = found.count(Severity.ERROR)
    return Text(f"Kein Plan wegen {_n(count, 'Fehlers', 'Fehlern')}; am Portal wurde nichts geändert.",
                f"No plan because of {_n(count, 'error', 'errors')}; nothing was changed at the portal.")


def _to_buy(lying: Lying) -> Text:
    """That something of ours lies in the cart and nobody bought it."""
    count = lying.unordered.count if lying.unordered else 0
    if not count:
        return Text("", "")
    return Text(f" {_n(count, 'Position liegt', 'Positionen liegen')} unbestellt im Warenkorb (reconciler order).",
                f" {_n(count, 'position lies', 'positions lie')} in the cart, not ordered (reconciler order).")


def applied(report: Report) -> Text:
    """After ``apply``."""
    sent = report.get(Outcomes)
    receipts = sent.receipts if sent else ()
    counts = Counter(r.outcome for r in receipts)
    lying = (report.get(Unbought) or Unbought(Lying())).lying
    done = counts[Outcome.DONE] + counts[Outcome.ALREADY_PRESENT]
    total, unknown = len(receipts), counts[Outcome.UNKNOWN]
    rejected, rest = counts[Outcome.REJECTED], counts[Outcome.SKIPPED] + counts[Outcome.NOT_TRIED]
    if not total:
        waves = report.plan.waves if report.plan else ()
        until = Text(f" bis {waves[0].not_before}", f" before {waves[0].not_before}") if waves else Text("", "")
        return Text(f"Nichts fällig{until.de}; am Portal wurde nichts geändert.{_to_buy(lying).de}",
                    f"Nothing is due{until.en}; nothing was changed at the portal.{_to_buy(lying).en}")
    return Text(
        f"{done} von {total} Aufträgen übernommen, {rejected} abgelehnt, {rest} nicht versucht, {unknown} ungeklärt. "
        "Bestellt wurde nichts." + ("" if done == total else " Denselben Befehl noch einmal auszuführen ist sicher.")
        + _to_buy(lying).de,
        f"{done} of {total} orders taken over, {rejected} rejected, {rest} not tried, {unknown} unknown. "
        "Nothing was bought." + ("" if done == total else " Running the same command again is safe.")
        + _to_buy(lying).en,
    )


def carted(cart: Cart) -> Text:
    """After ``cart``."""
    lying = [p for p in cart.positions if p.state == "in-cart"]
    ours, ordered = sum(p.ours for p in lying), sum(p.state == "ordered" for p in cart.positions)
    return Text(
        f"{_n(len(lying), 'Position', 'Positionen')} im Warenkorb ({ours} eigene), {ordered} bestellt und noch offen.",
        f"{_n(len(lying), 'position', 'positions')} in the cart ({ours} of ours), "
        f"{ordered} ordered and not carried out.",
    )


def bought(count: int) -> Text:
    """After ``order``."""
    if not count:
        return Text("Der Warenkorb ist leer; bestellt wurde nichts.", "The cart is empty; nothing was bought.")
    return Text(f"Das Portal hat {_n(count, 'Position', 'Positionen')} übernommen; jede wird an ihrem Tag ausgeführt.",
                f"The portal took {_n(count, 'position', 'positions')}; each is carried out on its day.")


def drifted(report: Report) -> Text:
    """After ``drift``."""
    changes = len((report.get(Differences) or Differences()).changes)
    pending, lying = (report.get(Waiting) or Waiting()).addresses, (report.get(Underway) or Underway(Lying())).lying
    if report.exit == errors.REFUSED:
        return refused(report.get(Findings) or Findings())
    return Text(
        f"{_n(changes, 'Ressource weicht', 'Ressourcen weichen')} ab, {pending} unterwegs; "
        f"am Portal wurde nichts geändert.{_to_buy(lying).de}",
        f"{_n(changes, 'resource differs', 'resources differ')}, {pending} pending; nothing was changed at the portal."
        f"{_to_buy(lying).en}",
    )


def kept(found: Terms) -> Text:
    """After ``terms``."""
    running = [t for t in found.terms if t.running]
    over = sum(t.over and t.state != "in-cart" for t in found.terms)
    unbound = len(found.terms) - len(running) - over
    last = min((t.ends for t in running), default=None)
    until = Text(f" (die nächste bis {last})", f" (the next until {last})") if last else Text("", "")
    cart = Text(f", {unbound} nur im Warenkorb", f", {unbound} only in the cart") if unbound else Text("", "")
    return Text(
        f"{_n(len(running), 'Mindestlaufzeit läuft', 'Mindestlaufzeiten laufen')} noch{until.de}, {over} um{cart.de}; "
        "am Portal wurde nichts geändert.",
        f"{_n(len(running), 'minimum term is', 'minimum terms are')} running{until.en}, {over} over{cart.en}; "
        "nothing was changed at the portal.",
    )


def repriced(planned: Cost, now: Cost | None) -> Text:
    """After ``order``, where the sum is not the one that was planned or agreed to."""
    left_out = ", ".join(item.name for item in now.unpriced) if now else ""
    without = Text(f", ohne Preis für {left_out}", f", without a price for {left_out}") if left_out else Text("", "")
    here = Text("ohne Preisbuch nicht mehr zu berechnen", "it cannot be computed without a price book")
    here = _sums(now.currency, now.monthly) if now else here
    there = _sums(planned.currency, planned.cart or planned.monthly)
    return Text(
        f"Der Warenkorb kostet nicht mehr dasselbe. Geplant oder bestätigt: {there.de}; jetzt: {here.de}{without.de}. "
        "Bestellt wurde nichts.",
        f"The cart no longer costs the same. Planned or agreed to: {there.en}; now: {here.en}{without.en}. "
        "Nothing was bought.",
    )


def _sums(currency: str, sums: Sums) -> Text:
    de, en = ([amount_text(a, language) for a in (sums.before, sums.after, sums.bound)] for language in ("de", "en"))
    return Text(f"{de[0]} → {de[1]} {currency} im Monat (bindet mindestens {de[2]})",
                f"{en[0]} → {en[1]} {currency} a month (binds at least {en[2]})")


def _n(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
