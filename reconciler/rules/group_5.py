"""GROUP-5: two groups do not share an extension code.

Source: this tool. Values: value, others.
"""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document, together
from reconciler.rules._holders import clashes, holders
from reconciler.rules._sources import OURS

PATH: Path = ("extensionCode",)
SAME = Text("hat denselben Code", "has the same code")


def _check(facts: Facts) -> tuple[Breach, ...]:
    codes = holders(facts.after.of("group").values(), lambda r: filter(None, (r.body.extension_code,)))
    found = clashes(codes, facts.wished.of("group"))
    return tuple(Breach("GROUP-5", clash.address, PATH, clash.values, clash.spots(PATH, SAME)) for clash in found)


RULE = Rule(
    "GROUP-5",
    Severity.WARNING,
    Text("Durchwahl-Code doppelt", "Duplicate extension code"),
    Text(
        "Den Durchwahl-Code {value} hat auch: {others}.",
        "The extension code {value} is also that of: {others}.",
    ),
    Text(
        "Mit diesem Code ist nur eine der Gruppen sicher zu erreichen.",
        "With this code only one of the groups can be reached for sure.",
    ),
    Text("Jeder Gruppe einen eigenen Code geben.", "Give each group a code of its own."),
    OURS,
    of=("group",),
    whole=_check,
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
