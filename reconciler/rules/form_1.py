"""FORM-1: a key is known.

Reported while reading. Source: this tool. Values: key, nearest, known.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-1",
    Severity.ERROR,
    Text("Unbekannter Schlüssel", "Unknown key"),
    Text(
        "Den Schlüssel „{key}“ gibt es hier nicht.",
        "There is no key “{key}” here.",
    ),
    Text(
        "Ein verschriebener Schlüssel würde sonst stillschweigend nichts bewirken.",
        "A misspelt key would otherwise silently do nothing.",
    ),
    Text(
        "Gemeint ist wohl „{nearest}“. Möglich: {known}.",
        "Probably “{nearest}” is meant. Possible: {known}.",
    ),
    OURS,
    fix_otherwise=Text(
        "Hier möglich: {known}.",
        "Possible here: {known}.",
    ),
)
