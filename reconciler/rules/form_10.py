"""FORM-10: in a list each thing stands once.

Packages, departments and lines by name, number ranges; two equal devices are two devices. Source: this tool.
Values: value.
"""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity, Spot
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._lists import SETS, twins
from reconciler.rules._sources import OURS

FIRST = Text("steht hier schon", "stands here already")


def _check(resource: Resource, _facts: Facts) -> Iterator[Breach]:
    for twin in twins(resource):
        if twin.alike:
            also = (Spot(resource.address, twin.first, FIRST),)
            yield Breach("FORM-10", resource.address, twin.path, {"value": twin.name}, also)


RULE = Rule(
    "FORM-10",
    Severity.WARNING,
    Text("Zweimal in einer Liste", "Twice in one list"),
    Text("„{value}“ steht zweimal in derselben Liste.", "“{value}” stands twice in the same list."),
    Text(
        "In dieser Liste zählt jedes nur einmal; das Portal lehnt ein zweites ab.",
        "In this list each counts once only; the portal refuses a second one.",
    ),
    Text("Den zweiten Eintrag streichen.", "Take the second entry away."),
    OURS,
    of=SETS,
    each=_check,
    bad=Example(workplace(packages="[conference-plus, conference-plus]")),
    good=Example(workplace(packages="[conference-plus]")),
)
