"""MOB-5: with MagentaEINS the directory shows the integrated number.

Source: help page "Arbeitsplatz einrichten", mobile number in the directory. Values: value, mobile.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._internal import integrated
from reconciler.rules._sources import setup


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    shown = resource.body.directory_mobile
    if shown is None or not integrated(resource):
        return ()
    mobile = resource.body.mobile_integration.mobile
    if mobile in (None, shown):
        return ()
    return (Breach("MOB-5", resource.address, ("directoryMobile",), {"value": shown, "mobile": mobile}),)


def _workplace(shown: str) -> str:
    return workplace(
        number='{internal: "220"}',
        devices="[{profile: mobile-client}]",
        mobileIntegration='{type: magentaeins, mobile: "+49 171 5550100", customerAccount: "4711"}',
        directoryMobile=shown,
    )


RULE = Rule(
    "MOB-5",
    Severity.WARNING,
    Text("Andere Mobilfunknummer im Adressbuch", "Another mobile number in the directory"),
    Text(
        "Ins Adressbuch soll {value}, integriert ist {mobile}.",
        "The directory is to show {value}, integrated is {mobile}.",
    ),
    Text(
        "Mit MagentaEINS übernimmt das Portal die integrierte Nummer von sich aus ins Adressbuch.",
        "With MagentaEINS the portal puts the integrated number into the directory by itself.",
    ),
    Text("„directoryMobile“ weglassen.", "Leave “directoryMobile” out."),
    setup("Mobilfunknummer Adressbuch", "mobile number in the directory"),
    each=_check,
    bad=Example(_workplace('"+49 171 5550199"')),
    good=Example(_workplace("")),
)
