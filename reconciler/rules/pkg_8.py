"""PKG-8: CTI & TAPI cannot be booked like other packages.

The tool never orders it: it is a chore until the portal has it. Source: help page "Arbeitsplatz
einrichten", packages.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._layers import item_path
from reconciler.rules._sources import setup

PACKAGE = "cti-tapi"


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    if PACKAGE not in resource.body.packages or _booked(facts.before.get(resource.address)):
        return ()
    path = item_path(resource, "packages", PACKAGE)
    return (Breach("PKG-8", resource.address, path, piece=PACKAGE),) if path else ()


def _booked(present: Resource | None) -> bool:
    return present is not None and PACKAGE in present.body.packages


def _chores(wish: Resource, present: Resource | None) -> tuple[Breach, ...]:
    wanted = wish.address.kind == "workplace" and PACKAGE in wish.body.packages
    return (Breach("PKG-8", wish.address, ("packages",)),) if wanted and not _booked(present) else ()


RULE = Rule(
    "PKG-8",
    Severity.WARNING,
    Text("CTI & TAPI von Hand buchen", "Book CTI & TAPI by hand"),
    Text("„cti-tapi“ wird nicht mitbestellt.", "“cti-tapi” is not ordered with the rest."),
    Text(
        "Die Hilfe nimmt dieses Paket vom üblichen Buchen aus.",
        "The help excludes this package from the usual way of booking.",
    ),
    Text(
        "„cti-tapi“ auf seinem eigenen Weg buchen, sobald es den Arbeitsplatz gibt.",
        "Book “cti-tapi” by its own route once the workplace is there.",
    ),
    setup("Zusatz-Pakete", "packages"),
    of=("workplace", "template"),
    each=_check,
    once=True,
    chores=_chores,
    bad=Example(workplace(packages="[cti-tapi]")),
    good=Example(workplace(packages="[conference-plus]")),
)
