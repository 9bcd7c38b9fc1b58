"""YAML-9: a document is a mapping.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-9",
    Severity.ERROR,
    Text("Leer oder kein Dokument", "Empty or no document"),
    Text(
        "Kein Dokument: {problem}.",
        "No document: {problem}.",
    ),
    Text(
        "Ein leeres Manifest sähe aus wie der Wunsch, alles zu löschen.",
        "An empty manifest would look like the wish to delete everything.",
    ),
    Text(
        "Ein Dokument mit „apiVersion“, „kind“, „metadata“ und „spec“ schreiben oder die Datei löschen.",
        "Write a document with “apiVersion”, “kind”, “metadata” and “spec”, or delete the file.",
    ),
    OURS,
)
