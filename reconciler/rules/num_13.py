"""NUM-13: no number lies in two blocks.

A block in another, or one that begins inside another, would make two of one number. Source: this tool.
Values: first, last, other.
"""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity, Spot
from reconciler.model.message import Name, Value
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document, together
from reconciler.rules._plan import Home, homes
from reconciler.rules._sources import OURS

LONGEST = 20
"""Digits of any number."""

SAME = Text("hat dieselben Nummern", "has the same numbers")


def _check(facts: Facts) -> Iterator[Breach]:
    """In order of their first numbers, each block begins behind the end of all before it."""
    before: Home | None = None
    for found in sorted(filter(_is_range, homes(facts)), key=_first):
        if before and _first(found) <= _last(before):
            yield _breach(found, before)
        if before is None or _last(found) > _last(before):
            before = found


def _is_range(found: Home) -> bool:
    return found.block.is_range


def _first(found: Home) -> str:
    return (found.block.base + found.block.first).ljust(LONGEST, "0")


def _last(found: Home) -> str:
    return (found.block.base + found.block.last).ljust(LONGEST, "9")


def _breach(found: Home, before: Home) -> Breach:
    other = before.resource.address
    first, last = (f"{found.block.base}{end}" for end in (found.block.first, found.block.last))
    values: dict[str, Value] = {"first": first, "last": last, "other": Name(other)}
    return Breach("NUM-13", found.resource.address, ("base",), values, (Spot(other, ("base",), SAME),))


def _blocks(base: str) -> str:
    outer = document("NumberBlock", "bonn-neu", base='"+4922899"', first='"00"', last='"99"', group="bonn")
    inner = document("NumberBlock", "bonn-mehr", base=f'"{base}"', first='"0"', last='"9"', group="bonn")
    return together(outer, inner)


RULE = Rule(
    "NUM-13",
    Severity.ERROR,
    Text("Nummern in zwei Blöcken", "Numbers in two blocks"),
    Text(
        "Die Nummern {first} bis {last} liegen ganz oder zum Teil auch im Block „{other}“.",
        "The numbers {first} to {last} lie wholly or in part in block “{other}” as well.",
    ),
    Text(
        "Jede Nummer gehört zu einem einzigen Block; sonst ist offen, wessen sie ist und wie lang sie sein darf.",
        "Each number belongs to a single block; else nobody knows which group has it and how long it may be.",
    ),
    Text(
        "„base“, „first“ und „last“ beider Blöcke mit dem Vertrag vergleichen.",
        "Compare “base”, “first” and “last” of both blocks with the contract.",
    ),
    OURS,
    of=("numberblock",),
    whole=_check,
    portal=True,
    bad=Example(_blocks("+49228991")),
    good=Example(_blocks("+49228981")),
)
