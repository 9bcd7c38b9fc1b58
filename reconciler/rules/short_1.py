"""SHORT-1: two groups do not share a short code.

Source: help page "Gruppe/Standort erstellen" says where the code is shown. Values: value, others.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document, together
from reconciler.rules._holders import Holders, holders, names, others, spots
from reconciler.rules._sources import OURS

SAME = Text("hat dasselbe Kürzel", "has the same short code")


def _codes(facts: Facts) -> Holders:
    return holders(facts.after.of("group").values(), lambda r: ((r.body.short_code or "").casefold(),))


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    code = resource.body.short_code
    if not code:
        return ()
    also = others(resource.address, code.casefold(), facts.index(_codes))
    values = {"value": code, "others": names(also)}
    path = ("shortCode",)
    return (Breach("SHORT-1", resource.address, path, values, spots(also, path, SAME)),) if also else ()


RULE = Rule(
    "SHORT-1",
    Severity.WARNING,
    Text("Kürzel doppelt", "Short code twice"),
    Text("Das Kürzel „{value}“ hat auch: {others}.", "The short code “{value}” is also that of: {others}."),
    Text(
        "Warenkorb und Auswertungen zeigen nur das Kürzel; gleiche Kürzel lassen sich dort nicht unterscheiden.",
        "Cart and reports show only the short code; equal ones cannot be told apart there.",
    ),
    Text("Jeder Gruppe ein eigenes Kürzel geben.", "Give each group a short code of its own."),
    OURS,
    of=("group",),
    each=_check,
    bad=Example(together(document("Group", "nord", shortCode="N"), document("Group", "neuss", shortCode="N"))),
    good=Example(together(document("Group", "nord", shortCode="N"), document("Group", "neuss", shortCode="NE"))),
)
