"""DATE-1: a written activation date can still be kept.

Of what is set up, by a replace too and before anything is deleted, and of what lies in the cart; one earlier than its
number's day is NUM-3. Here against the portal's day; that an order of a later wave comes too late for its date is
reported by the planner. Source: this tool. Values: value, earliest.
"""

from reconciler.model.address import Address
from reconciler.model.change import Action
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import OURS


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    written = resource.body.activation_date
    if written is None or written >= facts.today or not _begins(resource, facts):
        return ()
    values = {"value": written, "earliest": facts.today}
    return (Breach("DATE-1", resource.address, ("activationDate",), values),)


def _begins(resource: Resource, facts: Facts) -> bool:
    """Whether the workplace is set up by the plan, or lies in the cart and is not bought."""
    if resource.address in facts.index(_set_up):
        return True
    known = facts.before.of("workplace").get(resource.address.name)
    return bool(known and known.life and known.life.state == "in-cart")


def _set_up(facts: Facts) -> frozenset[Address]:
    changes = facts.diff.changes if facts.diff else ()
    return frozenset(c.address for c in changes if c.action in (Action.CREATE, Action.REPLACE))


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
    bad=Example(workplace(activationDate="2026-11-21"), workplace("anna.schmidt")),
    good=Example(workplace(activationDate="2026-11-22"), workplace("anna.schmidt")),
)
