"""DATE-1: a written activation date can still be kept.

Of what is not there yet, or will be set up anew; one earlier than its number's day is NUM-3. Here against the portal's
day; that an order of a later wave comes too late for its date is reported by the planner. Source: this tool. Values:
value, earliest.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._fresh import is_there
from reconciler.rules._sources import OURS


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    written = resource.body.activation_date
    if written is None or written >= facts.today or not facts.asked or is_there(resource, facts):
        return ()
    values = {"value": written.isoformat(), "earliest": facts.today.isoformat()}
    return (Breach("DATE-1", resource.address, ("activationDate",), values),)


RULE = Rule(
    "DATE-1",
    Severity.ERROR,
    Text("Aktivierungsdatum nicht mehr möglich", "Activation date no longer possible"),
    Text(
        "Der Arbeitsplatz soll am {value} beginnen; möglich ist frühestens der {earliest}.",
        "The workplace is to begin on {value}; the first possible day is {earliest}.",
    ),
    Text(
        "Ein geschriebener Tag wird nie stillschweigend verschoben; nur ein fehlender ist der früheste mögliche.",
        "A written day is never moved in silence; only an absent one is the first possible.",
    ),
    Text(
        "„activationDate“ auf {earliest} oder später setzen, oder die Zeile weglassen.",
        "Set “activationDate” to {earliest} or later, or leave the line out.",
    ),
    OURS,
    each=_check,
    bad=Example(seat(activationDate="2026-11-21")),
    good=Example(seat(activationDate="2026-11-22")),
)
