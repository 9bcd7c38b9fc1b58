"""READ-1: the portal holds what it acknowledged.

Reported at the end of a run, when the portal is read again. Source: this tool. Values: step, address.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "READ-1",
    Severity.ERROR,
    Text("Das Portal hat nicht, was es angenommen hat", "The portal does not hold what it acknowledged"),
    Text(
        "{step} für {address} wurde angenommen, steht beim Nachlesen aber nicht so am Portal.",
        "{step} for {address} was acknowledged, but when read again the portal does not hold it so.",
    ),
    Text(
        "Entweder hat jemand zugleich etwas anderes geändert, oder das Portal hat die Änderung nicht behalten.",
        "Either somebody changed something else at the same time, or the portal did not keep the change.",
    ),
    Text(
        "Am Portal nachsehen, dann neu planen: reconciler plan",
        "Look at the portal, then plan again: reconciler plan",
    ),
    OURS,
)
