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
        "Diese Bestellung ist erledigt und ohne Wirkung: Was die Manifeste verlangen, steht noch aus und muss noch "
        "einmal bestellt werden.",
        "That order is over and had no effect: what the manifests ask for is still to be done, and has to be ordered "
        "once more.",
    ),
    Text(
        "Wenn der Plan den Grund nicht schon beseitigt oder abwartet: ihn erst beseitigen, sonst lehnt das Portal "
        "wieder ab; oder den Wunsch ändern.",
        "Unless the plan removes the reason or waits for it to be over: remove it first, or the portal will reject it "
        "again; or change the wish.",
    ),
    OURS,
)
