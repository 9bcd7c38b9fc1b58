"""GROUP-5: two groups do not share an extension code.

Source: this tool. Values: value, others.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document, together
from reconciler.rules._holders import Holders, holders, names, others, spots
from reconciler.rules._sources import OURS

SAME = Text("hat denselben Code", "has the same code")


def _codes(facts: Facts) -> Holders:
    return holders(facts.after.of("group").values(), lambda r: (r.body.extension_code or "",))


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    code = resource.body.extension_code
    if not code:
        return ()
    also = others(resource.address, code, facts.index(_codes))
    values = {"value": code, "others": names(also)}
    path = ("extensionCode",)
    return (Breach("GROUP-5", resource.address, path, values, spots(also, path, SAME)),) if also else ()


RULE = Rule(
    "GROUP-5",
    Severity.WARNING,
    Text("Durchwahlcode doppelt", "Extension code twice"),
    Text("Den Durchwahlcode {value} hat auch: {others}.", "The extension code {value} is also that of: {others}."),
    Text("Mit diesem Code ist nur eine der Gruppen sicher zu erreichen.", "With this code only one of the groups can be reached for sure."),
    Text("Jeder Gruppe einen eigenen Code geben.", "Give each group a code of its own."),
    OURS,
    of=("group",),
    each=_check,
    bad=Example(
        together(
            document("Group", "bonn-nord", extensionCode='"20"'),
            document("Group", "bonn-sued", extensionCode='"20"'),
        )
    ),
    good=Example(
        together(
            document("Group", "bonn-nord", extensionCode='"20"'),
            document("Group", "bonn-sued", extensionCode='"21"'),
        )
    ),
)
