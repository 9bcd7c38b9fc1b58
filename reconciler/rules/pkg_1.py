"""PKG-1: the assistant package is on at least two workplaces.

Source: help page "Arbeitsplatz einrichten", assistant package.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import State
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import together, workplace
from reconciler.rules._holders import staying
from reconciler.rules._layers import item_path
from reconciler.rules._sources import setup

PACKAGE = "assistant"


def _check(facts: Facts) -> tuple[Breach, ...]:
    found = [resource for resource in staying(facts) if PACKAGE in resource.body.packages]
    if len(found) != 1:
        return ()
    (only,) = found
    if only.address not in facts.wished and _holders(facts.before) < 2:
        return ()
    facts.need_all("workplace")
    path = item_path(only, "packages", PACKAGE) or ("packages",)
    doubt = None if facts.complete else Severity.WARNING
    return (Breach("PKG-1", only.address, path, piece=PACKAGE, severity=doubt),)


def _holders(state: State) -> int:
    return sum(PACKAGE in resource.body.packages for resource in state.of("workplace").values())


RULE = Rule(
    "PKG-1",
    Severity.ERROR,
    Text("Assistenz braucht zwei Arbeitsplätze", "Assistant needs two workplaces"),
    Text(
        "Nur dieser eine Arbeitsplatz hat das Paket „assistant“.",
        "Only this one workplace has package “assistant”.",
    ),
    Text(
        "Die Assistenzfunktion verbindet einen Leiter mit einem Assistenten; beide brauchen das Paket.",
        "The assistant function joins a leader and an assistant; both need the package.",
    ),
    Text(
        "„assistant“ an einem zweiten Arbeitsplatz buchen oder hier streichen.",
        "Book “assistant” at a second workplace, or remove it here.",
    ),
    setup("Zusatz-Pakete", "packages"),
    whole=_check,
    portal=True,
    bad=Example(workplace(packages="[assistant]")),
    good=Example(together(workplace("b.keller", packages="[assistant]"), workplace("c.lang", packages="[assistant]"))),
)
