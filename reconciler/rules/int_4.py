"""INT-4: an internal number does not begin with 110 or 112.

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
    if not resource.body.number.internal.startswith(("110", "112")):
        return ()
    return internal_breach("INT-4", resource, facts)


RULE = Rule(
    "INT-4",
    Severity.ERROR,
    Text("Interne Rufnummer beginnt mit einem Notruf", "Internal number begins with an emergency number"),
    Text(
        "Die interne Rufnummer {value} beginnt mit 110 oder 112.",
        "The internal number {value} begins with 110 or 112.",
    ),
    Text(
        "Wer sie wählt, landet bei Polizei oder Feuerwehr; das Portal schließt solche Nummern aus.",
        "Whoever dials it ends up at the police or the fire brigade; the portal excludes such numbers.",
    ),
    Text(
        "„auto“ schreiben oder eine Nummer mit anderem Anfang.",
        "Write “auto” or a number that begins differently.",
    ),
    setup("interne Rufnummern", "internal numbers"),
    each=_check,
    portal=True,
    silenceable=False,
    bad=Example(workplace(number='{internal: "1122"}')),
    good=Example(workplace(number='{internal: "1222"}')),
)
