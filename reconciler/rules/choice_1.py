"""CHOICE-1: what is chosen exists.

Reported by the planner and by ``terms``. Source: this tool. Values: what.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "CHOICE-1",
    Severity.ERROR,
    Text("Auf eine Auswahl passt nichts", "Nothing fits what was chosen"),
    Text(
        "Auf {what} passt nichts, weder in den Manifesten noch im Portal.",
        "Nothing fits {what}, neither in the manifests nor at the portal.",
    ),
    Text(
        "Ein Muster, das nichts trifft, ist meist falsch geschrieben; als Ausnahme gelesen, schützte es niemanden.",
        "A pattern that fits nothing is mostly misspelt; read as an exception it would protect nobody.",
    ),
    Text(
        "Die Adresse so schreiben, wie der Plan sie nennt (workplace/anna.schmidt), Muster in Anführungszeichen.",
        "Write the address as the plan names it (workplace/anna.schmidt), patterns in quotes.",
    ),
    OURS,
)
