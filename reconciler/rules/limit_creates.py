"""LIMIT-CREATES: a plan does not order too much.

Reported by the planner. Source: this tool. Values: count, existing, kind, share, limit, allow.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "LIMIT-CREATES",
    Severity.ERROR,
    Text("Zu viele neue Ressourcen", "Too many new resources"),
    Text(
        "{count} würden neu angelegt ({kind}, Grenze {limit}).",
        "{count} would be set up ({kind}, limit {limit}).",
    ),
    Text(
        "Jeder neue Arbeitsplatz kostet Geld und bindet 30 Tage.",
        "Every new workplace costs money and binds for 30 days.",
    ),
    Text(
        "Den Plan lesen. Erlauben: {allow}",
        "Read the plan. Allow: {allow}",
    ),
    OURS,
)
