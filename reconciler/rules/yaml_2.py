"""YAML-2: a key stands once.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-2",
    Severity.ERROR,
    Text("Schlüssel doppelt", "Key written twice"),
    Text(
        "Den Schlüssel „{value}“ gibt es zweimal: {problem}.",
        "The key “{value}” is written twice: {problem}.",
    ),
    Text(
        "Welcher der beiden Werte gelten soll, ist nicht zu erkennen.",
        "Nobody can tell which of the two values counts.",
    ),
    Text(
        "Eine der beiden Zeilen streichen.",
        "Remove one of the two lines.",
    ),
    OURS,
)
