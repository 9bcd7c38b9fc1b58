"""NOMAD-2: restricted nomadic use needs a line in the contract.

A line that a Pure contract does not list at all is LINE-1 as well. Source: help page "Arbeitsplatz einrichten",
number. Values: line.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import company, together, workplace
from reconciler.rules._known import company as known_company
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    use = resource.body.number.nomadic_use
    if use == "allowed":
        return ()
    contract = known_company(facts)
    if contract is None or contract.contract != "pure":
        return ()
    path = ("number", "nomadicUse", "restrictedTo")
    return (Breach("NOMAD-2", resource.address, path, {"line": Word(use.restricted_to)}),)


RESTRICTED = workplace(number="{nomadicUse: {restrictedTo: hauptsitz}}")

RULE = Rule(
    "NOMAD-2",
    Severity.WARNING,
    Text("Beschränkte Nutzung ohne Anschluss", "Restricted use without a line"),
    Text(
        "Die Nutzung ist auf „{line}“ beschränkt, der Vertrag hat aber keinen Anschluss (Pure).",
        "Use is restricted to “{line}”, but the contract has no line (Pure).",
    ),
    Text(
        "Ohne Anschluss kann sich kein Endgerät an ihm anmelden; der Arbeitsplatz kann nicht telefonieren.",
        "Without a line no device can register at it; the workplace cannot make calls.",
    ),
    Text("„nomadicUse: allowed“ schreiben.", "Write “nomadicUse: allowed”."),
    setup("Rufnummer auswählen", "number"),
    each=_check,
    bad=Example(together(company(contract="pure"), RESTRICTED)),
    good=Example(together(company(), RESTRICTED)),
)
