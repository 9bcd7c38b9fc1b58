"""PKG-9: group functions and attendant consoles have names of their own.

Both are set up in the portal and not by this tool, so this is only explained. Source: help page "Gruppenfunktion".
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "PKG-9",
    Severity.ERROR,
    Text("Name einer Gruppenfunktion doppelt", "Name of a group function twice"),
    Text(
        "Eine Gruppenfunktion oder ein Vermittlungsplatz heißt schon so.",
        "A group function or an attendant console has this name already.",
    ),
    Text("Die Namen sind über beide hinweg einmalig.", "Names are unique across both."),
    Text("Im Portal einen anderen Namen wählen.", "Choose another name in the portal."),
    page("Gruppenfunktion"),
)
