"""NUMBERS: a number that nobody wrote does not change by itself.

Reported by the planner. Source: this tool. Values: count, numbers, allow.
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
        "Beim Ersetzen verloren, ohne dass eine neue im Manifest steht: {numbers} (insgesamt {count}).",
        "Lost by a replace, with no new one in the manifest: {numbers} ({count} in all).",
    ),
    Text(
        "Eine Nummer steht auf Visitenkarten. Ist der alte Arbeitsplatz gelöscht, weiß niemand mehr, welche es war.",
        "A number stands on business cards. Once the old workplace is deleted nobody knows any more which it was.",
    ),
    Text(
        "Die Nummer unter „number.external“ ins Manifest schreiben. Oder erlauben: {allow}",
        "Write the number into the manifest as “number.external”. Or allow: {allow}",
    ),
    OURS,
)
