"""SHORT-1: two groups do not share a short code.

Source: help page "Gruppe/Standort erstellen" says where the code is shown. Values: value, others.
"""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document, together
from reconciler.rules._holders import clashes, holders
from reconciler.rules._sources import OURS

PATH: Path = ("shortCode",)
SAME = Text("hat dasselbe Kürzel", "has the same short code")


def _check(facts: Facts) -> tuple[Breach, ...]:
    codes = holders(facts.after.of("group").values(), lambda r: filter(None, ((r.body.short_code or "").casefold(),)))
    found = clashes(codes, facts.wished.of("group"))
    return tuple(Breach("SHORT-1", clash.address, PATH, clash.values, clash.spots(PATH, SAME)) for clash in found)


RULE = Rule(
    "SHORT-1",
    Severity.WARNING,
    Text("Kürzel doppelt", "Duplicate short code"),
    Text("Das Kürzel „{value}“ hat auch: {others}.", "The short code “{value}” is also that of: {others}."),
    Text(
        "Warenkorb und Auswertungen zeigen nur das Kürzel; gleiche Kürzel lassen sich dort nicht unterscheiden.",
        "Cart and reports show only the short code; equal ones cannot be told apart there.",
    ),
    Text("Jeder Gruppe ein eigenes Kürzel geben.", "Give each group a short code of its own."),
    OURS,
    of=("group",),
    whole=_check,
    bad=Example(together(document("Group", "nord", shortCode="N"), document("Group", "neuss", shortCode="N"))),
    good=Example(together(document("Group", "nord", shortCode="N"), document("Group", "neuss", shortCode="NE"))),
)
