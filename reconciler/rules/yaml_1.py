"""YAML-1: a file is YAML.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-1",
    Severity.ERROR,
    Text("Kein lesbares YAML", "Unreadable YAML"),
    Text(
        "Kein lesbares YAML: {problem}.",
        "Unreadable YAML: {problem}.",
    ),
    Text(
        "Ohne eindeutige Struktur wäre jeder Wert geraten.",
        "Without a clear structure every value would be a guess.",
    ),
    Text(
        "Einrückung, Klammern, Anführungszeichen und Doppelpunkte an dieser Stelle prüfen.",
        "Check indentation, brackets, quotes and colons at this place.",
    ),
    OURS,
)
