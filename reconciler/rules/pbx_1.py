"""PBX-1: the whole Cloud PBX can only be deleted when it is empty.

This tool never deletes it, so this is only explained. Source: help page "Cloud PBX löschen" of the sister product.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "PBX-1",
    Severity.ERROR,
    Text("Cloud PBX ist nicht leer", "Cloud PBX is not empty"),
    Text(
        "Die Cloud PBX lässt sich erst löschen, wenn kein Arbeitsplatz und keine vergebene Rufnummer mehr da ist.",
        "The Cloud PBX can be deleted only when no workplace and no assigned number is left.",
    ),
    Text(
        "Mit ihr gehen Gruppen, Profile, Kontakte, Ansagen, Aufträge und ihre Geschichte verloren.",
        "With it groups, profiles, contacts, announcements, orders and their history are lost.",
    ),
    Text(
        "Dieses Werkzeug löscht sie nicht; gemeint ist dazu das Portal selbst.",
        "This tool does not delete it; that is done in the portal itself.",
    ),
    page("Cloud PBX löschen"),
    of=("company",),
)
