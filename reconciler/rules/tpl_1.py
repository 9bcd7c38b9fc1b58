"""TPL-1: a template holds exactly four settings.

Reported while reading. Source: help page "Arbeitsplatz einrichten", templates. Values: key.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "TPL-1",
    Severity.ERROR,
    Text("Vorlage mit zu vielen Einstellungen", "Template with too many settings"),
    Text(
        "„{key}“ lässt sich in einer Mustervorlage nicht speichern.",
        "“{key}” cannot be stored in a template.",
    ),
    Text(
        "Das Portal speichert in Vorlagen nur Gruppe, Sperrprofil, Desktop-Client und Pakete.",
        "The portal stores only group, blocking profile, desktop client and packages in templates.",
    ),
    Text(
        "„{key}“ in ein Dokument der Art „Defaults“ mit „match: template“ verschieben.",
        "Move “{key}” to a “Defaults” document with “match: template”.",
    ),
    setup("Mustervorlagen verwenden", "templates"),
    of=("template",),
)
