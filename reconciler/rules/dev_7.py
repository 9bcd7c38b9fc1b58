"""DEV-7: the extended profiles leader, assistant and agent need their package.

Source: help page "Arbeitsplatz einrichten", devices. Values: value, packages.
"""

from reconciler.kinds._catalogue import EXTENDED
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import setup

ALSO = {"agent": ("attendant-console",)}
"""Packages that lend an extended profile beside the catalogue's: agents answer at the console too."""


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    found = {device.profile for device in resource.body.devices if device.profile in EXTENDED}
    if not found:
        return ()
    needed = {profile: (EXTENDED[profile], *ALSO.get(profile, ())) for profile in sorted(found)}
    return tuple(
        Breach(
            "DEV-7",
            resource.address,
            ("devices",),
            {"value": Word(profile), "packages": Word(", ".join(packages))},
            piece=profile,
        )
        for profile, packages in needed.items()
        if not set(packages) & set(resource.body.packages)
    )


RULE = Rule(
    "DEV-7",
    Severity.ERROR,
    Text("Erweitertes Profil ohne Paket", "Extended profile without its package"),
    Text(
        "Zum Profil „{value}“ fehlt das Paket: {packages}.",
        "Profile “{value}” lacks its package: {packages}.",
    ),
    Text(
        "Die Profile für Leiter, Assistent und Agent gibt es nur zum gebuchten Zusatz-Paket.",
        "The profiles for leader, assistant and agent exist only with the booked package.",
    ),
    Text(
        "Das Paket unter „packages“ buchen oder das Profil streichen.",
        "Book the package under “packages”, or remove the profile.",
    ),
    setup("Endgeräte zuweisen", "devices"),
    each=_check,
    portal=True,
    bad=Example(workplace(devices="[{profile: agent}]")),
    good=Example(workplace(devices="[{profile: agent}]", packages="[group-function]")),
)
