"""NAME-2: two manifests cannot both be what one resource was called before.

Reported by the planner. Source: this tool. Values: old, new, other.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "NAME-2",
    Severity.ERROR,
    Text("Zwei Umbenennungen derselben Ressource", "Two renames of one resource"),
    Text(
        "„{old}“ soll „{new}“ und zugleich „{other}“ heißen.",
        "“{old}” is to be called “{new}” and “{other}” at once.",
    ),
    Text(
        "Eine Umbenennung behält die Ressource; sie kann nur an einer Stelle weiterleben.",
        "A rename keeps the resource; it can live on in one place only.",
    ),
    Text(
        "Die Angabe an einer der beiden Stellen streichen; die andere wird neu angelegt.",
        "Drop the line in one of the two places; the other is made anew.",
    ),
    OURS,
    of=("group", "blockingprofile", "template", "numberblock", "workplace"),
)
