"""INT-6: with MagentaEINS an internal number has more than two digits.

Source: help page "Arbeitsplatz einrichten", internal numbers. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._internal import internal_breach
from reconciler.rules._sources import setup

MAGENTA = '{type: magentaeins, mobile: "+49 171 5550100", customerAccount: "4711"}'


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if resource.body.mobile_integration is None or len(resource.body.number.internal) != 2:
        return ()
    return internal_breach("INT-6", resource, facts)


def _workplace(internal: str) -> str:
    number = f'{{internal: "{internal}"}}'
    return workplace(number=number, mobileIntegration=MAGENTA, devices="[{profile: mobile-client}]")


RULE = Rule(
    "INT-6",
    Severity.ERROR,
    Text("Zweistellige interne Rufnummer mit MagentaEINS", "Internal number of two digits with MagentaEINS"),
    Text(
        "Die interne Rufnummer {value} ist für MagentaEINS zu kurz.",
        "The internal number {value} is too short for MagentaEINS.",
    ),
    Text(
        "Für Mobiltelefone, die mit MagentaEINS eingebunden sind, schließt das Portal zweistellige Nummern aus.",
        "For mobile telephones that MagentaEINS integrates, the portal excludes numbers of two digits.",
    ),
    Text("Mindestens drei Ziffern oder „auto“ schreiben.", "Write at least three digits, or “auto”."),
    setup("interne Rufnummern", "internal numbers"),
    each=_check,
    portal=True,
    silenceable=False,
    bad=Example(_workplace("20")),
    good=Example(_workplace("220")),
)
