"""GROUP-1: each workplace has exactly one group.

A warning where the group of the company's default is taken silently, an error where there is none at all.
Silent where only the portal knows the company.
Source: help page "Arbeitsplatz einrichten", group. Values: group.
"""

from reconciler.model.address import Address
from reconciler.model.document import Path
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Name, sentence
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._known import company
from reconciler.rules._layers import source
from reconciler.rules._sources import setup

NONE = Text("gar keine Gruppe", "no group at all")
PATH: Path = ("group",)
CHOSEN = ("template", "defaults")


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    group = resource.body.group
    if group is None and not facts.asked and company(facts) is None:
        return ()
    if group is None:
        return (Breach("GROUP-1", resource.address, PATH, {"group": NONE}, severity=Severity.ERROR),)
    if not resource.layers or resource.layers[0].find(PATH):
        return ()
    origin = source(resource, PATH)
    if origin and origin.kind in CHOSEN:
        return ()
    silent = sentence("stillschweigend die Standardgruppe „{group}“", "silently the default group “{group}”",
                      group=Name(Address("group", group)))
    return (Breach("GROUP-1", resource.address, PATH, {"group": silent}),)


RULE = Rule(
    "GROUP-1",
    Severity.WARNING,
    Text("Gruppe nicht genannt", "Group not named"),
    Text("Der Arbeitsplatz bekommt {group}.", "The workplace gets {group}."),
    Text(
        "Die Gruppe lässt sich später nur durch Löschen und neues Einrichten ändern, frühestens nach 30 Tagen.",
        "The group can only be changed by deleting and setting up anew, after 30 days at the earliest.",
    ),
    Text("Die gewollte Gruppe unter „group“ hinschreiben.", "Write the wanted group under “group”."),
    setup("Gruppe/Standort", "group/site"),
    each=_check,
    portal=True,
    bad=Example(workplace(group="")),
    good=Example(workplace()),
)
