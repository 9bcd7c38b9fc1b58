"""TERM-2: a package cannot be cancelled before 30 days.

Reported by the planner as what an order waits for, and by the portal as a refusal. Source: help page
"Arbeitsplatz einrichten", packages.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "TERM-2",
    Severity.ERROR,
    Text("Mindestlaufzeit des Pakets", "Minimum term of the package"),
    Text(
        "Das Paket lässt sich frühestens 30 Tage nach der Buchung kündigen.",
        "The package can be cancelled 30 days after it was booked at the earliest.",
    ),
    Text("Jedes Zusatz-Paket hat eine Mindestlaufzeit.", "Every package has a minimum term."),
    Text(
        "An dem Tag, den der Plan nennt, noch einmal planen und anwenden.",
        "Plan and apply again on the day that the plan names.",
    ),
    setup("Zusatz-Pakete", "packages"),
    of=("workplace", "company"),
)
