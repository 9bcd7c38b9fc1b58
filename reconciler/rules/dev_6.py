"""DEV-6: a device profile is known.

Known are those that come with the tool and those of the company's ``Catalog``. Source: this tool.
Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document, together, workplace
from reconciler.rules._known import device_names, devices
from reconciler.rules._layers import item_path
from reconciler.rules._nearest import meant
from reconciler.rules._sources import OURS


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    known = devices(facts)
    unknown = [device.profile for device in resource.body.devices if device.profile not in known]
    if not unknown:
        return ()
    places = ((profile, item_path(resource, "devices", profile)) for profile in dict.fromkeys(unknown))
    return tuple(
        Breach("DEV-6", resource.address, path, {"value": profile}, help=meant(profile, facts.index(device_names)))
        for profile, path in places
        if path
    )


NEW = "[{profile: polycom-vvx-450}]"

RULE = Rule(
    "DEV-6",
    Severity.WARNING,
    Text("Unbekanntes Endgeräteprofil", "Unknown device profile"),
    Text("Das Endgeräteprofil „{value}“ ist nicht bekannt.", "The device profile “{value}” is not known."),
    Text(
        "Ein Profil, das es im Portal nicht gibt, wird erst bei der Bestellung abgelehnt.",
        "A profile that the portal does not have is refused only when it is ordered.",
    ),
    Text(
        "Den Namen berichtigen oder „{value}“ in einem Dokument der Art „Catalog“ unter „devices“ aufführen.",
        "Correct the name, or list “{value}” under “devices” of a “Catalog” document.",
    ),
    OURS,
    each=_check,
    grouped=True,
    bad=Example(workplace(devices=NEW)),
    good=Example(together(document("Catalog", "eigenes", devices="[polycom-vvx-450]"), workplace(devices=NEW))),
)
