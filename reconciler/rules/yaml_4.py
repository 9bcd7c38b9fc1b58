"""YAML-4: no anchors, aliases or merge keys.

Reported while reading. Source: this tool. Values: value, problem.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "YAML-4",
    Severity.ERROR,
    Text("YAML-Anker", "YAML anchor"),
    Text(
        "YAML-Anker: {problem}.",
        "YAML anchor: {problem}.",
    ),
    Text(
        "Wer einen Arbeitsplatz liest, soll alles dort sehen, wo es steht oder benannt ist.",
        "Whoever reads a workplace should see everything where it stands or is named.",
    ),
    Text(
        "Gemeinsames in eine „Template“ oder in „Defaults“ schreiben.",
        "Write what is shared into a “Template” or “Defaults”.",
    ),
    OURS,
)
