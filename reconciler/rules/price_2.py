"""PRICE-2: tiers begin at 1 and rise, so that each count falls into exactly one.

Source: this tool. Values: value, expected.
"""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Message, sentence
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document
from reconciler.rules._prices import lists
from reconciler.rules._sources import OURS


def _check(resource: Resource, facts: Facts) -> Iterator[Breach]:
    del facts
    for path, tiers in lists(resource.body):
        below = 0
        for number, tier in enumerate(tiers):
            if tier.from_ <= below or (number == 0 and tier.from_ != 1):
                values = {"value": tier.from_, "expected": _more_than(below) if number else 1}
                yield Breach("PRICE-2", resource.address, (*path, number, "from"), values)
            below = max(below, tier.from_)


def _more_than(border: int) -> Message:
    return sentence("mehr als {border}", "more than {border}", border=border)


def _example(*borders: int) -> Example:
    tiers = ", ".join(f'{{from: {border}, price: "9.00"}}' for border in borders)
    return Example(document("PriceBook", "2026", currency="EUR", workplace=f"[{tiers}]"))


RULE = Rule(
    "PRICE-2",
    Severity.ERROR,
    Text("Preisstaffel mit falscher Grenze", "Wrong border of a price tier"),
    Text(
        "Die Staffel „ab {value}“ steht hier falsch; erwartet wird: {expected}.",
        "The tier “from {value}” is wrong here; expected: {expected}.",
    ),
    Text(
        "Die erste Staffel beginnt bei 1 und jede weitere höher; nur so hat jede Anzahl genau einen Preis.",
        "The first tier begins at 1 and each further one higher; only then does each count have exactly one price.",
    ),
    Text("„from“ berichtigen oder die Staffeln ordnen.", "Correct “from”, or put the tiers in order."),
    OURS,
    of=("pricebook",),
    each=_check,
    bad=_example(1, 25, 25),
    good=_example(1, 25, 100),
)
