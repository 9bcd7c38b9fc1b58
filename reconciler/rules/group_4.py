"""GROUP-4: an extension code consists of digits and does not begin like an emergency number.

Source: help page "Gruppe/Standort erstellen"; the emergency numbers are this tool's. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document
from reconciler.rules._sources import page


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    code = resource.body.extension_code
    if not code or (code.isascii() and code.isdigit() and not code.startswith(("110", "112"))):
        return ()
    return (Breach("GROUP-4", resource.address, ("extensionCode",), {"value": code}),)


RULE = Rule(
    "GROUP-4",
    Severity.ERROR,
    Text("Durchwahl-Code nicht wählbar", "Extension code cannot be dialled"),
    Text("„{value}“ taugt nicht als Durchwahl-Code.", "“{value}” cannot serve as an extension code."),
    Text(
        "Er wird vor der internen Rufnummer gewählt: nur Ziffern, und am Anfang kein Notruf.",
        "It is dialled before the internal number: digits only, and no emergency number at the beginning.",
    ),
    Text(
        "Ziffern schreiben, die nicht mit 110 oder 112 beginnen.",
        "Write digits that do not begin with 110 or 112.",
    ),
    page("Gruppe/Standort erstellen"),
    of=("group",),
    each=_check,
    portal=True,
    silenceable=False,
    bad=Example(document("Group", "bonn-nord", extensionCode='"2O"')),
    good=Example(document("Group", "bonn-nord", extensionCode='"20"')),
)
