"""LIFE-1: whom the portal has deactivated is told, and stays so.

A deactivated workplace keeps its number, profile and packages, so it looks like any other; only a person at the portal
makes it active again. Source: help page "Arbeitsplätze verwalten".
"""

from collections.abc import Iterator

from reconciler.model.change import Action
from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import page


def _check(facts: Facts) -> Iterator[Breach]:
    anew = {c.address for c in facts.diff.changes if c.action is Action.REPLACE} if facts.diff else set()
    for present in facts.before.of("workplace").values():
        inactive = present.life and present.life.state == "inactive" and not present.leaving
        if inactive and present.address in facts.wished and present.address not in anew:
            yield Breach("LIFE-1", present.address, ("metadata", "name"))


SLEEPING = workplace().replace("spec:", "status: {state: inactive}\nspec:", 1)

RULE = Rule(
    "LIFE-1",
    Severity.WARNING,
    Text("Im Portal deaktiviert", "Deactivated in the portal"),
    Text("Der Arbeitsplatz ist im Portal deaktiviert und bleibt es.",
         "The workplace is deactivated in the portal and stays so."),
    Text("Seine Einstellungen bleiben erhalten und werden verglichen; wieder aktivieren kann ihn nur eine Person.",
         "Its settings are kept and compared; only a person can activate it again."),
    Text("Im Portal wieder aktivieren, oder die Warnung mit Grund stumm schalten.",
         "Activate it again in the portal, or silence the warning with a reason."),
    page("Arbeitsplätze verwalten"),
    whole=_check,
    grouped=True,
    bad=Example(workplace(), portal=SLEEPING),
    good=Example(workplace(), portal=workplace()),
)
