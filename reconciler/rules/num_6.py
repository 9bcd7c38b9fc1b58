"""NUM-6: an extension can be undone only while none of its numbers is assigned.

Reported by the planner, as what blocks the change. Source: help page "Rufnummernverlängerung".
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "NUM-6",
    Severity.ERROR,
    Text("Verlängerung noch in Gebrauch", "Extension still in use"),
    Text(
        "Die Verlängerung des Blocks lässt sich nicht zurücknehmen.",
        "The extension of the block cannot be undone.",
    ),
    Text(
        "Das Portal kürzt einen Block erst, wenn keine seiner verlängerten Nummern vergeben ist.",
        "The portal shortens a block only when none of its extended numbers is assigned.",
    ),
    Text(
        "Den Arbeitsplätzen mit verlängerten Nummern zuerst kürzere geben.",
        "First give shorter numbers to the workplaces that have extended ones.",
    ),
    page("Rufnummernverlängerung"),
    of=("numberblock",),
)
