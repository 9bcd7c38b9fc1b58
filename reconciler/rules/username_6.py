"""USERNAME-6: one workplace a user name.

Two documents of one name are FORM-8 and names that differ only in capitals are USERNAME-2, so nothing is left
to check here. Source: this tool.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "USERNAME-6",
    Severity.ERROR,
    Text("Benutzername doppelt", "Duplicate user name"),
    Text("Diesen Benutzernamen gibt es schon.", "This user name exists already."),
    Text(
        "Ein Benutzername gehört zu genau einem Arbeitsplatz, vermutlich sogar über alle Kunden der Plattform hinweg.",
        "A user name belongs to exactly one workplace, probably even across all customers of the platform.",
    ),
    Text("Einen anderen Namen wählen.", "Choose another name."),
    OURS,
)
