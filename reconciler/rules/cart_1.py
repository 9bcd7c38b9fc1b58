"""CART-1: applying only fills the cart.

Explained; the tool buys nothing by itself. Source: help page "Arbeitsplatz einrichten", activating.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "CART-1",
    Severity.INFO,
    Text("Erst der Warenkorb", "The cart comes first"),
    Text(
        "Die Aufträge liegen im Warenkorb und sind nicht bestellt.",
        "The orders lie in the cart and are not bought.",
    ),
    Text(
        "Ein Auftrag wird erst ausgeführt, wenn der Warenkorb bestellt ist.",
        "An order is carried out only once the cart is bought.",
    ),
    Text(
        "Den Warenkorb mit „cart“ ansehen, dann mit „order“ bestellen.",
        "Look at the cart with “cart”, then buy it with “order”.",
    ),
    setup("Arbeitsplatz aktivieren", "activating a workplace"),
)
