"""FORM-13: of very many findings the first are told, and how many more there are.

Reported while reading and telling. Source: this tool. Values: what.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-13",
    Severity.ERROR,
    Text("Noch mehr Funde", "More findings"),
    Text("{what}.", "{what}."),
    Text(
        "Mehr liest niemand, und oft haben sehr viele Fehler eine einzige Ursache.",
        "Nobody reads more, and very many errors often have one cause.",
    ),
    Text("Erst die genannten Fehler beheben; der nächste Lauf zeigt, was bleibt.",
         "Mend the errors that are named first; the next run shows what is left."),
    OURS,
    silenceable=False,
)
