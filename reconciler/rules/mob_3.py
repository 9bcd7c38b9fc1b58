"""MOB-3: before MagentaEINS, entries of parallel ringing and Remote Office must be gone.

A step by hand, told when an existing workplace gets MagentaEINS. Source: help page "Arbeitsplatz einrichten",
MagentaEINS.
"""

from reconciler.model.change import Action, Change
from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._internal import integrated
from reconciler.rules._sources import setup


def _check(change: Change, _facts: Facts) -> tuple[Breach, ...]:
    if change.address.kind != "workplace" or change.action is not Action.UPDATE:
        return ()
    if not change.before or not change.after or integrated(change.before) or not integrated(change.after):
        return ()
    return (Breach("MOB-3", change.address, ("mobileIntegration",)),)


def _seat(integration: str) -> str:
    return seat(
        number='{external: "+49 228 6380-22", internal: "220"}',
        devices="[{profile: mobile-client}]",
        mobileIntegration=integration,
    )


RULE = Rule(
    "MOB-3",
    Severity.WARNING,
    Text("Vor MagentaEINS von Hand aufräumen", "Clean up by hand before MagentaEINS"),
    Text(
        "Der bestehende Arbeitsplatz bekommt MagentaEINS.",
        "The existing workplace gets MagentaEINS.",
    ),
    Text(
        "Nummern unter „Paralleles Klingeln“ oder „Remote Office“ verhindern das; das Werkzeug sieht sie nicht.",
        "Numbers of parallel ringing or Remote Office prevent that, and this tool cannot see them.",
    ),
    Text(
        "Im Portal die Nummern unter „Paralleles Klingeln“ und „Remote Office“ löschen.",
        "Delete the numbers of parallel ringing and Remote Office in the portal.",
    ),
    setup("MagentaEINS Business Integration", "MagentaEINS"),
    change=_check,
    bad=Example(_seat('{type: magentaeins, mobile: "+49 171 5550100", customerAccount: "4711"}'), _seat("")),
    good=Example(_seat(""), _seat("")),
)
