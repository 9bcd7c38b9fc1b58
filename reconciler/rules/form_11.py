"""FORM-11: what stands twice in a list says the same both times.

Two departments of one name with different caller IDs, two lines of one name with different addresses. Source: this
tool. Values: value.
"""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity, Spot
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document
from reconciler.rules._lists import SETS, twins
from reconciler.rules._sources import OURS

FIRST = Text("steht hier anders", "stands here otherwise")


def _check(resource: Resource, _facts: Facts) -> Iterator[Breach]:
    for twin in twins(resource):
        if not twin.alike:
            also = (Spot(resource.address, twin.first, FIRST),)
            yield Breach("FORM-11", resource.address, twin.path, {"value": twin.name}, also)


def _group(departments: str) -> str:
    return document("Group", "bonn", blockingProfile="standard", departments=departments)


RULE = Rule(
    "FORM-11",
    Severity.ERROR,
    Text("Ein Name, zwei Angaben", "One name, two settings"),
    Text("„{value}“ steht zweimal da, mit verschiedenen Angaben.",
         "“{value}” stands there twice, with different settings."),
    Text("Welche der beiden gilt, lässt sich nicht entscheiden.", "Which of both holds cannot be decided."),
    Text("Einen der beiden Einträge streichen.", "Take one of the two entries away."),
    OURS,
    of=SETS,
    each=_check,
    bad=Example(_group("[{name: innendienst, callerId: suppressed}, {name: innendienst}]")),
    good=Example(_group("[{name: innendienst, callerId: suppressed}, {name: vertrieb}]")),
)
