"""BLOCK-4: the directions are outgoing, incoming and forwarded.

Reported while reading. Source: help page "Arbeitsplatz einrichten", blocking profile.
Values: key, nearest, known.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import setup

RULE = Rule(
    "BLOCK-4",
    Severity.ERROR,
    Text("Unbekannte Richtung im Sperrprofil", "Unknown direction in a blocking profile"),
    Text("Ein Sperrprofil hat kein „{key}“.", "A blocking profile has no “{key}”."),
    Text(
        "Gesperrt wird ausgehend, eingehend und weitergeleitet, sonst nichts.",
        "Blocking has three directions: outgoing, incoming, forwarded; nothing else.",
    ),
    Text(
        "Gemeint ist wohl „{nearest}“. Möglich: {known}; in jede Richtung steht eine Liste von Rufnummerngassen.",
        "Probably “{nearest}” is meant. Possible: {known}; each direction has a list of number ranges.",
    ),
    setup("Sperrprofil zuweisen", "blocking profile"),
    of=("blockingprofile",),
    fix_otherwise=Text(
        "Möglich: {known}. Wie Gassen geschrieben werden, auch das ganze Ausland: "
        "reconciler explain blockingprofile.outgoing",
        "Possible: {known}. How ranges are written, all of abroad too: "
        "reconciler explain blockingprofile.outgoing",
    ),
)
