"""PKG-10: ten unused numbers a package at most.

The control of unused numbers is set in the portal and not by this tool, so this is only explained. Source: help page
"Anrufsteuerung ungenutzter Rufnummern".
"""

from reconciler.model.finding import Severity
from reconciler.model.rule import Rule
from reconciler.model.text import Text
from reconciler.rules._sources import page

RULE = Rule(
    "PKG-10",
    Severity.ERROR,
    Text("Zu viele ungenutzte Rufnummern", "Too many unused numbers"),
    Text(
        "Ein Paket „Anrufsteuerung ungenutzter Rufnummern“ leitet höchstens zehn Rufnummern um.",
        "One package for unused numbers forwards ten numbers at most.",
    ),
    Text(
        "Was das Paket hält, kann kein Arbeitsplatz bekommen, bis es dort gestrichen ist.",
        "What the package holds no workplace can get until it was taken out there.",
    ),
    Text("Ein weiteres Paket buchen oder Rufnummern herausnehmen.", "Book another package, or take numbers out."),
    page("Anrufsteuerung ungenutzter Rufnummern"),
)
