"""PKG-8: CTI & TAPI cannot be booked like other packages.

The tool never orders it; it is a line of the list of work by hand. Source: help page "Arbeitsplatz
einrichten", packages.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._layers import item_path
from reconciler.rules._sources import setup

PACKAGE = "cti-tapi"


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    if PACKAGE not in resource.body.packages:
        return ()
    path = item_path(resource, "packages", PACKAGE)
    return (Breach("PKG-8", resource.address, path, piece=PACKAGE),) if path else ()


RULE = Rule(
    "PKG-8",
    Severity.WARNING,
    Text("CTI & TAPI von Hand buchen", "Book CTI & TAPI by hand"),
    Text("„cti-tapi“ wird nicht mitbestellt.", "“cti-tapi” is not ordered along."),
    Text(
        "Die Hilfe nimmt dieses Paket vom üblichen Buchen aus.",
        "The help excepts this package from the usual way of booking.",
    ),
    Text(
        "Das Paket selbst buchen; es steht auf der Arbeitsliste.",
        "Book the package yourself; it is on the list of work by hand.",
    ),
    setup("Zusatz-Pakete", "packages"),
    of=("workplace", "template"),
    each=_check,
    bad=Example(seat(packages="[cti-tapi]")),
    good=Example(seat(packages="[conference-plus]")),
)
