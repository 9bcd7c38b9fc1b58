"""MOB-3: before MagentaEINS, entries of parallel ringing and Remote Office must be gone.

A chore, told from when MagentaEINS is to be booked for an existing workplace, for another mobile number too, until it
has it. Source: help page "Arbeitsplatz
einrichten", MagentaEINS.
"""

from reconciler.model.change import Action, Change
from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._internal import integrated
from reconciler.rules._sources import setup


def _check(change: Change, _facts: Facts) -> tuple[Breach, ...]:
    if change.address.kind != "workplace" or change.action is not Action.UPDATE:
        return ()
    return _chores(change.after, change.before) if change.after else ()


def _chores(wish: Resource, present: Resource | None) -> tuple[Breach, ...]:
    there = present is not None and not (present.life and present.life.state == "in-cart")
    if not present or not there or not integrated(wish) or not _booked(wish, present):
        return ()
    return (Breach("MOB-3", wish.address, ("mobileIntegration",)),)


def _booked(wish: Resource, present: Resource) -> bool:
    """Whether the integration of the wish has to be booked: another account alone is set directly."""
    before, after = present.body.mobile_integration, wish.body.mobile_integration
    return before is None or (before.type, before.mobile) != (after.type, after.mobile)


def _workplace(integration: str) -> str:
    return workplace(
        number='{external: "+49 228 6380-22", internal: "220"}',
        devices="[{profile: mobile-client}]",
        mobileIntegration=integration,
    )


RULE = Rule(
    "MOB-3",
    Severity.WARNING,
    Text("Vor MagentaEINS von Hand aufräumen", "Clean up by hand before MagentaEINS"),
    Text(
        "Für den bestehenden Arbeitsplatz wird MagentaEINS gebucht.",
        "MagentaEINS is booked for the existing workplace."
    ),
    Text(
        "Nummern unter „Paralleles Klingeln“ oder „Remote Office“ verhindern das; das Werkzeug sieht sie nicht.",
        "Numbers of parallel ringing or Remote Office prevent that, and this tool cannot see them.",
    ),
    Text(
        "Vor der Buchung alle Nummern unter „Paralleles Klingeln“ und „Remote Office“ löschen.",
        "Before it is booked, delete all numbers of parallel ringing and Remote Office.",
    ),
    setup("MagentaEINS Business Integration", "MagentaEINS"),
    change=_check,
    chores=_chores,
    bad=Example(_workplace('{type: magentaeins, mobile: "+49 171 5550100", customerAccount: "4711"}'), _workplace("")),
    good=Example(_workplace(""), _workplace("")),
)
