"""NUM-8: an additional number is for incoming calls only.

Additional numbers are not kept by this tool, so this is only explained. Source: help page
"Rufnummernverwaltung".
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "NUM-8",
    Severity.INFO,
    Text("Zusätzliche Rufnummer ist nur eingehend", "Additional number is incoming only"),
    Text(
        "Abgehende Anrufe zeigen die Hauptrufnummer, nicht eine zusätzliche.",
        "Outgoing calls show the main number, not an additional one.",
    ),
    Text("Eine zusätzliche Rufnummer nimmt nur Anrufe entgegen.", "An additional number only takes calls."),
    Text(
        "Soll eine andere Nummer gezeigt werden, die Anrufinformationen von Gruppe oder Bereich ändern („callerId“).",
        "If another number is to be shown, change the caller ID of the group or department (“callerId”).",
    ),
    page("Rufnummernverwaltung"),
)
