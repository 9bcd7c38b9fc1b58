"""YAML-11: no directives.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-11",
    Severity.ERROR,
    Text("YAML-Anweisung", "YAML directive"),
    Text(
        "YAML-Anweisung: {problem}.",
        "YAML directive: {problem}.",
    ),
    Text(
        "Anweisungen ändern, wie die Datei zu lesen ist.",
        "They change how the file is to be read.",
    ),
    Text(
        "Die Zeile streichen; Dokumente mit „---“ trennen.",
        "Remove the line; separate documents by “---”.",
    ),
    OURS,
)
