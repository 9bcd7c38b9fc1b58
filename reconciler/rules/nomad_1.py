"""NOMAD-1: changing the number of a workplace with restricted nomadic use may cut it off.

What only lies in the cart cannot be cut off. The plan lets it pass only with ``--allow NOMAD-1=N``. Source: help page
"Arbeitsplatz einrichten", number. Values: before, after, line.
"""

from reconciler.model.change import Action, Change
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import setup


def _check(change: Change, _facts: Facts) -> tuple[Breach, ...]:
    if change.address.kind != "workplace" or change.action is not Action.UPDATE:
        return ()
    if not change.before or not change.after or (change.before.life and change.before.life.state == "in-cart"):
        return ()
    before, after = change.before.body.number, change.after.body.number
    if before.external == after.external or after.nomadic_use == "allowed":
        return ()
    values = {"before": before.external, "after": after.external, "line": Word(after.nomadic_use.restricted_to)}
    return (Breach("NOMAD-1", change.address, ("number", "external"), values),)


def _workplace(number: str, use: str) -> str:
    return workplace(number=f'{{external: "{number}", internal: "20", nomadicUse: {use}}}')


OLD = _workplace("+49 228 6380-20", "{restrictedTo: hauptsitz}")

RULE = Rule(
    "NOMAD-1",
    Severity.WARNING,
    Text("Neue Rufnummer bei beschränkter Nutzung", "New number under restricted use"),
    Text(
        "Die Nummer wechselt von {before} zu {after}, die Nutzung ist auf „{line}“ beschränkt.",
        "The number changes from {before} to {after} while use is restricted to “{line}”.",
    ),
    Text(
        "Gehört die neue Nummer nicht zu diesem Anschluss, ist der Arbeitsplatz danach stumm.",
        "If the new number does not belong to that line, the workplace is cut off afterwards.",
    ),
    Text(
        "Zuerst „nomadicUse: allowed“ setzen, dann die Nummer ändern; oder mit „--allow NOMAD-1=N“ erlauben.",
        "Set “nomadicUse: allowed” first, then change the number; or permit it with “--allow NOMAD-1=N”.",
    ),
    setup("Rufnummer auswählen", "number"),
    change=_check,
    silenceable=False,
    asks=True,
    bad=Example(_workplace("+49 228 6380-21", "{restrictedTo: hauptsitz}"), OLD),
    good=Example(_workplace("+49 228 6380-21", "allowed"), OLD),
)
