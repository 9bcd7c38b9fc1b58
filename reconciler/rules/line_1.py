"""LINE-1: a line that is named is one of the contract's.

Silent while the contract's lines are unknown: they are facts of the portal. Source: help page "Arbeitsplatz
einrichten", number. Values: value.
"""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._known import lines
from reconciler.rules._nearest import meant
from reconciler.rules._sources import setup

NO_LINE = {
    "workplace": Text(
        "Der Vertrag hat keinen einzigen Anschluss: „nomadicUse: allowed“ schreiben.",
        "The contract has no line at all: write “nomadicUse: allowed”.",
    ),
    "numberblock": Text(
        "Der Vertrag hat keinen einzigen Anschluss: „line“ weglassen.",
        "The contract has no line at all: leave “line” out.",
    ),
}


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    path, line = _named(resource)
    if line is None:
        return ()
    known = lines(facts)
    if known is None or line in known:
        return ()
    advice = meant(line, known) if known else NO_LINE[resource.address.kind]
    return (Breach("LINE-1", resource.address, path, {"value": line}, help=advice),)


def _named(resource: Resource) -> tuple[Path, str | None]:
    if resource.address.kind == "numberblock":
        return ("line",), resource.body.line
    use = resource.body.number.nomadic_use
    return ("number", "nomadicUse", "restrictedTo"), None if use == "allowed" else use.restricted_to


RULE = Rule(
    "LINE-1",
    Severity.ERROR,
    Text("Unbekannter Anschluss", "Unknown line"),
    Text("Der Vertrag hat keinen Anschluss „{value}“.", "The contract has no line “{value}”."),
    Text(
        "Beschränken lässt sich die Nutzung nur auf einen Anschluss des Vertrags.",
        "Use can only be restricted to a line of the contract.",
    ),
    Text("Einen Namen aus „lines“ des Unternehmens schreiben.", "Write a name of the company's “lines”."),
    setup("Rufnummer auswählen", "number"),
    of=("workplace", "numberblock"),
    each=_check,
    grouped=True,
    portal=True,
    bad=Example(workplace(number="{nomadicUse: {restrictedTo: hauptsiz}}")),
    good=Example(workplace(number="{nomadicUse: {restrictedTo: hauptsitz}}")),
)
