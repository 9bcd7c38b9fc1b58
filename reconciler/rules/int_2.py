"""INT-2: an internal number does not begin with 77 or 78.

Source: help page "Arbeitsplatz einrichten", internal numbers. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._internal import internal_breach
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if not resource.body.number.internal.startswith(("77", "78")):
        return ()
    return internal_breach("INT-2", resource, facts)


RULE = Rule(
    "INT-2",
    Severity.ERROR,
    Text("Interne Rufnummer beginnt mit 77 oder 78", "Internal number begins with 77 or 78"),
    Text(
        "Die interne Rufnummer {value} beginnt mit 77 oder 78.",
        "The internal number {value} begins with 77 or 78.",
    ),
    Text(
        "Diese Ziffern lösen Sonderfunktionen aus, etwa die 77 vor Auskunft und Kurzwahlen.",
        "These digits start special functions, such as 77 before directory enquiries and short codes.",
    ),
    Text(
        "„auto“ schreiben oder eine Nummer mit anderem Anfang.",
        "Write “auto” or a number that begins differently.",
    ),
    setup("interne Rufnummern", "internal numbers"),
    each=_check,
    portal=True,
    silenceable=False,
    bad=Example(workplace(number='{internal: "7712"}')),
    good=Example(workplace(number='{internal: "7612"}')),
)
