"""PROTECTED: what is protected stays.

Reported by the planner. Source: this tool. Values: address, cause.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "PROTECTED",
    Severity.ERROR,
    Text("Geschützt", "Protected"),
    Text(
        "{address} würde gelöscht oder ersetzt, ist aber geschützt: {cause}.",
        "{address} would be deleted or replaced, but is protected: {cause}.",
    ),
    Text(
        "Was ein Muster von „policy.protect“ trifft, was „protect: true“ im Manifest hat und wer die Rufnummer der "
        "Zentrale hält, wird nie gelöscht und nie ersetzt; das erlaubt auch kein --allow.",
        "What a pattern of “policy.protect” fits, what has “protect: true” in its manifest, and who holds the central "
        "number is never deleted and never replaced; no --allow permits it.",
    ),
    Text(
        "Den Schutz aufheben: das Muster aus „policy.protect“ oder „protect“ aus dem Manifest nehmen, oder die "
        "Zentrale auf einen anderen Arbeitsplatz legen.",
        "Lift the protection: take the pattern out of “policy.protect” or “protect” out of the manifest, or move the "
        "central number to another workplace.",
    ),
    OURS,
)
