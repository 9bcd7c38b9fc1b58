"""E8: no step leaves a workplace without its number in between.

Reported by the planner where no free number is left to park one on. Source: this tool.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "E8",
    Severity.WARNING,
    Text("Kurz nicht erreichbar", "Unreachable for a moment"),
    Text(
        "Der Arbeitsplatz ist zwischen zwei Schritten des Plans kurz ohne Nummer.",
        "Between two steps of the plan the workplace is without a number for a moment.",
    ),
    Text(
        "Nummern werden im Ring getauscht, und im Block ist keine frei, auf der eine so lange parken könnte.",
        "Numbers are swapped in a ring, and the block has no free one where one could be parked meanwhile.",
    ),
    Text(
        "Eine Nummer des Blocks freimachen, oder den Tausch zu einer ruhigen Zeit anwenden.",
        "Free a number of the block, or apply the swap at a quiet time.",
    ),
    OURS,
)
