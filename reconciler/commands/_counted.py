"""Counts in words, as more than one last sentence has them."""

from reconciler.model.finding import Severity
from reconciler.model.meaning import Lying
from reconciler.model.message import Message, Said, sentence
from reconciler.model.sections import Findings
from reconciler.model.text import NOTHING, Text

NOTHING_FITS = Text("Auf die Auswahl oder einen Teil von ihr passt nichts; am Portal wurde nichts geändert.",
                    "Nothing fits what was chosen, or a part of it; nothing was changed at the portal.")


def missed(found: Findings) -> bool:
    """Whether a command ends because of what was chosen: that is a slip of the pen, and no guard."""
    return not found.broken and any(f.rule == "CHOICE-1" for f in found.findings)


def n(count: int, one: Text, many: Text) -> Message:
    """``1 order``, ``2 orders``."""
    return sentence("{n} {what}", "{n} {what}", n=count, what=one if count == 1 else many)


def refused(found: Findings) -> Message:
    """That there is no plan, because a rule is broken."""
    return sentence("Kein Plan wegen {errors}; am Portal wurde nichts geändert.",
                    "No plan because of {errors}; nothing was changed at the portal.",
                    errors=n(found.count(Severity.ERROR), Text("Fehlers", "error"), Text("Fehlern", "errors")))


def to_buy(lying: Lying) -> Said:
    """That something of ours lies in the cart and nobody bought it; begins with a blank."""
    there = lying.unordered
    if there is None:
        return NOTHING
    lie = n(there.count, Text("Position liegt", "position lies"), Text("Positionen liegen", "positions lie"))
    return sentence(" {lie} unbestellt im Warenkorb{next}.", " {lie} in the cart, not ordered{next}.", lie=lie,
                    next=_NO_ORDER if there.gone else _NEXT[there.next])


_NO_ORDER = Text(" (reconciler apply)", " (reconciler apply)")
_NEXT = {"order": Text(" (reconciler order)", " (reconciler order)"),
         "apply": Text(" (reconciler apply, reconciler order)", " (reconciler apply, reconciler order)"),
         "plan": NOTHING}
