"""NUM-7: at most ten additional numbers at a workplace.

Additional numbers are not kept by this tool, so this is only explained. Source: help page
"Rufnummernverwaltung".
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "NUM-7",
    Severity.ERROR,
    Text("Zu viele zusätzliche Rufnummern", "Too many additional numbers"),
    Text(
        "Ein Arbeitsplatz hat höchstens zehn zusätzliche Rufnummern.",
        "A workplace has ten additional numbers at most.",
    ),
    Text("Die internen Rufnummern zählen mit.", "Internal numbers count too."),
    Text(
        "Im Portal zusätzliche Rufnummern streichen, bis zehn bleiben.",
        "Take additional numbers away in the portal until ten are left.",
    ),
    page("Rufnummernverwaltung"),
)
