"""USERNAME-1: at least five characters.

Source: help page "Arbeitsplatz einrichten", user name. Values: value, length.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Name, Value
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import setup

SHORTEST = 5


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    name = resource.address.name
    if len(name) >= SHORTEST:
        return ()
    values: dict[str, Value] = {"value": Name(resource.address), "length": len(name)}
    return (Breach("USERNAME-1", resource.address, ("metadata", "name"), values),)


RULE = Rule(
    "USERNAME-1",
    Severity.ERROR,
    Text("Benutzername zu kurz", "User name too short"),
    Text(
        "Der Benutzername „{value}“ ist zu kurz (Zeichen: {length}).",
        "The user name “{value}” is too short (characters: {length}).",
    ),
    Text(
        "Das Portal nimmt Benutzernamen erst ab fünf Zeichen an.",
        "The portal takes user names of five characters or more.",
    ),
    Text(
        "Einen längeren Namen wählen, etwa Vorname und Nachname mit Punkt dazwischen.",
        "Choose a longer name, such as first and last name with a dot between.",
    ),
    setup("Benutzername", "user name"),
    each=_check,
    portal=True,
    bad=Example(workplace("beak")),
    good=Example(workplace("bea.k")),
)
