"""DEV-3: the desktop clients "voice only" and "SfB" are for Cloud PBX 1.0.

On 2.0 SfB is an error; voice-only works like the full version there, a warning. Source: help page
"Arbeitsplatz einrichten", devices. Values: value.
"""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._known import generation
from reconciler.rules._layers import item_path
from reconciler.rules._sources import setup

SEVERITIES = {"desktop-client-sfb": Severity.ERROR, "desktop-client-voice-only": Severity.WARNING}


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    found = [profile for profile in _clients(resource) if profile in SEVERITIES]
    if not found or generation(facts) != "2.0":
        return ()
    places = ((profile, _path(resource, profile)) for profile in dict.fromkeys(found))
    return tuple(
        Breach("DEV-3", resource.address, path, {"value": Word(profile)}, severity=SEVERITIES[profile])
        for profile, path in places
        if path
    )


def _clients(resource: Resource) -> tuple[str, ...]:
    if resource.address.kind == "template":
        return (f"desktop-client-{resource.body.desktop_client}",)
    return tuple(device.profile for device in resource.body.devices)


def _path(resource: Resource, profile: str) -> Path | None:
    return ("desktopClient",) if resource.address.kind == "template" else item_path(resource, "devices", profile)


RULE = Rule(
    "DEV-3",
    Severity.ERROR,
    Text("Client nur für Cloud PBX 1.0", "Client for Cloud PBX 1.0 only"),
    Text(
        "„{value}“ ist für Cloud PBX 1.0, das Unternehmen hat 2.0.",
        "“{value}” is for Cloud PBX 1.0, the company has 2.0.",
    ),
    Text(
        "Skype for Business gibt es in 2.0 nicht, und „nur Sprache“ unterscheidet sich dort nicht von der Vollversion.",
        "Skype for Business does not exist on 2.0, and voice-only does not differ from the full version there.",
    ),
    Text("Die Vollversion („desktop-client-full“) nehmen.", "Take the full version (“desktop-client-full”)."),
    setup("Endgeräte zuweisen", "devices"),
    of=("workplace", "template"),
    each=_check,
    portal=True,
    bad=Example(workplace(devices="[{profile: desktop-client-sfb}]")),
    good=Example(workplace(devices="[{profile: desktop-client-full}]")),
)
