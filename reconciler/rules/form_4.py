"""FORM-4: a telephone number reads in one way.

Reported while reading. Source: this tool. Values: value, suggestion.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-4",
    Severity.ERROR,
    Text("Rufnummer nicht eindeutig", "Ambiguous number"),
    Text(
        "„{value}“ lässt sich nicht in genau einer Weise als Rufnummer lesen.",
        "“{value}” cannot be read as a number in exactly one way.",
    ),
    Text(
        "„(0)“, Buchstaben und fehlende Vorwahlen werden nicht geraten, denn eine falsche Nummer klingelt bei Fremden.",
        "“(0)”, letters and missing area codes are not guessed, for a wrong number makes a stranger’s telephone ring.",
    ),
    Text(
        "International schreiben, mit +49 und ohne (0). Vorschlag: {suggestion}",
        "Write it internationally, with +49 and without (0). Suggestion: {suggestion}",
    ),
    OURS,
    fix_otherwise=Text(
        "International schreiben, mit +49, Vorwahl und ohne (0).",
        "Write it internationally, with +49 and area code, without (0).",
    ),
)
