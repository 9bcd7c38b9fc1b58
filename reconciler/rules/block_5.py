"""BLOCK-5: no profile of one's own is called like the system's.

Where ``system`` is named, the portal's own profile is meant, which blocks nothing; a second one of this name would
protect nobody and look as if it did. Source: this tool. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.profiles import SYSTEM
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document
from reconciler.rules._sources import OURS


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    name = resource.address.name
    if name.casefold() != SYSTEM:
        return ()
    return (Breach("BLOCK-5", resource.address, ("metadata", "name"), {"value": name}),)


RULE = Rule(
    "BLOCK-5",
    Severity.ERROR,
    Text("Name des Systemsperrprofils", "Name of the system profile"),
    Text(
        "Ein eigenes Sperrprofil kann nicht „{value}“ heißen.",
        "A blocking profile of your own cannot be called “{value}”.",
    ),
    Text(
        "„system“ ist das Profil, das jedes Portal mitbringt: Es sperrt nichts und lässt sich nicht ändern.",
        "“system” is the profile that every portal brings along: it blocks nothing and cannot be changed.",
    ),
    Text(
        "Dem Profil einen anderen Namen geben und diesen überall nennen, wo es gelten soll.",
        "Give the profile another name, and write that name wherever the profile is to hold.",
    ),
    OURS,
    of=("blockingprofile",),
    each=_check,
    portal=True,
    bad=Example(document("BlockingProfile", "system", outgoing='["+49900"]')),
    good=Example(document("BlockingProfile", "streng", outgoing='["+49900"]')),
)
