"""NAME-1: what a rename calls the old name exists, and only the old one.

A warning, because a name that is made anew instead of changed may cost a delete and a create. Reported by the planner.
Source: this tool. Values: cause.
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import OURS

RULE = Rule(
    "NAME-1",
    Severity.WARNING,
    Text("Umbenennung ohne Wirkung", "Rename without effect"),
    Text("Keine Umbenennung: {cause}.", "No rename: {cause}."),
    Text(
        "Umbenannt wird nur, was unter dem alten Namen im Portal steht, solange der neue dort noch frei ist.",
        "Only what stands in the portal under its old name is renamed, while the new one is still free there.",
    ),
    Text(
        "Den alten Namen berichtigen, oder die Angabe streichen, wenn sie erledigt ist.",
        "Correct the old name, or drop the line if it has done its work.",
    ),
    OURS,
    of=("group", "blockingprofile", "template", "numberblock", "workplace"),
)
