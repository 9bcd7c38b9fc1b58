"""PAR-1: parallel ringing goes to at most five external numbers.

Parallel ringing is set by the users themselves, so this is only explained. Source: help page
"Paralleles Klingeln".
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "PAR-1",
    Severity.ERROR,
    Text("Ziele für Paralleles Klingeln", "Targets of parallel ringing"),
    Text(
        "Paralleles Klingeln hat höchstens fünf Ziele, und nur externe Rufnummern.",
        "Parallel ringing has five targets at most, and external numbers only.",
    ),
    Text(
        "Eigene interne Rufnummern und mit MagentaEINS eingebundene Mobiltelefone lässt das Portal nicht zu.",
        "The portal does not allow internal numbers of one's own, nor mobile telephones that MagentaEINS integrates.",
    ),
    Text(
        "Im Portal andere Ziele eintragen; vor MagentaEINS alle löschen (MOB-3).",
        "Enter other targets in the portal; before MagentaEINS delete all of them (MOB-3).",
    ),
    page("Paralleles Klingeln"),
)
