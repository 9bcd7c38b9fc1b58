"""USERNAME-4: begins and ends with a letter or digit.

Source: help page "Arbeitsplatz einrichten", user name. Values: value, piece.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Name, Value
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import setup

SPECIAL = "._-"


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    name = resource.address.name
    if not name or (name[0] not in SPECIAL and name[-1] not in SPECIAL):
        return ()
    piece = name[0] if name[0] in SPECIAL else name[-1]
    values: dict[str, Value] = {"value": Name(resource.address), "piece": piece}
    return (Breach("USERNAME-4", resource.address, ("metadata", "name"), values, piece=piece),)


RULE = Rule(
    "USERNAME-4",
    Severity.ERROR,
    Text("Sonderzeichen am Anfang oder Ende", "Special character at the beginning or end"),
    Text(
        "Der Benutzername „{value}“ beginnt oder endet mit „{piece}“.",
        "The user name “{value}” begins or ends with “{piece}”.",
    ),
    Text(
        "Ein Benutzername muss mit einem Buchstaben oder einer Ziffer anfangen und aufhören.",
        "A user name must begin and end with a letter or digit.",
    ),
    Text("Das „{piece}“ am Rand weglassen.", "Leave out the “{piece}” at the beginning or end of the name."),
    setup("Benutzername", "user name"),
    each=_check,
    portal=True,
    bad=Example(workplace("b.keller_")),
    good=Example(workplace("b.keller")),
)
