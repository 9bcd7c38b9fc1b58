"""PLAN-1: a plan file is what would be planned now.

Reported when a plan file is applied. Source: this tool. Values: step, address, cause.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "PLAN-1",
    Severity.ERROR,
    Text("Die Plandatei passt nicht mehr", "The plan file no longer fits"),
    Text(
        "{step} für {address}: {cause}.",
        "{step} for {address}: {cause}.",
    ),
    Text(
        "Gesendet wird nur, was zu Manifesten und Portal von heute passt und genau so im Plan stand.",
        "Only what fits today's manifests and portal, and was in the plan exactly like that, is sent.",
    ),
    Text(
        "Neu planen, den Plan lesen und diesen anwenden.",
        "Plan again, read the plan and apply that one.",
    ),
    OURS,
)
