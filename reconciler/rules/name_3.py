"""NAME-3: names are not exchanged in a ring.

Once it was carried out nobody could tell whether it still has to be. Reported by the planner. Source: this tool.
Values: old, new.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "NAME-3",
    Severity.ERROR,
    Text("Umbenennungen im Kreis", "Renames in a ring"),
    Text(
        "„{new}“ hieß „{old}“, und „{old}“ am Ende wieder „{new}“.",
        "“{new}” was “{old}”, and “{old}” in the end “{new}” again.",
    ),
    Text(
        "Nach dem Tausch stünden dieselben Namen im Portal wie davor; der nächste Lauf würde zurücktauschen.",
        "After the exchange the portal would show the same names as before; the next run would change them back.",
    ),
    Text(
        "In zwei Schritten tauschen: erst einen Namen auf einen dritten ändern und anwenden, dann die übrigen.",
        "Exchange in two steps: first change one name to a third one and apply, then the others.",
    ),
    OURS,
    of=("group", "blockingprofile", "template", "numberblock", "workplace"),
)
