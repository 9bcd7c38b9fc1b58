"""NUM-3: not activated before the number is available.

Only a written activation date of a new workplace can be too early; an absent one is moved, and an existing
workplace waits. Source: this tool. Values: value, available, number.
"""

from reconciler.model.finding import Breach, Severity, Spot
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document, together, workplace
from reconciler.rules._fresh import is_new, of_new
from reconciler.rules._plan import home
from reconciler.rules._sources import OURS

BLOCK = Text("Block mit diesem Datum", "block with this date")


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    body = resource.body
    if body.activation_date is None:
        return ()
    found = home(facts, body.group, body.number.external)
    available = found.resource.body.available_from if found else None
    if not found or not available or body.activation_date >= available or not is_new(resource, facts):
        return ()
    values = {
        "value": body.activation_date,
        "available": available,
        "number": body.number.external,
    }
    also = (Spot(found.resource.address, ("availableFrom",), BLOCK),)
    return (of_new(Breach("NUM-3", resource.address, ("activationDate",), values, also), facts, RULE.fix),)


def _future(date: str) -> str:
    block = document(
        "NumberBlock",
        "bonn-neu",
        base='"+49228999"',
        first='"00"',
        last='"99"',
        availableFrom="2026-12-15",
        group="bonn",
    )
    return together(block, workplace(number='{external: "+49 228 999-20", internal: "20"}', activationDate=date))


RULE = Rule(
    "NUM-3",
    Severity.ERROR,
    Text("Aktivierung vor Verfügbarkeit der Rufnummer", "Activation before the number is available"),
    Text(
        "Der Arbeitsplatz soll am {value} beginnen, die Nummer {number} gibt es erst ab {available}.",
        "The workplace is to begin on {value}, the number {number} is only available from {available}.",
    ),
    Text(
        "Neue und portierte Nummern sind bis zu ihrem Termin im Netz nicht geschaltet.",
        "New and ported numbers are not connected in the network before their date.",
    ),
    Text(
        "„activationDate“ auf {available} oder später setzen, oder die Zeile weglassen.",
        "Set “activationDate” to {available} or later, or leave the line out.",
    ),
    OURS,
    each=_check,
    portal=True,
    bad=Example(_future("2026-12-01")),
    good=Example(_future("2026-12-15")),
)
