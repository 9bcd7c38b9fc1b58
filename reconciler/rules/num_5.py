"""NUM-5: longer than the block only as far as the block is extended.

Source: help page "Arbeitsplatz einrichten", length of numbers. Values: value, block, digits, extended.
"""

from reconciler.model.finding import Breach, Severity, Spot
from reconciler.model.message import Name
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._plan import AUTO, home
from reconciler.rules._sources import setup

BLOCK = Text("der Block der Nummer", "the block of the number")


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    number = resource.body.number.external
    found = home(facts, resource.body.group, number) if number != AUTO else None
    if found is None or len(number) - len(found.block.base) <= found.block.length:
        return ()
    beyond = len(found.block.extension(number)) - found.block.width
    values = {
        "value": number,
        "block": Name(found.resource.address),
        "digits": beyond,
        "extended": found.block.extended_by,
    }
    also = (Spot(found.resource.address, ("extendedBy",), BLOCK),)
    return (Breach("NUM-5", resource.address, ("number", "external"), values, also),)


RULE = Rule(
    "NUM-5",
    Severity.ERROR,
    Text("Rufnummer länger als der Block", "Number longer than its block"),
    Text(
        "{value} ist länger als der Block „{block}“ (zusätzliche Ziffern: {digits}, verlängert um: {extended}).",
        "{value} is longer than block “{block}” (further digits: {digits}, extended by: {extended}).",
    ),
    Text(
        "Längere Nummern gibt es erst, wenn der Block mit der Rufnummernverlängerung erweitert wurde.",
        "Longer numbers exist only after the block was extended.",
    ),
    Text(
        "Die Nummer kürzen oder beim Block „{block}“ „extendedBy: {digits}“ schreiben.",
        "Shorten the number, or write “extendedBy: {digits}” at block “{block}”.",
    ),
    setup("Rufnummernlänge", "length of numbers"),
    each=_check,
    portal=True,
    bad=Example(workplace(number='{external: "+49 228 6380-201", internal: "201"}')),
    good=Example(workplace(number='{external: "+49 228 6380-20", internal: "201"}')),
)
