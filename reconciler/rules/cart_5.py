"""CART-5: somebody else's deletion, or one that is ordered, is about something protected.

Reported by the planner. Source: this tool. Values: address, cause, what.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "CART-5",
    Severity.WARNING,
    Text("Geschützt, und doch zum Löschen vorgemerkt", "Protected, and yet about to be deleted"),
    Text(
        "{address} ist geschützt ({cause}), aber {what}.",
        "{address} is protected ({cause}), but {what}.",
    ),
    Text(
        "Der Schutz hält auf, was dieses Werkzeug sendet oder bestellt. `order` lässt liegen, was andere in den "
        "Warenkorb gelegt haben; `order --with-foreign` würde es bestellen und wird deshalb angehalten (PROTECTED).",
        "The protection stops what this tool sends or orders. `order` leaves alone what others put into the cart; "
        "`order --with-foreign` would order it and is therefore stopped (PROTECTED).",
    ),
    Text(
        "Am Portal klären, wer die Löschung wollte, und sie dort aus dem Warenkorb nehmen.",
        "Find out at the portal who wanted the deletion, and take it out of the cart there.",
    ),
    OURS,
    silenceable=False,
)
