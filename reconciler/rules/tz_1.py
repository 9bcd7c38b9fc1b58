"""TZ-1: the time zone is one of the tz database.

Source: help page "Arbeitsplatz einrichten" asks for a time zone; the list of names is this tool's.
Values: value.
"""

from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.nearest import Names
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._layers import inherited
from reconciler.rules._nearest import meant
from reconciler.rules._sources import setup
from reconciler.rules._zones import ZONES

_KNOWN = frozenset(ZONES)
_NAMES = Names(ZONES)
PATH: Path = ("timeZone",)


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    zone = resource.body.time_zone
    if zone is None or zone in _KNOWN or inherited(resource, PATH):
        return ()
    return (Breach("TZ-1", resource.address, PATH, {"value": zone}, help=meant(zone, _NAMES)),)


RULE = Rule(
    "TZ-1",
    Severity.ERROR,
    Text("Unbekannte Zeitzone", "Unknown time zone"),
    Text("Die Zeitzone „{value}“ gibt es nicht.", "There is no time zone “{value}”."),
    Text(
        "Uhr und Anrufliste der Endgeräte richten sich nach der Zeitzone.",
        "The clock and the call lists of devices follow the time zone.",
    ),
    Text("Einen Namen der Form „Europe/Berlin“ schreiben.", "Write a name like “Europe/Berlin”."),
    setup("Gruppe/Standort", "group/site"),
    of=("workplace", "group", "company"),
    each=_check,
    grouped=True,
    portal=True,
    bad=Example(workplace(timeZone="Europe/Berln")),
    good=Example(workplace(timeZone="Europe/Berlin")),
)
