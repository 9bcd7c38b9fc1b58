"""PRICE-5: what is paid has a price in the price book.

Reported where sums are made; cannot be silenced, so that no sum leaves something out in silence. Source: this
tool. Values: value.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "PRICE-5",
    Severity.WARNING,
    Text("Ohne Preis", "Without a price"),
    Text("„{value}“ hat keinen Preis im Preisbuch.", "“{value}” has no price in the price book."),
    Text(
        "Die Summen enthalten es nicht und gelten als unvollständig.",
        "The sums do not contain it and count as incomplete.",
    ),
    Text("Den Preis im Preisbuch ergänzen.", "Add the price to the price book."),
    OURS,
    silenceable=False,
)
