"""FORM-2: a value has its form.

Reported while reading. Source: this tool. Values: value, expected.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-2",
    Severity.ERROR,
    Text("Wert hat die falsche Form", "Value of the wrong form"),
    Text(
        "„{value}“ passt hier nicht.",
        "“{value}” does not fit here.",
    ),
    Text(
        "Hier ist nur möglich: {expected}.",
        "Only this is possible here: {expected}.",
    ),
    Text(
        "Einen Wert dieser Form schreiben: {expected}.",
        "Write a value of this form: {expected}.",
    ),
    OURS,
)
