"""PKG-12: a package is known and can be booked where it stands.

Known are those that come with the tool and those of the company's ``Catalog``. Source: this tool.
Values: value, level.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._known import package_names, packages
from reconciler.rules._layers import item_path
from reconciler.rules._nearest import meant
from reconciler.rules._sources import OURS

LEVELS = {
    "workplace": Text("einen Arbeitsplatz", "a workplace"),
    "company": Text("das Unternehmen", "the company"),
}


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    booked = resource.body.packages
    if not booked:
        return ()
    level = "company" if resource.address.kind == "company" else "workplace"
    known = packages(facts, level)
    near = package_names(facts, level)
    places = ((name, item_path(resource, "packages", name)) for name in booked if name not in known)
    return tuple(
        Breach("PKG-12", resource.address, path, {"value": name, "level": LEVELS[level]}, help=meant(name, near))
        for name, path in places
        if path
    )


RULE = Rule(
    "PKG-12",
    Severity.ERROR,
    Text("Unbekanntes Paket", "Unknown package"),
    Text("„{value}“ ist kein Paket für {level}.", "“{value}” is not a package for {level}."),
    Text(
        "Was das Portal nicht kennt, lässt sich nicht buchen.",
        "What the portal does not know cannot be booked.",
    ),
    Text(
        "Den Namen berichtigen oder das Paket in einem Dokument der Art „Catalog“ unter „packages“ aufführen.",
        "Correct the name, or list the package under “packages” of a “Catalog” document.",
    ),
    OURS,
    of=("workplace", "template", "company"),
    each=_check,
    portal=True,
    grouped=True,
    bad=Example(workplace(packages="[conference-pluss]")),
    good=Example(workplace(packages="[conference-plus]")),
)
