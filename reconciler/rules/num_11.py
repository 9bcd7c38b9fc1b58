"""NUM-11: there is a free number where ``auto`` asks for one.

Reported where numbers are chosen. Source: this tool. Values: group.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "NUM-11",
    Severity.ERROR,
    Text("Keine freie Rufnummer", "No free number"),
    Text(
        "In der Gruppe „{group}“ ist keine Nummer mehr frei.",
        "In group “{group}” no number is free any more.",
    ),
    Text(
        "„auto“ nimmt eine freie Nummer aus den Blöcken der Gruppe, nie die Zentrale oder eine vergebene.",
        "“auto” takes a free number of the group's blocks, never the central number or an assigned one.",
    ),
    Text(
        "Einen Block mit „extendedBy“ verlängern oder der Gruppe einen weiteren zuweisen.",
        "Extend a block by “extendedBy”, or assign another one to the group.",
    ),
    OURS,
)
