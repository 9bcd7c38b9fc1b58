"""DEPT-2: group functions belong to groups, not to departments.

Group functions are set up in the portal and not by this tool, so this is only explained. Source: help page
"Gruppe/Standort erstellen".
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "DEPT-2",
    Severity.ERROR,
    Text("Gruppenfunktion in einem Bereich", "Group function in a department"),
    Text("Ein Bereich kann keine Gruppenfunktion haben.", "A department cannot have a group function."),
    Text(
        "Sammelanschluss, Sprachdialogsystem und Konferenzbrücke legt das Portal nur für Gruppen an.",
        "The portal sets up hunt groups, IVR and conference bridges for groups only.",
    ),
    Text(
        "Die Gruppenfunktion bei der Gruppe einrichten, oder aus dem Bereich eine eigene Gruppe machen.",
        "Set up the group function for the group, or make the department a group of its own.",
    ),
    page("Gruppe/Standort erstellen"),
    of=("group",),
)
