"""YAML-6: not too large.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-6",
    Severity.ERROR,
    Text("Zu groß", "Too large"),
    Text(
        "Zu groß: {problem}.",
        "Too large: {problem}.",
    ),
    Text(
        "Höchstens 64 KiB je Wert, 1 MiB und 100.000 Werte je Dokument, 256 MiB je Datei; so ist jede Prüfung schnell.",
        "At most 64 KiB a value, 1 MiB and 100,000 values a document, 256 MiB a file; so every check stays fast.",
    ),
    Text(
        "Auf mehrere Dateien oder Dokumente verteilen.",
        "Spread it over several files or documents.",
    ),
    OURS,
)
