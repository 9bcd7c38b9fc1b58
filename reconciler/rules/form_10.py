"""FORM-10: in a list each thing stands once.

Packages, departments by name, lines by name, number ranges; two equal devices are two devices. Reported while
reading. Source: this tool. Values: value.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-10",
    Severity.WARNING,
    Text("Zweimal in einer Liste", "Twice in one list"),
    Text("„{value}“ steht zweimal in derselben Liste.", "“{value}” stands twice in the same list."),
    Text(
        "In dieser Liste zählt jedes nur einmal; das Portal lehnt ein zweites ab.",
        "In this list each counts once only; the portal refuses a second one.",
    ),
    Text("Den zweiten Eintrag streichen.", "Take the second entry away."),
    OURS,
)
