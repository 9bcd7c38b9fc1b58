"""USERNAME-3: a letter or digit directly before and after each special character.

At an end of the name USERNAME-4 says so. Source: help page "Arbeitsplatz einrichten", user name.
Values: value, piece.
"""

import re

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Name, Value
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import setup

_SIDE_BY_SIDE = re.compile(r"[._-]{2,}")


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    name = resource.address.name
    wrong = _SIDE_BY_SIDE.search(name.strip("._-"))
    if not wrong:
        return ()
    values: dict[str, Value] = {"value": Name(resource.address), "piece": wrong.group()}
    return (Breach("USERNAME-3", resource.address, ("metadata", "name"), values, piece=wrong.group()),)


RULE = Rule(
    "USERNAME-3",
    Severity.ERROR,
    Text("Sonderzeichen nebeneinander", "Special characters side by side"),
    Text(
        "Im Benutzernamen „{value}“ stehen Sonderzeichen nebeneinander: „{piece}“.",
        "In the user name “{value}” special characters stand side by side: “{piece}”.",
    ),
    Text(
        "Vor und nach jedem Sonderzeichen verlangt das Portal einen Buchstaben oder eine Ziffer.",
        "The portal wants a letter or digit before and after each special character.",
    ),
    Text("Von „{piece}“ nur ein Zeichen stehen lassen.", "Keep only one character of “{piece}”."),
    setup("Benutzername", "user name"),
    each=_check,
    portal=True,
    bad=Example(workplace("bea..keller")),
    good=Example(workplace("bea.keller")),
)
