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
    Text("Ohne Preis im Preisbuch: {value}.", "Without a price in the price book: {value}."),
    Text(
        "Was keinen Preis hat, fehlt in allen Summen; sie gelten als unvollständig.",
        "What has no price is missing in all sums; they count as incomplete.",
    ),
    Text("Den Preis im Preisbuch ergänzen.", "Add the price to the price book."),
    OURS,
    silenceable=False,
)
