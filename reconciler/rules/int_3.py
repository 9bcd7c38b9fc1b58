"""INT-3: no internal number of five digits begins with 118.

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
    if not resource.body.number.internal.startswith("118"):
        return ()
    return internal_breach("INT-3", resource, facts)


RULE = Rule(
    "INT-3",
    Severity.ERROR,
    Text("Interne Rufnummer gleicht einer Auskunft", "Internal number looks like directory enquiries"),
    Text(
        "Die interne Rufnummer {value} hat fünf Ziffern und beginnt mit 118.",
        "The internal number {value} has five digits and begins with 118.",
    ),
    Text(
        "So sehen die Nummern der Auskunftsdienste aus.",
        "That is what numbers of directory enquiries look like.",
    ),
    Text(
        "„auto“ schreiben, oder eine andere Länge oder einen anderen Anfang wählen.",
        "Write “auto”, or choose another length or beginning.",
    ),
    setup("interne Rufnummern", "internal numbers"),
    each=_check,
    portal=True,
    silenceable=False,
    bad=Example(workplace(number='{internal: "11833"}')),
    good=Example(workplace(number='{internal: "1183"}')),
)
