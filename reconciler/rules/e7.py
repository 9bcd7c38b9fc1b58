"""E7: a plan lists every step that touches emergency calls.

Reported by the planner as a section of its own. Source: this tool.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "E7",
    Severity.INFO,
    Text("Schritte, die den Notruf berühren", "Steps that touch emergency calls"),
    Text(
        "Der Plan ändert, wie oder woher Notrufe gehen.",
        "The plan changes how or from where emergency calls go.",
    ),
    Text(
        "Nummer, Anschluss, nomadische Nutzung, Sperrprofil und letztes Endgerät entscheiden über den Notruf.",
        "Number, line, nomadic use, blocking profile and last device decide on emergency calls.",
    ),
    Text(
        "Den Abschnitt „Notruf“ des Plans vor dem Anwenden lesen.",
        "Read the plan's section on emergency calls before applying.",
    ),
    OURS,
)
