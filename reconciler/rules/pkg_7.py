"""PKG-7: the attendant console does less on 2.0.

Source: help page "Arbeitsplatz einrichten", attendant console.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import first_generation, workplace
from reconciler.rules._known import generation
from reconciler.rules._layers import item_path
from reconciler.rules._sources import setup

PACKAGE = "attendant-console"


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if PACKAGE not in resource.body.packages or generation(facts) != "2.0":
        return ()
    path = item_path(resource, "packages", PACKAGE)
    return (Breach("PKG-7", resource.address, path, piece=PACKAGE),) if path else ()


CONSOLE = workplace(packages="[attendant-console]")

RULE = Rule(
    "PKG-7",
    Severity.WARNING,
    Text("Vermittlungsplatz mit Cloud PBX 2.0", "Attendant console with Cloud PBX 2.0"),
    Text(
        "Der Vermittlungsplatz läuft in Cloud PBX 2.0 nur eingeschränkt.",
        "On Cloud PBX 2.0 the attendant console is limited.",
    ),
    Text(
        "Er stammt aus Cloud PBX 1.0; Favoriten, Präsenz und Chat fehlen in 2.0.",
        "It comes from Cloud PBX 1.0; favourites, presence and chat are missing on 2.0.",
    ),
    Text(
        "Prüfen, ob das reicht, und die Warnung dann mit Grund stumm schalten.",
        "See whether that is enough, then silence the warning with a reason.",
    ),
    setup("Zusatz-Pakete", "packages"),
    of=("workplace", "template"),
    each=_check,
    bad=Example(CONSOLE),
    good=Example(first_generation(CONSOLE)),
)
