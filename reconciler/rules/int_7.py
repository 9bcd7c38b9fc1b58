"""INT-7: with MagentaEINS an internal number does not begin with 0.

The page prints the letter O; the digit must be meant. Source: help page "Arbeitsplatz einrichten", internal
numbers. Values: value.
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
    if resource.body.mobile_integration is None or not resource.body.number.internal.startswith("0"):
        return ()
    return internal_breach("INT-7", resource, facts)


def _workplace(internal: str) -> str:
    number = f'{{internal: "{internal}"}}'
    return workplace(number=number, mobileIntegration=MAGENTA, devices="[{profile: mobile-client}]")


RULE = Rule(
    "INT-7",
    Severity.ERROR,
    Text(
        "Interne Rufnummer mit 0 am Anfang und MagentaEINS",
        "Internal number beginning with 0 and MagentaEINS",
    ),
    Text(
        "Die interne Rufnummer {value} beginnt mit 0, was mit MagentaEINS nicht geht.",
        "The internal number {value} begins with 0, which does not work with MagentaEINS.",
    ),
    Text(
        "Die Hilfe schließt für eingebundene Mobiltelefone Nummern mit „O“ am Anfang aus; gemeint ist die Ziffer 0.",
        "For integrated mobile telephones the help excludes numbers that begin with “O”; the digit 0 must be meant.",
    ),
    Text("Eine Nummer ohne führende 0 oder „auto“ schreiben.", "Write a number without leading 0, or “auto”."),
    setup("interne Rufnummern", "internal numbers"),
    each=_check,
    portal=True,
    silenceable=False,
    bad=Example(_workplace("0220")),
    good=Example(_workplace("2200")),
)
