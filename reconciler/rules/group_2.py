"""GROUP-2: the group of an active workplace cannot change.

Reported by the planner as the reason of a replace. Source: help page "Arbeitsplatz einrichten", group.
Values: before, after.
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
        "Der Arbeitsplatz wechselt von der Gruppe „{before}“ in die Gruppe „{after}“ und wird dazu ersetzt.",
        "The workplace moves from group “{before}” to group “{after}” and is replaced for that.",
    ),
    Text(
        "Das Portal verschiebt keine Arbeitsplätze: Es geht nur mit Löschen und neuem Einrichten, nach der Mindestlaufzeit.",
        "The portal does not move workplaces: it takes deleting and setting up anew, after the minimum term.",
    ),
    Text("Gewollt? Mit „--allow replaces=N“ erlauben; sonst die alte Gruppe behalten.", "Wanted? Allow it with “--allow replaces=N”; else keep the old group."),
    setup("Gruppe/Standort", "group/site"),
)
