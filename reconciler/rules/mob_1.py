"""MOB-1: MagentaEINS needs a German mobile number.

Source: help page "Arbeitsplatz einrichten", MagentaEINS: the mobile line is one of the same provider's. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._internal import integrated
from reconciler.rules._sources import setup

MOBILE = ("+4915", "+4916", "+4917")
"""How German mobile numbers begin."""

NONE = Text("keine", "none")


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    if not integrated(resource):
        return ()
    mobile = resource.body.mobile_integration.mobile
    if mobile and mobile.startswith(MOBILE):
        return ()
    return (Breach("MOB-1", resource.address, ("mobileIntegration", "mobile"), {"value": mobile or NONE}),)


def _workplace(mobile: str) -> str:
    return workplace(
        number='{internal: "220"}',
        devices="[{profile: mobile-client}]",
        mobileIntegration=f'{{type: magentaeins, {mobile}customerAccount: "4711"}}',
    )


RULE = Rule(
    "MOB-1",
    Severity.ERROR,
    Text("MagentaEINS ohne Mobilfunknummer", "MagentaEINS without a mobile number"),
    Text(
        "Die mobile Integration braucht eine deutsche Mobilfunknummer, angegeben ist: {value}.",
        "The mobile integration needs a German mobile number, given is: {value}.",
    ),
    Text(
        "MagentaEINS macht genau diesen Mobilfunkanschluss zur Nebenstelle.",
        "MagentaEINS turns exactly that mobile line into an extension.",
    ),
    Text(
        "Unter „mobileIntegration.mobile“ die Nummer des Mobilfunkvertrags schreiben; sie beginnt mit 015, 016, 017.",
        "Write the number of the mobile contract under “mobileIntegration.mobile”; it begins with 015, 016, 017.",
    ),
    setup("MagentaEINS Business Integration", "MagentaEINS"),
    each=_check,
    portal=True,
    bad=Example(_workplace("")),
    good=Example(_workplace('mobile: "+49 171 5550100", ')),
)
