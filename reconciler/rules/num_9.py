"""NUM-9: a block has at most ten decades.

Source: help page "Arbeitsplatz einrichten", number. Values: count, first, last.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Value, Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.numbers.block import MAX_DECADES
from reconciler.rules._examples import document
from reconciler.rules._sources import setup


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    block = resource.body.block
    if block is None or block.size <= MAX_DECADES:
        return ()
    count = int(block.last) // 10 - int(block.first) // 10 + 1
    values: dict[str, Value] = {"count": count, "first": Word(block.first), "last": Word(block.last)}
    return (Breach("NUM-9", resource.address, ("last",), values),) if count > MAX_DECADES else ()


def _block(last: str) -> str:
    return document("NumberBlock", "bonn-neu", base='"+4922899"', first='"000"', last=f'"{last}"', group="bonn")


RULE = Rule(
    "NUM-9",
    Severity.ERROR,
    Text("Mehr als zehn Dekaden", "More than ten decades"),
    Text("Von {first} bis {last} sind es {count} Dekaden.", "From {first} to {last} there are {count} decades."),
    Text("Ein Rufnummernblock besteht aus höchstens zehn Dekaden.", "A number block has ten decades at most."),
    Text(
        "Den Bereich als mehrere Blöcke mit längerem „base“ schreiben.",
        "Write the range as several blocks with a longer “base”.",
    ),
    setup("Rufnummer zuweisen", "number"),
    of=("numberblock",),
    each=_check,
    portal=True,
    bad=Example(_block("199")),
    good=Example(_block("099")),
)
