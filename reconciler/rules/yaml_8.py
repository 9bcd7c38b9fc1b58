"""YAML-8: no unfinished merge, no pointer instead of the file.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-8",
    Severity.ERROR,
    Text("Merge-Konflikt oder LFS-Zeiger", "Merge conflict or LFS pointer"),
    Text(
        "Nicht die fertige Datei: {problem}.",
        "Not the finished file: {problem}.",
    ),
    Text(
        "Welche Fassung gelten soll, ist nicht entschieden, oder der Inhalt fehlt.",
        "Which version counts is not decided, or the content is missing.",
    ),
    Text(
        "Den Konflikt auflösen, beziehungsweise „git lfs pull“ ausführen.",
        "Resolve the conflict, or run “git lfs pull”.",
    ),
    OURS,
)
