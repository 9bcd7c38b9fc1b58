"""LIMIT-UPDATES: a plan does not change too much.

Reported by the planner. Source: this tool. Values: count, existing, kind, share, limit, allow.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "LIMIT-UPDATES",
    Severity.ERROR,
    Text("Zu viele Änderungen", "Too many changes"),
    Text(
        "{count} von {existing} ({kind}) würden geändert (Anteil {share}, Grenze {limit}).",
        "{count} of {existing} ({kind}) would be changed (share {share}, limit {limit}).",
    ),
    Text(
        "So viele Änderungen kommen oft von einer einzigen Zeile in Vorlage, Gruppe oder Defaults.",
        "So many changes often come from a single line in a template, group or defaults.",
    ),
    Text(
        "Den Plan lesen. Erlauben: {allow}",
        "Read the plan. Allow: {allow}",
    ),
    OURS,
)
