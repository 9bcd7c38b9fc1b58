"""IGN-1: a silence has a reason and silences something.

Reported where findings are made. Source: this tool. Values: rule, cause.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "IGN-1",
    Severity.WARNING,
    Text("Stummschalten wirkt nicht", "Silence has no effect"),
    Text(
        "Das Stummschalten von {rule} wirkt nicht: {cause}.",
        "Silencing {rule} has no effect: {cause}.",
    ),
    Text(
        "Ein grundloses oder überholtes Stummschalten verdeckt den nächsten Fehler.",
        "A silence without reason or out of date hides the next mistake.",
    ),
    Text(
        "Den Eintrag aus „reconciler/ignore“ entfernen oder als „REGEL (Grund)“ schreiben.",
        "Remove the entry of “reconciler/ignore”, or write it as “RULE (reason)”.",
    ),
    OURS,
)
