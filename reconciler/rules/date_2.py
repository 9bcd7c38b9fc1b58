"""DATE-2: the activation date of what was ordered is fixed.

The portal takes no other day once the workplace was bought; the wish is told, and nothing is planned for it.
Reported by the planner. Source: this tool. Values: value, ordered.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "DATE-2",
    Severity.WARNING,
    Text("Für einen anderen Tag bestellt", "Ordered for another day"),
    Text(
        "Der Arbeitsplatz ist für den {ordered} bestellt; der {value} im Manifest bewirkt nichts mehr.",
        "The workplace is ordered for {ordered}; {value} in the manifest has no effect any more.",
    ),
    Text(
        "Bestellt ist bestellt: Er wird an seinem Tag aktiv, und ab dann läuft die Mindestlaufzeit.",
        "What is ordered stays ordered: it becomes active on its day, and from then on its minimum term runs.",
    ),
    Text(
        "„activationDate: {ordered}“ schreiben oder die Zeile weglassen; anders hilft nur der Anbieter.",
        "Write “activationDate: {ordered}” or leave the line out; anything else only the provider can do.",
    ),
    OURS,
)
