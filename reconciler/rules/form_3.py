"""FORM-3: what is needed is there.

Reported while reading. Source: this tool. Values: field.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-3",
    Severity.ERROR,
    Text("Angabe fehlt", "Field missing"),
    Text(
        "„{field}“ fehlt oder ist leer.",
        "“{field}” is missing or empty.",
    ),
    Text(
        "Ohne diese Angabe ist das Dokument nicht vollständig.",
        "Without it the document is not complete.",
    ),
    Text(
        "„{field}“ ergänzen.",
        "Add “{field}”.",
    ),
    OURS,
)
