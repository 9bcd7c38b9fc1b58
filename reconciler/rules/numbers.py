"""NUMBERS: a number that nobody wrote does not change by itself.

Reported by the planner. Source: this tool. Values: count, first, before, after, allow.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "NUMBERS",
    Severity.ERROR,
    Text("Nummernwechsel braucht ein Ja", "Change of number needs a yes"),
    Text(
        "{count} bekämen eine Nummer, die niemand aufgeschrieben hat, zuerst {first}: {before} → {after}.",
        "{count} workplaces would get a number that nobody wrote down, first {first}: {before} → {after}.",
    ),
    Text(
        "Eine Nummer steht auf Visitenkarten; sie soll nicht nebenbei wechseln.",
        "A number stands on business cards; it should not change in passing.",
    ),
    Text(
        "Die Nummer ins Manifest schreiben. Oder erlauben: {allow}",
        "Write the number into the manifest. Or allow: {allow}",
    ),
    OURS,
)
