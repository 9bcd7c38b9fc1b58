"""GROUP-2: the group of an active workplace cannot change.

Reported by the planner as the reason of a replace. Source: help page "Arbeitsplatz einrichten", group.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "GROUP-2",
    Severity.ERROR,
    Text("Gruppe ist unveränderlich", "Group cannot change"),
    Text(
        "Der Arbeitsplatz wechselt die Gruppe und wird dazu ersetzt.",
        "The workplace moves to another group and is replaced for that.",
    ),
    Text(
        "Das Portal verschiebt keine Arbeitsplätze; nötig ist Löschen und neues Einrichten.",
        "The portal does not move workplaces; it takes deleting and setting up anew.",
    ),
    Text(
        "Gewollt: mit „--allow replaces=N“ erlauben. Sonst die alte Gruppe behalten.",
        "Wanted: allow it with “--allow replaces=N”. Else keep the old group.",
    ),
    setup("Gruppe/Standort", "group/site"),
)
