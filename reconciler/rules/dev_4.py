"""DEV-4: the mobile client is a device on 2.0 and a mobile integration on 1.0.

Source: help page "Arbeitsplatz einrichten", mobile client. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._known import generation
from reconciler.rules._layers import item_path
from reconciler.rules._sources import setup

CLIENTS = ("mobile-client", "tablet-client")
AS_DEVICE = Text(
    "In Cloud PBX 2.0 unter „devices“ das Profil „mobile-client“ aufführen.",
    "On Cloud PBX 2.0 list the profile “mobile-client” under “devices”.",
)


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    version = generation(facts)
    integration = resource.body.mobile_integration
    booked = integration is not None and integration.type == "mobile-client"
    if version == "2.0" and booked:
        path = ("mobileIntegration", "type")
        return (Breach("DEV-4", resource.address, path, {"value": Word("mobile-client")}, help=AS_DEVICE),)
    if version != "1.0":
        return ()
    found = sorted({device.profile for device in resource.body.devices if device.profile in CLIENTS})
    places = ((profile, item_path(resource, "devices", profile)) for profile in found)
    return tuple(Breach("DEV-4", resource.address, path, {"value": Word(name)}) for name, path in places if path)


RULE = Rule(
    "DEV-4",
    Severity.ERROR,
    Text("Mobile-Client an der falschen Stelle", "Mobile client in the wrong place"),
    Text(
        "„{value}“ wird in der Generation dieses Unternehmens nicht hier eingetragen.",
        "“{value}” is not entered here in this company's generation.",
    ),
    Text(
        "Den Mobile-Client führt Cloud PBX 2.0 als Endgerät, Cloud PBX 1.0 als mobile Integration.",
        "Cloud PBX 2.0 treats the mobile client as a device, Cloud PBX 1.0 as a mobile integration.",
    ),
    Text(
        "In Cloud PBX 1.0 unter „mobileIntegration“ den Typ „mobile-client“ buchen.",
        "On Cloud PBX 1.0 book type “mobile-client” under “mobileIntegration”.",
    ),
    setup("Mobile-Client", "mobile client"),
    each=_check,
    portal=True,
    bad=Example(workplace(mobileIntegration="{type: mobile-client}")),
    good=Example(workplace(devices="[{profile: mobile-client}]")),
)
