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
    Text("Dokument doppelt", "Document twice"),
    Text(
        "{address} steht noch einmal da, zuerst in {first}.",
        "{address} stands there again, first in {first}.",
    ),
    Text(
        "Art und Name zusammen sind die Identität; welches Dokument gilt, wäre Zufall.",
        "Kind and name together are the identity; which document counts would be chance.",
    ),
    Text(
        "Eines der Dokumente streichen oder umbenennen.",
        "Take one of the documents away, or rename it.",
    ),
    OURS,
)
