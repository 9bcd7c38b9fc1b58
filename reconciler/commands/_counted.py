"""Counts in words, as more than one last sentence has them."""

from reconciler.model.finding import Severity
from reconciler.model.meaning import Lying
from reconciler.model.sections import Findings
from reconciler.model.text import NOTHING, Text

NOTHING_FITS = Text("Auf die Auswahl oder einen Teil von ihr passt nichts; am Portal wurde nichts geändert.",
                    "Nothing fits what was chosen, or a part of it; nothing was changed at the portal.")


def missed(found: Findings) -> bool:
    """Whether a command ends because of what was chosen: that is a slip of the pen, and no guard."""
    return not found.broken and any(f.rule == "CHOICE-1" for f in found.findings)


def n(count: int, one: str, many: str) -> str:
    """``1 order``, ``2 orders``."""
    return f"{count} {one if count == 1 else many}"


def refused(found: Findings) -> Text:
    """That there is no plan, because a rule is broken."""
    count = found.count(Severity.ERROR)
    return Text(f"Kein Plan wegen {n(count, 'Fehlers', 'Fehlern')}; am Portal wurde nichts geändert.",
                f"No plan because of {n(count, 'error', 'errors')}; nothing was changed at the portal.")


def to_buy(lying: Lying) -> Text:
    """That something of ours lies in the cart and nobody bought it; begins with a blank."""
    count = lying.unordered.count if lying.unordered else 0
    if not count:
        return NOTHING
    return Text(f" {n(count, 'Position liegt', 'Positionen liegen')} unbestellt im Warenkorb (reconciler order).",
                f" {n(count, 'position lies', 'positions lie')} in the cart, not ordered (reconciler order).")
