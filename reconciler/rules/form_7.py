"""FORM-7: kind and apiVersion are known.

Reported while reading. Source: this tool. Values: key, value, nearest, known.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-7",
    Severity.ERROR,
    Text("Unbekannte Art", "Unknown kind"),
    Text(
        "„{value}“ ist als „{key}“ nicht bekannt.",
        "“{value}” is not known as “{key}”.",
    ),
    Text(
        "Daran erkennt das Werkzeug, was ein Dokument beschreibt.",
        "By them the tool knows what a document describes.",
    ),
    Text(
        "Gemeint ist wohl „{key}: {nearest}“.",
        "Probably “{key}: {nearest}” is meant.",
    ),
    OURS,
    fix_otherwise=Text(
        "Für „{key}“ möglich: {known}.",
        "Possible for “{key}”: {known}.",
    ),
)
