"""MOB-1: MagentaEINS needs a mobile number.

Source: help page "Arbeitsplatz einrichten", MagentaEINS.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._internal import integrated
from reconciler.rules._sources import setup


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    if not integrated(resource) or resource.body.mobile_integration.mobile:
        return ()
    return (Breach("MOB-1", resource.address, ("mobileIntegration", "mobile")),)


def _seat(mobile: str) -> str:
    return seat(
        number='{internal: "220"}',
        devices="[{profile: mobile-client}]",
        mobileIntegration=f'{{type: magentaeins, {mobile}customerAccount: "4711"}}',
    )


RULE = Rule(
    "MOB-1",
    Severity.ERROR,
    Text("MagentaEINS ohne Mobilfunknummer", "MagentaEINS without a mobile number"),
    Text("Der mobilen Integration fehlt die Mobilfunknummer.", "The mobile integration has no mobile number."),
    Text(
        "MagentaEINS macht genau diesen Mobilfunkanschluss zur Nebenstelle.",
        "MagentaEINS turns exactly that mobile line into an extension.",
    ),
    Text("„mobileIntegration.mobile“ ergänzen.", "Add “mobileIntegration.mobile”."),
    setup("MagentaEINS Business Integration", "MagentaEINS"),
    each=_check,
    portal=True,
    bad=Example(_seat("")),
    good=Example(_seat('mobile: "+49 171 5550100", ')),
)
