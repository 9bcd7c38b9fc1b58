"""BLOCK-2: which blocking profile takes effect.

Explained only: workplace before group before company before the system's profile. Source: help page
"Sperrprofile verwalten"; the place of the group is this tool's reading.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "BLOCK-2",
    Severity.INFO,
    Text("Welches Sperrprofil gilt", "Which blocking profile takes effect"),
    Text(
        "Das Sperrprofil kommt vom Arbeitsplatz, sonst von Vorlage, Defaults, Gruppe, Unternehmen, zuletzt vom Portal.",
        "The blocking profile comes from the workplace, else from template, defaults, group, company, last the portal.",
    ),
    Text(
        "Die Hilfeseiten sagen nicht eindeutig, ob die Gruppe dem Unternehmen vorgeht; hier tut sie es.",
        "The help pages do not clearly say whether the group goes before the company; here it does.",
    ),
    Text(
        "Wo es darauf ankommt, „blockingProfile“ am Arbeitsplatz hinschreiben.",
        "Where it matters, write “blockingProfile” at the workplace.",
    ),
    page("Sperrprofile verwalten"),
)
