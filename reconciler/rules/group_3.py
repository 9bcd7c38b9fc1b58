"""GROUP-3: there is at least one group.

Source: help page "Gruppe/Standort erstellen".
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document, together
from reconciler.rules._known import company, company_address
from reconciler.rules._sources import page


def _check(facts: Facts) -> tuple[Breach, ...]:
    if facts.after.of("group") or company(facts) is None or not facts.complete:
        return ()
    facts.need_all("group")
    return (Breach("GROUP-3", company_address(facts)),)


ALONE = document("Company", "neu", generation='"2.0"', contract="line")

RULE = Rule(
    "GROUP-3",
    Severity.ERROR,
    Text("Keine Gruppe", "No group"),
    Text("Das Unternehmen hat keine einzige Gruppe.", "The company has no group at all."),
    Text(
        "Jeder Arbeitsplatz gehört zu einer Gruppe; mindestens eine muss es geben.",
        "Every workplace belongs to a group; there must be at least one.",
    ),
    Text("Ein Dokument der Art „Group“ anlegen.", "Add a document of kind “Group”."),
    page("Gruppe/Standort erstellen"),
    of=("company",),
    whole=_check,
    portal=True,
    bad=Example(ALONE),
    good=Example(together(ALONE, document("Group", "zentrale", displayName="Zentrale"))),
)
