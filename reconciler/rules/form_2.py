"""FORM-2: a value has its form.

Reported while reading. Source: this tool. Values: value, expected, example.
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
        "Gefunden: {value}; möglich: {expected}.",
        "Found: {value}; possible: {expected}.",
    ),
    Text(
        "Was die Form des Feldes nicht hat, lässt sich nur raten.",
        "What does not have the form of the field could only be guessed.",
    ),
    Text(
        "So sieht das Feld aus: {example}",
        "This is how the field looks: {example}",
    ),
    OURS,
    fix_otherwise=Text(
        "Einen Wert dieser Form schreiben: {expected}.",
        "Write a value of this form: {expected}.",
    ),
)
