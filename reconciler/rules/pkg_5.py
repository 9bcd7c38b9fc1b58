"""PKG-5: call analytics of a workplace need the company's package first.

Source: help page "Arbeitsplatz einrichten", call analytics. Values: value, needed.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import company as company_document
from reconciler.rules._examples import together, workplace
from reconciler.rules._known import company
from reconciler.rules._layers import item_path
from reconciler.rules._sources import setup

PACKAGE, NEEDED = "call-analytics", "call-analytics-basic"


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if PACKAGE not in resource.body.packages:
        return ()
    contract = company(facts)
    if contract is None or NEEDED in contract.packages:
        return ()
    path = item_path(resource, "packages", PACKAGE) or ("packages",)
    return (Breach("PKG-5", resource.address, path, {"value": Word(PACKAGE), "needed": Word(NEEDED)}, piece=PACKAGE),)


ANALYSED = workplace(packages="[call-analytics]")

RULE = Rule(
    "PKG-5",
    Severity.ERROR,
    Text("Call Analytics ohne Basis", "Call analytics without its base"),
    Text(
        "„{value}“ ist gebucht, dem Unternehmen fehlt aber „{needed}“.",
        "“{value}” is booked, but the company lacks “{needed}”.",
    ),
    Text(
        "Einzelne Arbeitsplätze lassen sich erst auswerten, wenn der Dienst für das Unternehmen gebucht ist.",
        "Single workplaces can be analysed only once the service is booked for the company.",
    ),
    Text("Beim Unternehmen „packages: [{needed}]“ ergänzen.", "Add “packages: [{needed}]” to the company."),
    setup("Zusatz-Pakete", "packages"),
    each=_check,
    grouped=True,
    portal=True,
    bad=Example(together(company_document(), ANALYSED)),
    good=Example(together(company_document(packages="[call-analytics-basic]"), ANALYSED)),
)
