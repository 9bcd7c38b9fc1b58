"""PRICE-3: what has a price is known.

Known packages are those that come with the tool and those of the company's ``Catalog``. Source: this tool.
Values: value.
"""

from collections.abc import Iterator
from typing import get_args, get_type_hints

from reconciler.kinds.workplace import MobileIntegration
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import document
from reconciler.rules._known import packages
from reconciler.rules._nearest import meant
from reconciler.rules._prices import lists
from reconciler.rules._sources import OURS

INTEGRATIONS = frozenset(get_args(get_type_hints(MobileIntegration)["type"]))


def _check(resource: Resource, facts: Facts) -> Iterator[Breach]:
    known = {"packages": packages(facts, "workplace") | packages(facts, "company"), "mobileIntegration": INTEGRATIONS}
    for path, _ in lists(resource.body):
        section, *name = map(str, path)
        if name and name[0] not in known[section]:
            advice = meant(name[0], known[section])
            yield Breach("PRICE-3", resource.address, path, {"value": name[0]}, at_key=True, help=advice)


RULE = Rule(
    "PRICE-3",
    Severity.WARNING,
    Text("Preis für etwas Unbekanntes", "Price of something unknown"),
    Text(
        "„{value}“ ist weder ein bekanntes Paket noch eine bekannte Mobile Integration.",
        "“{value}” is neither a known package nor a known mobile integration.",
    ),
    Text(
        "Ein verschriebener Name gäbe dem, was gemeint ist, keinen Preis.",
        "A misspelt name would leave what is meant without a price.",
    ),
    Text(
        "Den Namen berichtigen oder das Paket in einem Dokument der Art „Catalog“ unter „packages“ aufführen.",
        "Correct the name, or list the package under “packages” of a “Catalog” document.",
    ),
    OURS,
    of=("pricebook",),
    each=_check,
    bad=Example(document("PriceBook", "2026", currency="EUR", packages='{conference-pluss: "4.00"}')),
    good=Example(document("PriceBook", "2026", currency="EUR", packages='{conference-plus: "4.00"}')),
)
