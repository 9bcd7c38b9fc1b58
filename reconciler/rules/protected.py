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
        "Was „protect: true“ hat oder die Nummer der Zentrale hält, darf nicht verloren gehen.",
        "What has “protect: true”, or holds the central number, must not get lost.",
    ),
    Text(
        "Erst „protect“ entfernen oder die Zentrale auf einen anderen Arbeitsplatz legen.",
        "First remove “protect”, or move the central number to another workplace.",
    ),
    OURS,
)
