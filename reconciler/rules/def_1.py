"""DEF-1: defaults that fit equally well agree.

Reported while reading. Source: this tool. Values: field, other.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "DEF-1",
    Severity.ERROR,
    Text("Defaults widersprechen sich", "Defaults contradict each other"),
    Text(
        "Für „{field}“ sagt {other} etwas anderes und passt genauso gut.",
        "For “{field}”, {other} says something else and matches just as well.",
    ),
    Text(
        "Bei gleich genauem „match“ wäre Zufall, welcher Wert gilt.",
        "With “match” equally specific, chance would decide which value counts.",
    ),
    Text(
        "Einem der beiden ein weiteres Kriterium in „match“ geben.",
        "Give one of the two another criterion in “match”.",
    ),
    OURS,
)
