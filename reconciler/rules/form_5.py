"""FORM-5: a date exists.

Reported while reading. Source: this tool. Values: value.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-5",
    Severity.ERROR,
    Text("Kein Datum", "Not a date"),
    Text(
        "„{value}“ ist kein Datum.",
        "“{value}” is not a date.",
    ),
    Text(
        "Nur Tage des Kalenders in der Form Jahr-Monat-Tag sind eindeutig.",
        "Only days of the calendar written year-month-day are unambiguous.",
    ),
    Text(
        "In der Form 2026-12-01 schreiben.",
        "Write it like 2026-12-01.",
    ),
    OURS,
)
