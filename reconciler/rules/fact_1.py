"""FACT-1: a fact that is written down agrees with the portal.

Reported where facts are filled in. Source: this tool. Values: value, portal.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FACT-1",
    Severity.ERROR,
    Text("Tatsache weicht ab", "Fact differs"),
    Text(
        "Im Manifest steht {value}, das Portal meldet {portal}.",
        "The manifest says {value}, the portal reports {portal}.",
    ),
    Text(
        "Solche Angaben bestimmt der Vertrag; das Werkzeug kann sie nicht ändern.",
        "The contract decides such values; the tool cannot change them.",
    ),
    Text(
        "Den Wert des Portals übernehmen ({portal}) oder die Zeile streichen.",
        "Take over the portal's value ({portal}), or leave the line out.",
    ),
    OURS,
)
