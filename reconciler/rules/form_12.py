"""FORM-12: nothing is longer, more or larger than its field may be.

Reported while reading. Source: this tool. Values: value, limit.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "FORM-12",
    Severity.ERROR,
    Text("Über der Grenze des Feldes", "Beyond the limit of the field"),
    Text("{value} geht über die Grenze: {limit}.", "{value} is beyond the limit: {limit}."),
    Text(
        "Jedes Feld hat eine Grenze, weit über allem, was gebraucht wird; was darüber liegt, ist ein Versehen.",
        "Every field has a limit, far above all that is needed; what lies beyond it is a slip.",
    ),
    Text("Innerhalb der Grenze bleiben: {limit}.", "Stay within the limit: {limit}."),
    OURS,
)
