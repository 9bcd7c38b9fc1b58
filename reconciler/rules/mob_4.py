"""MOB-4: either MagentaEINS or the mobile client, not both.

Reported while reading, where a list is written: there is one, and it has one type. Source: this tool.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "MOB-4",
    Severity.ERROR,
    Text("Nur eine mobile Integration", "One mobile integration only"),
    Text(
        "Ein Arbeitsplatz hat höchstens eine mobile Integration.",
        "A workplace has one mobile integration at most.",
    ),
    Text(
        "MagentaEINS enthält den Mobile-Client schon; beides zugleich würde doppelt berechnet.",
        "MagentaEINS includes the mobile client; both at once would be charged twice.",
    ),
    Text("Eine der beiden wählen.", "Choose one of the two."),
    OURS,
)
