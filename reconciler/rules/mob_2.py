"""MOB-2: outside the linked framework contract the portal asks for the customer account.

Whether the number is inside cannot be known here, so this only tells. Source: help page "Arbeitsplatz
einrichten", MagentaEINS. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._internal import integrated
from reconciler.rules._sources import setup


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    if not integrated(resource):
        return ()
    integration = resource.body.mobile_integration
    if integration.customer_account or not integration.mobile:
        return ()
    path = ("mobileIntegration", "mobile")
    return (Breach("MOB-2", resource.address, path, {"value": integration.mobile}),)


def _workplace(account: str) -> str:
    return workplace(
        number='{internal: "220"}',
        devices="[{profile: mobile-client}]",
        mobileIntegration=f'{{type: magentaeins, mobile: "+49 171 5550100"{account}}}',
    )


RULE = Rule(
    "MOB-2",
    Severity.INFO,
    Text("Kundenkonto vielleicht nötig", "Customer account perhaps needed"),
    Text(
        "Für {value} steht keine Kundenkontonummer da.",
        "For {value} no customer account number is written.",
    ),
    Text(
        "Liegt die Nummer nicht im verknüpften Rahmenvertrag, fragt das Portal danach.",
        "If the number is not in the linked framework contract, the portal asks for it.",
    ),
    Text(
        "Außerhalb des Rahmenvertrags „customerAccount“ ergänzen; sie steht auf der Mobilfunkrechnung.",
        "Outside the framework contract add “customerAccount”; it is printed on the mobile bill.",
    ),
    setup("MagentaEINS Business Integration", "MagentaEINS"),
    each=_check,
    bad=Example(_workplace("")),
    good=Example(_workplace(', customerAccount: "4711"')),
)
