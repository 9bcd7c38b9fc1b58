"""NUM-12: a block goes from its first extension to its last, both of the same length.

Source: help page "Arbeitsplatz einrichten", number. Values: first, last.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document
from reconciler.rules._sources import setup


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    block = resource.body.block
    if block is None or block.is_range:
        return ()
    values = {"first": Word(block.first), "last": Word(block.last)}
    return (Breach("NUM-12", resource.address, ("last",), values),)


def _block(first: str, last: str) -> str:
    return document("NumberBlock", "bonn-neu", base='"+4922899"', first=f'"{first}"', last=f'"{last}"', group="bonn")


RULE = Rule(
    "NUM-12",
    Severity.ERROR,
    Text("Kein Bereich von Durchwahlen", "No range of extensions"),
    Text("Von „{first}“ bis „{last}“ ist kein Bereich.", "From “{first}” to “{last}” is no range."),
    Text(
        "Ein Block reicht von einer kleineren zu einer größeren Durchwahl mit gleich vielen Ziffern.",
        "A block goes from a lower to a higher extension of the same number of digits.",
    ),
    Text(
        "Beide mit gleich vielen Ziffern schreiben, führende Nullen mitgezählt, die kleinere zuerst: „00“ und „99“.",
        "Write both with the same number of digits, leading zeros included, the lower first: “00” and “99”.",
    ),
    setup("Rufnummer zuweisen", "number"),
    of=("numberblock",),
    each=_check,
    portal=True,
    bad=Example(_block("99", "00")),
    good=Example(_block("00", "99")),
)
