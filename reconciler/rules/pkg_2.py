"""PKG-2: a group function needs an active workplace with the package.

Group functions are set up in the portal and not by this tool, so this is only explained. Source: help page
"Arbeitsplatz einrichten", group function.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "PKG-2",
    Severity.ERROR,
    Text("Gruppenfunktion braucht das Paket", "Group function needs the package"),
    Text(
        "Kein aktiver Arbeitsplatz hat das Paket „group-function“.",
        "No active workplace has package “group-function”.",
    ),
    Text(
        "Eine Gruppenfunktion lässt sich erst einrichten, wenn das Paket an einem Arbeitsplatz gebucht und aktiv ist.",
        "A group function can only be set up once a workplace has the package booked and active.",
    ),
    Text(
        "„group-function“ an mindestens einem Arbeitsplatz buchen und die Ausführung abwarten.",
        "Book “group-function” at one workplace or more, and wait until it was carried out.",
    ),
    setup("Zusatz-Pakete", "packages"),
)
