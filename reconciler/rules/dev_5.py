"""DEV-5: a client can only be used with its device profile.

Seen where MagentaEINS brings a mobile client that no device profile of 2.0 lets log in. Source: help page
"Arbeitsplatz einrichten", devices.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._internal import integrated
from reconciler.rules._known import generation
from reconciler.rules._sources import setup
from reconciler.rules.dev_4 import CLIENTS

MAGENTA = '{type: magentaeins, mobile: "+49 171 5550100", customerAccount: "4711"}'


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if not integrated(resource) or generation(facts) != "2.0":
        return ()
    if any(device.profile in CLIENTS for device in resource.body.devices):
        return ()
    return (Breach("DEV-5", resource.address, ("devices",)),)


RULE = Rule(
    "DEV-5",
    Severity.WARNING,
    Text("Mobile-Client ohne Endgeräteprofil", "Mobile client without a device profile"),
    Text(
        "MagentaEINS enthält den Mobile-Client, aber kein Endgeräteprofil lässt ihn anmelden.",
        "MagentaEINS includes the mobile client, but no device profile lets it log in.",
    ),
    Text(
        "Jeder darf einen Client installieren; anmelden kann er sich erst mit seinem Profil am Arbeitsplatz.",
        "Anybody may install a client; it can log in only with its profile at the workplace.",
    ),
    Text(
        "Unter „devices“ das Profil „mobile-client“ ergänzen.",
        "Add the profile “mobile-client” under “devices”.",
    ),
    setup("Endgeräte zuweisen", "devices"),
    each=_check,
    bad=Example(workplace(mobileIntegration=MAGENTA, number='{internal: "220"}')),
    good=Example(workplace(
        mobileIntegration=MAGENTA, number='{internal: "220"}', devices="[{profile: mobile-client}]")),
)
