"""YAML-10: a regular file inside the workspace.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-10",
    Severity.ERROR,
    Text("Keine gewöhnliche Datei", "Not a regular file"),
    Text(
        "{value}: {problem}.",
        "{value}: {problem}.",
    ),
    Text(
        "Gelesen wird nur, was als gewöhnliche Datei im Arbeitsbereich liegt: keine Links, Geräte, Pfade nach außen.",
        "Only what lies in the workspace as a regular file is read: no links, devices, paths to the outside.",
    ),
    Text(
        "Nur gewöhnliche, lesbare Dateien innerhalb des Arbeitsbereichs angeben.",
        "Name only regular, readable files inside the workspace.",
    ),
    OURS,
)
