"""NUM-4: a number is assigned at most once.

The portal refuses it by the mark of the field. Source: help page "Rufnummernverwaltung". Values: value, others.
"""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import together, workplace
from reconciler.rules._holders import Holders, clashes, holders, staying
from reconciler.rules._layers import is_kept
from reconciler.rules._plan import AUTO
from reconciler.rules._sources import page

PATH: Path = ("number", "external")
SAME = Text("hat dieselbe Nummer", "has the same number")
KEPT = Text(
    "„auto“ behält die Nummer, die das Portal hat: hier oder dort eine freie hinschreiben.",
    "“auto” keeps the number that the portal has: write down a free one, here or there.",
)


def numbers(facts: Facts) -> Holders:
    """Who holds which public number."""
    return holders(staying(facts), lambda r: () if r.body.number.external == AUTO else (r.body.number.external,))


def _check(facts: Facts) -> tuple[Breach, ...]:
    wished = facts.wished.of("workplace")
    return tuple(
        Breach("NUM-4", clash.address, PATH, clash.values, clash.spots(PATH, SAME),
               help=KEPT if is_kept(wished[clash.address.name], PATH) else None)
        for clash in clashes(facts.index(numbers), wished)
    )


RULE = Rule(
    "NUM-4",
    Severity.ERROR,
    Text("Rufnummer doppelt vergeben", "Number assigned twice"),
    Text("Die Nummer {value} hat auch: {others}.", "The number {value} is also that of: {others}."),
    Text("Eine Nummer führt zu genau einem Arbeitsplatz.", "A number leads to exactly one workplace."),
    Text("„auto“ oder eine freie Nummer schreiben.", "Write “auto” or a free number."),
    page("Rufnummernverwaltung"),
    whole=_check,
    portal=True,
    bad=Example(
        together(
            workplace("b.keller", number='{external: "+49 228 6380-20", internal: "20"}'),
            workplace("c.lang", number='{external: "0228 638020", internal: "21"}'),
        )
    ),
    good=Example(
        together(
            workplace("b.keller", number='{external: "+49 228 6380-20", internal: "20"}'),
            workplace("c.lang", number='{external: "0228 638021", internal: "21"}'),
        )
    ),
)
