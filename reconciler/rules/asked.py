"""ASKED: a warning that asks for a yes has got it.

Reported by the planner. Source: this tool. Values: rule, count, allow.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "ASKED",
    Severity.ERROR,
    Text("Warnung braucht ein Ja", "Warning needs a yes"),
    Text(
        "{rule} verlangt ein ausdrückliches Ja; Stellen in diesem Plan: {count}.",
        "{rule} asks for an explicit yes; places in this plan: {count}.",
    ),
    Text(
        "Diese Änderung kann jemanden vom Telefonieren oder vom Notruf abschneiden.",
        "This change can cut somebody off from calls or from emergency calls.",
    ),
    Text(
        "Die Warnungen lesen. Erlauben: {allow}",
        "Read the warnings. Allow: {allow}",
    ),
    OURS,
)
