"""INT-8: an internal number is assigned once in the whole company.

The portal refuses it by the mark of the field. Source: help page "Rufnummernverwaltung" says that it is valid
company-wide. Values: value, others.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import together, workplace
from reconciler.rules._holders import clashes, holders, staying
from reconciler.rules._internal import PATH, kept_advice
from reconciler.rules._plan import AUTO
from reconciler.rules._sources import page

SAME = Text("hat dieselbe interne Rufnummer", "has the same internal number")


def _check(facts: Facts) -> tuple[Breach, ...]:
    internal = holders(staying(facts), lambda r: () if r.body.number.internal == AUTO else (r.body.number.internal,))
    wished = facts.wished.of("workplace")
    return tuple(
        Breach("INT-8", clash.address, PATH, clash.values, clash.spots(PATH, SAME),
               help=kept_advice(wished[clash.address.name], facts))
        for clash in clashes(internal, wished)
    )


RULE = Rule(
    "INT-8",
    Severity.ERROR,
    Text("Interne Rufnummer doppelt", "Duplicate internal number"),
    Text(
        "Die interne Rufnummer {value} hat auch: {others}.",
        "The internal number {value} is also that of: {others}.",
    ),
    Text(
        "Interne Rufnummern gelten im ganzen Unternehmen, über alle Gruppen hinweg.",
        "Internal numbers are valid in the whole company, across all groups.",
    ),
    Text("„auto“ oder eine freie Nummer schreiben.", "Write “auto” or a free number."),
    page("Rufnummernverwaltung"),
    whole=_check,
    portal=True,
    silenceable=False,
    bad=Example(together(workplace("b.keller", number='{internal: "20"}'),
                         workplace("c.lang", number='{internal: "20"}'))),
    good=Example(together(workplace("b.keller", number='{internal: "20"}'),
                          workplace("c.lang", number='{internal: "21"}'))),
)
