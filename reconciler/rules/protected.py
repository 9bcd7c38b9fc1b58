"""PROTECTED: what is protected stays.

Reported by the planner. Source: this tool. Values: address.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "PROTECTED",
    Severity.ERROR,
    Text("Geschützt", "Protected"),
    Text(
        "{address} würde gelöscht oder ersetzt, ist aber geschützt.",
        "{address} would be deleted or replaced, but is protected.",
    ),
    Text(
        "Mit „protect: true“ und auf der Nummer der Zentrale soll nichts verloren gehen.",
        "With “protect: true” and on the central number nothing shall be lost.",
    ),
    Text(
        "Erst „protect“ entfernen oder die Zentrale auf einen anderen Arbeitsplatz legen.",
        "First remove “protect”, or move the central number to another workplace.",
    ),
    OURS,
)
