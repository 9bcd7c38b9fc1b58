"""DEV-2: one entry for each physical device; equal ones need labels to be told apart.

Source: help page "Arbeitsplatz einrichten", devices. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import setup


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    devices = resource.body.devices
    if len(devices) < 2 or len(set(devices)) == len(devices):
        return ()
    twice = sorted({device.profile for device in devices if devices.count(device) > 1})
    return tuple(
        Breach("DEV-2", resource.address, ("devices",), {"value": profile}, piece=profile) for profile in twice
    )


RULE = Rule(
    "DEV-2",
    Severity.INFO,
    Text("Zwei gleiche Endgeräte", "Two equal devices"),
    Text(
        "„{value}“ steht mehrmals ohne Unterschied da.",
        "“{value}” is listed more than once, with nothing to tell them apart.",
    ),
    Text(
        "Jedes wirkliche Gerät braucht genau einen Eintrag: Zwei Geräte mit denselben Anmeldedaten stören einander.",
        "Each real device needs exactly one entry: two devices with the same login data disturb each other.",
    ),
    Text(
        "Gibt es zwei Geräte, jedem ein „label“ geben; sonst einen Eintrag streichen.",
        "If there are two devices, give each a “label”; else remove one entry.",
    ),
    setup("Endgeräte zuweisen", "devices"),
    each=_check,
    bad=Example(workplace(devices="[{profile: polycom-vvx-401}, {profile: polycom-vvx-401}]")),
    good=Example(workplace(
        devices="[{profile: polycom-vvx-401, label: Tisch}, {profile: polycom-vvx-401, label: Labor}]")),
)
