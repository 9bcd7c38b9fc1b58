"""SEQ-1: an order waits until another one was carried out.

Reported by the planner. Source: this tool.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "SEQ-1",
    Severity.INFO,
    Text("Erst nach einem anderen Auftrag", "Only after another order"),
    Text(
        "Dieser Auftrag wartet, bis ein anderer ausgeführt ist.",
        "This order waits until another one was carried out.",
    ),
    Text(
        "Name oder Nummer werden erst frei, und Pakete erst nutzbar, wenn der frühere Auftrag erledigt ist.",
        "A name or number becomes free, and a package usable, only once the earlier order is done.",
    ),
    Text(
        "Nach dem genannten Tag noch einmal planen und anwenden.",
        "Plan and apply again after the day that is named.",
    ),
    OURS,
)
