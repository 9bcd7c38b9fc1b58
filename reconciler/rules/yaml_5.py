"""YAML-5: not nested too deep.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-5",
    Severity.ERROR,
    Text("Zu tief verschachtelt", "Nested too deep"),
    Text(
        "Zu tief verschachtelt: {problem}.",
        "Nested too deep: {problem}.",
    ),
    Text(
        "Kein Feld braucht so viele Ebenen; solche Dateien sind meist beschädigt oder bösartig.",
        "No field needs so many levels; such files are mostly damaged or malicious.",
    ),
    Text(
        "Überzählige Klammern oder Einrückungen entfernen.",
        "Remove surplus brackets or indentation.",
    ),
    OURS,
)
