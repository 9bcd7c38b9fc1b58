"""LIMIT-DELETES: a plan does not delete too much.

Reported by the planner. Source: this tool. Values: count, existing, kind, share, limit, allow.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "LIMIT-DELETES",
    Severity.ERROR,
    Text("Zu viele Löschungen", "Too many deletions"),
    Text(
        "{count} von {existing} ({kind}) würden gelöscht (Anteil {share}, Grenze {limit}).",
        "{count} of {existing} ({kind}) would be deleted (share {share}, limit {limit}).",
    ),
    Text(
        "Viele Löschungen auf einmal sind meist ein Versehen, und jede kostet Daten.",
        "Many deletions at once are mostly a mistake, and each costs data.",
    ),
    Text(
        "Den Plan lesen. Erlauben: {allow}",
        "Read the plan. Allow: {allow}",
    ),
    OURS,
)
