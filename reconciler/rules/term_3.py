"""TERM-3: a mobile integration cannot be cancelled before 30 days.

Reported by the planner as what an order waits for, and by the portal as a refusal. Source: help page
"Arbeitsplatz einrichten", MagentaEINS.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "TERM-3",
    Severity.ERROR,
    Text("Mindestlaufzeit der mobilen Integration", "Minimum term of the mobile integration"),
    Text(
        "Die mobile Integration lässt sich frühestens 30 Tage nach der Buchung kündigen.",
        "The mobile integration can be cancelled 30 days after it was booked at the earliest.",
    ),
    Text(
        "Für MagentaEINS und Mobile-Client gilt eine Mindestlaufzeit.",
        "MagentaEINS and the mobile client have a minimum term.",
    ),
    Text(
        "An dem Tag, den der Plan nennt, noch einmal planen und anwenden.",
        "Plan and apply again on the day that the plan names.",
    ),
    setup("Mobile Integration", "mobile integration"),
)
