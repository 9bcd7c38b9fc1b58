"""TERM-4: deactivating instead of deleting keeps the base data.

Source: help page "Arbeitsplätze verwalten".
"""

from reconciler.model.change import Action, Change
from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import page


def _check(change: Change, _facts: Facts) -> tuple[Breach, ...]:
    if change.address.kind != "workplace" or change.action is not Action.DELETE:
        return ()
    return (Breach("TERM-4", change.address),)


RULE = Rule(
    "TERM-4",
    Severity.INFO,
    Text("Deaktivieren statt löschen", "Deactivate instead of deleting"),
    Text(
        "Ein Arbeitsplatz, der gelöscht wird, verliert alle Daten.",
        "A workplace that is deleted loses all its data.",
    ),
    Text(
        "Ein deaktivierter behält Nummer, Profil, Endgeräte und Pakete; verloren gehen nur eigene Einstellungen.",
        "A deactivated one keeps number, profile, devices and packages; only personal settings are lost.",
    ),
    Text(
        "Wird er vielleicht wieder gebraucht: im Manifest lassen und im Portal deaktivieren.",
        "If it may be needed again: keep it in the manifest and deactivate it in the portal.",
    ),
    page("Arbeitsplätze verwalten"),
    change=_check,
    grouped=True,
    bad=Example("", workplace()),
    good=Example(workplace(), workplace()),
)
