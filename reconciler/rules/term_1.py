"""TERM-1: a workplace cannot be deleted before 30 days from its activation.

Reported by the planner as what an order waits for, and by the portal as a refusal. Source: help page
"Arbeitsplatz einrichten", activating.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "TERM-1",
    Severity.ERROR,
    Text("Mindestlaufzeit des Arbeitsplatzes", "Minimum term of the workplace"),
    Text(
        "Der Arbeitsplatz lässt sich frühestens 30 Tage nach seiner Aktivierung löschen.",
        "The workplace can be deleted 30 days after its activation at the earliest.",
    ),
    Text(
        "Mit der Aktivierung beginnt eine Mindestlaufzeit, die das Portal nicht verkürzt.",
        "With the activation a minimum term begins, which the portal does not shorten.",
    ),
    Text(
        "An dem Tag, den der Plan nennt, noch einmal planen und anwenden.",
        "Plan and apply again on the day that the plan names.",
    ),
    setup("Arbeitsplatz aktivieren", "activating a workplace"),
)
