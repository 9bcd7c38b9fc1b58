"""DEV-8: the voice-only client cannot share screens in conferences.

On 1.0 only; on 2.0 DEV-3 speaks of it. Source: help page "Arbeitsplatz einrichten", desktop clients.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import first_generation, workplace
from reconciler.rules._known import generation
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if "conference" not in resource.body.packages or generation(facts) != "1.0":
        return ()
    profiles = {device.profile for device in resource.body.devices}
    if "desktop-client-voice-only" not in profiles or "desktop-client-full" in profiles:
        return ()
    return (Breach("DEV-8", resource.address, ("devices",), piece="desktop-client-voice-only"),)


def _old(client: str) -> str:
    return first_generation(workplace(packages="[conference]", devices=f"[{{profile: {client}}}]"))


RULE = Rule(
    "DEV-8",
    Severity.WARNING,
    Text("Konferenz mit „nur Sprache“", "Conference with voice-only client"),
    Text(
        "Das Paket „conference“ ist gebucht, der Desktop-Client kann aber nur Sprache.",
        "Package “conference” is booked, but the desktop client is voice-only.",
    ),
    Text(
        "Chat, Präsenz und geteilter Bildschirm gehen nur mit der Vollversion.",
        "Chat, presence and screen sharing work with the full version only.",
    ),
    Text("Das Profil „desktop-client-full“ nehmen.", "Take profile “desktop-client-full”."),
    setup("Erläuterung zu den Desktop-Clients", "desktop clients"),
    each=_check,
    bad=Example(_old("desktop-client-voice-only")),
    good=Example(_old("desktop-client-full")),
)
