"""ACTIVE: a change waits until the ordered workplace is active.

Reported by the planner. Source: this tool.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "ACTIVE",
    Severity.INFO,
    Text("Wartet auf die Aktivierung", "Waits for the activation"),
    Text(
        "Der Arbeitsplatz ist bestellt und noch nicht aktiv; die Änderung folgt danach.",
        "The workplace is ordered and not active yet; the change follows afterwards.",
    ),
    Text(
        "Was schon bestellt ist, lässt das Portal bis zur Ausführung nicht mehr ändern.",
        "What is ordered cannot be changed in the portal until it was carried out.",
    ),
    Text(
        "Nach der Aktivierung noch einmal planen und anwenden.",
        "Plan and apply again after the activation.",
    ),
    OURS,
)
