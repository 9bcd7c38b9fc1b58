"""FORM-8: kind and name stand once.

Reported while reading. Source: this tool. Values: address, first.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-8",
    Severity.ERROR,
    Text("Dokument doppelt", "Duplicate document"),
    Text(
        "{address} steht noch einmal da, zuerst in {first}.",
        "{address} is written again; the first one is in {first}.",
    ),
    Text(
        "Art und Name zusammen sind die Identität; welches Dokument gilt, wäre Zufall.",
        "Kind and name together are the identity; chance would decide which document counts.",
    ),
    Text(
        "Eines der Dokumente streichen oder umbenennen.",
        "Remove one of the documents, or rename it.",
    ),
    OURS,
)
