"""CART-3: the portal rejected what is planned again.

A position that was ordered is checked once more on its day; what was rejected then comes back in the next plan.
Reported by the planner. Source: this tool. Values: step, day, rule, reason.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "CART-3",
    Severity.WARNING,
    Text("Vom Portal schon einmal abgelehnt", "Rejected by the portal before"),
    Text(
        "{step}, bestellt am {day}, hat das Portal abgelehnt ({rule}: {reason}).",
        "{step}, ordered on {day}, was rejected by the portal ({rule}: {reason}).",
    ),
    Text(
        "Was der Wunsch verlangt, fehlt weiterhin; der Plan bestellt es deshalb noch einmal.",
        "What the wish asks for is still missing, so the plan orders it once more.",
    ),
    Text(
        "Erst den Grund beseitigen, sonst lehnt das Portal wieder ab; oder den Wunsch ändern.",
        "Remove the reason first, or the portal will reject it again; or change the wish.",
    ),
    OURS,
)
