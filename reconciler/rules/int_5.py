"""INT-5: an internal number is not 911.

An error where a mobile telephone or tablet could dial it (MagentaEINS or a mobile or tablet client), else a
warning that the plan lets pass only with ``--allow INT-5=N``. Source: help page "Arbeitsplatz einrichten",
internal numbers. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._internal import internal_breach
from reconciler.rules._sources import setup

MOBILE = ("mobile-client", "tablet-client")


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    body = resource.body
    if body.number.internal != "911":
        return ()
    mobile = body.mobile_integration or any(device.profile in MOBILE for device in body.devices)
    return internal_breach("INT-5", resource, facts, Severity.ERROR if mobile else None)


RULE = Rule(
    "INT-5",
    Severity.WARNING,
    Text("Interne Rufnummer 911", "Internal number 911"),
    Text("Die interne Rufnummer ist {value}.", "The internal number is {value}."),
    Text(
        "Mobiltelefone wählen bei 911 von sich aus den Notruf, und das lässt sich nicht abschalten.",
        "Mobile telephones turn 911 into an emergency call by themselves, and that cannot be switched off.",
    ),
    Text(
        "Eine andere Nummer oder „auto“ schreiben. Ohne Mobil- oder Tablet-Client geht auch „--allow INT-5=N“.",
        "Write another number or “auto”. Without a mobile or tablet client, “--allow INT-5=N” works too.",
    ),
    setup("interne Rufnummern", "internal numbers"),
    each=_check,
    portal=True,
    silenceable=False,
    asks=True,
    bad=Example(workplace(number='{internal: "911"}', devices="[{profile: mobile-client}]")),
    good=Example(workplace(number='{internal: "912"}', devices="[{profile: mobile-client}]")),
)
