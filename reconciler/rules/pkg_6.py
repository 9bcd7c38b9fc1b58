"""PKG-6: a conference bridge needs a workplace of its group with the package.

Conference bridges are set up in the portal and not by this tool, so this is only explained. Source: help page
"Konferenz".
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "PKG-6",
    Severity.ERROR,
    Text("Konferenzbrücke braucht das Paket", "Conference bridge needs the package"),
    Text(
        "In der Gruppe hat kein aktiver Arbeitsplatz das Paket „conference“.",
        "In the group no active workplace has package “conference”.",
    ),
    Text(
        "Eine Konferenzbrücke gehört zu einer Gruppe; einer ihrer Arbeitsplätze muss das Paket aktiv haben.",
        "A conference bridge belongs to a group; one of its workplaces must have the package booked and active.",
    ),
    Text(
        "„conference“ an einem Arbeitsplatz derselben Gruppe buchen und die Ausführung abwarten.",
        "Book “conference” at a workplace of the same group, and wait until it was carried out.",
    ),
    page("Konferenz"),
)
