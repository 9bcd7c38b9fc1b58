"""LINE-1: a line that is named is one of the contract's.

Silent while no line is known. Source: help page "Arbeitsplatz einrichten", number. Values: value.
"""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._known import company
from reconciler.rules._nearest import meant
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    path, line = _named(resource)
    if line is None:
        return ()
    contract = company(facts)
    known = [found.name for found in contract.lines] if contract else []
    if not known or line in known:
        return ()
    return (Breach("LINE-1", resource.address, path, {"value": line}, help=meant(line, known)),)


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
    portal=True,
    bad=Example(seat(number="{nomadicUse: {restrictedTo: hauptsiz}}")),
    good=Example(seat(number="{nomadicUse: {restrictedTo: hauptsitz}}")),
)
