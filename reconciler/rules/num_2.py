"""NUM-2: at most twelve digits behind +49.

Of a workplace's number, wherever it lies, and of the numbers that a block's extension makes; one that is longer than
its block only is NUM-5. Source: help page "Arbeitsplatz einrichten", length of numbers. Values: value, length.
"""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Value
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.numbers.block import MAX_NATIONAL_DIGITS
from reconciler.numbers.phone import is_german, national_length
from reconciler.rules._examples import workplace
from reconciler.rules._plan import AUTO, home
from reconciler.rules._sources import setup

LONGEST = MAX_NATIONAL_DIGITS


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if resource.address.kind == "numberblock":
        block = resource.body.block
        return _too_long(resource, ("extendedBy",), block.base + "0" * block.length) if block else ()
    number = resource.body.number.external
    if len(number) <= LONGEST or number == AUTO:
        return ()
    found = home(facts, resource.body.group, number)
    if found and not found.block.holds(number):
        return ()
    return _too_long(resource, ("number", "external"), number)


def _too_long(resource: Resource, path: Path, number: str) -> tuple[Breach, ...]:
    if not is_german(number) or national_length(number) <= LONGEST:
        return ()
    values: dict[str, Value] = {"value": number, "length": national_length(number)}
    return (Breach("NUM-2", resource.address, path, values),)


RULE = Rule(
    "NUM-2",
    Severity.ERROR,
    Text("Rufnummer zu lang", "Number too long"),
    Text("{value} hat {length} Ziffern hinter der +49.", "{value} has {length} digits after +49."),
    Text(
        "Das Telefonnetz kennt höchstens 12 Ziffern, Ortsvorwahl ohne ihre 0 mitgezählt.",
        "The telephone network knows 12 digits at most, the area code without its 0 included.",
    ),
    Text(
        "Auf höchstens 12 Ziffern hinter der +49 kürzen.",
        "Shorten to 12 digits after +49 at most.",
    ),
    setup("Rufnummernlänge", "length of numbers"),
    of=("workplace", "numberblock"),
    each=_check,
    portal=True,
    bad=Example(workplace(number='{external: "+49 228 9999-123456", internal: "56"}')),
    good=Example(workplace(number='{external: "+49 228 6380-56", internal: "56"}')),
)
