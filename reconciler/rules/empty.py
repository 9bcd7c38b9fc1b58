"""EMPTY: a plan does not leave nothing.

Reported by the planner. Source: this tool. Values: what, allow.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "EMPTY",
    Severity.ERROR,
    Text("Es bliebe nichts übrig", "Nothing would be left"),
    Text(
        "Es bliebe nichts übrig: {what}.",
        "Nothing would be left: {what}.",
    ),
    Text(
        "So sieht es meist aus, wenn der falsche Ordner oder Branch gelesen oder etwas falsch geschrieben wurde.",
        "That is mostly how it looks when the wrong folder or branch was read, or something was misspelt.",
    ),
    Text(
        "Ordner und Branch prüfen. Ist es gewollt: {allow}",
        "Check folder and branch. If it is wanted: {allow}",
    ),
    OURS,
)
