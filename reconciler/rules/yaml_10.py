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
        "Symbolischen Links, Geräten und Pfaden nach außen wird nicht gefolgt, damit nichts Fremdes gelesen wird.",
        "Symbolic links, devices and paths to the outside are not followed, so that nothing foreign is read.",
    ),
    Text(
        "Nur gewöhnliche, lesbare Dateien innerhalb des Arbeitsbereichs angeben.",
        "Name only regular, readable files inside the workspace.",
    ),
    OURS,
)
