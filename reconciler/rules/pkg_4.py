"""PKG-4: every attendant of an attendant console has the package.

Consoles are set up in the portal and not by this tool, so this is only explained. Source: help page
"Arbeitsplatz einrichten", attendant console.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "PKG-4",
    Severity.ERROR,
    Text("Vermittlungsplatz braucht das Paket", "Attendant console needs the package"),
    Text(
        "Nicht alle Vermittler haben das Paket „attendant-console“.",
        "Not all attendants have package “attendant-console”.",
    ),
    Text(
        "Ohne einen Arbeitsplatz mit dem Paket gibt es keinen Vermittlungsplatz, und jeder Vermittler braucht es.",
        "Without a workplace with the package there is no console, and every attendant needs it.",
    ),
    Text(
        "„attendant-console“ an jedem Arbeitsplatz eines Vermittlers buchen.",
        "Book “attendant-console” at the workplace of every attendant.",
    ),
    setup("Zusatz-Pakete", "packages"),
)
