"""REPLACES: a replace is allowed by name.

Reported by the planner. Source: this tool. Values: count, names, allow.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "REPLACES",
    Severity.ERROR,
    Text("Ersetzen braucht ein Ja", "Replacing needs a yes"),
    Text(
        "Zu löschen und neu einzurichten: {names} (insgesamt {count}).",
        "To be deleted and set up anew: {names} ({count} in all).",
    ),
    Text(
        "Dabei gehen Voicemail, Anruflisten und eigene Einstellungen verloren, und eine neue Mindestlaufzeit beginnt.",
        "Voicemail, call lists and personal settings are lost, and a new minimum term begins.",
    ),
    Text(
        "Den Plan lesen. Erlauben: {allow}",
        "Read the plan. Allow: {allow}",
    ),
    OURS,
)
