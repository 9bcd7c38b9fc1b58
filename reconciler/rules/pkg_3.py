"""PKG-3: every agent of a group function has the package.

Who is an agent is set in the portal and not by this tool, so this is only explained; the device profile of an agent
is DEV-7. Source: help page "Arbeitsplatz einrichten", group function.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "PKG-3",
    Severity.ERROR,
    Text("Agent braucht das Paket", "Agent needs the package"),
    Text("Nicht alle Agenten haben das Paket „group-function“.", "Not all agents have package “group-function”."),
    Text(
        "Das Paket muss für jeden Arbeitsplatz gebucht sein, der in der Gruppenfunktion Anrufe annimmt.",
        "The package must be booked for every workplace that takes calls in the group function.",
    ),
    Text(
        "„group-function“ an jedem Arbeitsplatz eines Agenten buchen.",
        "Book “group-function” at the workplace of every agent.",
    ),
    setup("Zusatz-Pakete", "packages"),
)
