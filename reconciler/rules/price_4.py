"""PRICE-4: there is one price book, in the file that the workspace names.

Reported while reading. Source: this tool. Values: value.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "PRICE-4",
    Severity.ERROR,
    Text("Preisbuch am falschen Ort", "Price book in the wrong place"),
    Text("Das Preisbuch „{value}“ gilt hier nicht.", "Price book “{value}” does not count here."),
    Text(
        "Es zählt nur ein Preisbuch: das eine Dokument in der Datei, die „priceBook“ in reconciler.yaml nennt.",
        "Only one price book counts: the one document in the file that “priceBook” in reconciler.yaml names.",
    ),
    Text(
        "Das Dokument entfernen, oder „priceBook“ auf seine Datei zeigen lassen.",
        "Remove the document, or let “priceBook” point to its file.",
    ),
    OURS,
)
