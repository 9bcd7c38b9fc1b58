"""USERNAME-5: cannot change after the workplace was set up.

The name is the identity of a workplace, so a new name is always a replace; the planner says so.
Source: help page "Arbeitsplatz einrichten", user name.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "USERNAME-5",
    Severity.ERROR,
    Text("Benutzername ist unveränderlich", "User name cannot change"),
    Text(
        "Der Benutzername eines eingerichteten Arbeitsplatzes soll sich ändern.",
        "The user name of an existing workplace is to change.",
    ),
    Text(
        "Das Portal lässt den Benutzernamen nach der Einrichtung nicht mehr ändern.",
        "The portal does not let the user name change once the workplace is set up.",
    ),
    Text(
        "Den alten Namen behalten, oder mit der Annotation „reconciler/was“ ein Ersetzen daraus machen.",
        "Keep the old name, or make it a replace with the annotation “reconciler/was”.",
    ),
    setup("Benutzername", "user name"),
)
