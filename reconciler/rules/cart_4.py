"""CART-4: a reference stands for one content for ever.

Reported by the portal. Source: this tool. Values: none; the portal says which order it is.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "CART-4",
    Severity.ERROR,
    Text("Gleiche Referenz, anderer Inhalt", "Same reference, other content"),
    Text(
        "Unter dieser Referenz wurde schon ein Auftrag mit anderem Inhalt angenommen.",
        "An order with other content was accepted under this reference before.",
    ),
    Text(
        "Die Referenz entsteht aus dem Inhalt: Zweimal gesendet, gilt ein Auftrag einmal. Wer unter ihr etwas anderes "
        "sendet, bekäme „schon vorhanden“ für etwas, das es nicht gibt.",
        "The reference is made from the content: sent twice, an order counts once. Whoever sends something else under "
        "it would be told “already present” of something that is not there.",
    ),
    Text(
        "Neu planen; ein anderer Wunsch bekommt eine andere Referenz.",
        "Plan again; another wish gets another reference.",
    ),
    OURS,
)
