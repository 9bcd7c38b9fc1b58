"""CART-2: ordering costs money.

Explained; ``order`` is a command of its own and asks. Source: help page "Arbeitsplatz einrichten", activating.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "CART-2",
    Severity.INFO,
    Text("Bestellen kostet Geld", "Ordering costs money"),
    Text("Mit dem Bestellen wird der Warenkorb kostenpflichtig.", "Ordering the cart is chargeable."),
    Text(
        "Arbeitsplätze und Pakete binden für 30 Tage; der endgültige Preis hängt von der Gesamtzahl ab.",
        "Workplaces and packages bind for 30 days; the final price depends on the total number.",
    ),
    Text("Plan und Warenkorb vergleichen, erst dann bestellen.", "Compare plan and cart, only then order."),
    setup("Arbeitsplatz aktivieren", "activating a workplace"),
)
