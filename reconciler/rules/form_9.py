"""FORM-9: a name is allowed.

Reported while reading. Source: this tool. Values: value.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-9",
    Severity.ERROR,
    Text("Name nicht erlaubt", "Name not allowed"),
    Text(
        "„{value}“ geht nicht als Name.",
        "“{value}” cannot be a name.",
    ),
    Text(
        "Namen stehen in Adressen, Plänen und Dateinamen und müssen dort eindeutig bleiben.",
        "Names stand in addresses, plans and file names and must stay unambiguous there.",
    ),
    Text(
        "Kleinbuchstaben, Ziffern, Punkt, Binde- und Unterstrich verwenden.",
        "Use lower-case letters, digits, dot, hyphen and underscore.",
    ),
    OURS,
)
