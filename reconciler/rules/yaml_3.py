"""YAML-3: no tags.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-3",
    Severity.ERROR,
    Text("YAML-Tag", "YAML tag"),
    Text(
        "YAML-Tag: {problem}.",
        "YAML tag: {problem}.",
    ),
    Text(
        "Tags ändern, was ein Wert bedeutet, und können fremden Code auslösen.",
        "Tags change what a value means and can start foreign code.",
    ),
    Text(
        "Das Tag streichen; Werte bleiben von selbst Text.",
        "Remove the tag; values stay text by themselves.",
    ),
    OURS,
)
