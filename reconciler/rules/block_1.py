"""BLOCK-1: a blocking profile exists before something names it.

Where only a portal could tell, it is REF-2. Source: help page "Arbeitsplatz einrichten", blocking profile.
Values: value.
"""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._named import missing
from reconciler.rules._profiles import NAMING
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> Iterator[Breach]:
    for one in missing(resource, facts, ("BlockingProfile",)) if facts.complete else ():
        yield Breach("BLOCK-1", resource.address, one.path, {"value": one.name}, help=one.advice)


RULE = Rule(
    "BLOCK-1",
    Severity.ERROR,
    Text("Sperrprofil fehlt", "Blocking profile missing"),
    Text("Das Sperrprofil „{value}“ gibt es nicht.", "There is no blocking profile “{value}”."),
    Text(
        "Ein Profil muss im Unternehmen angelegt sein, bevor es zugewiesen werden kann.",
        "A profile must exist in the company before it can be assigned.",
    ),
    Text(
        "Das Profil „{value}“ anlegen oder ein vorhandenes nennen.",
        "Add profile “{value}”, or name an existing one.",
    ),
    setup("Sperrprofil zuweisen", "blocking profile"),
    of=NAMING,
    each=_check,
    grouped=True,
    portal=True,
    bad=Example(workplace(blockingProfile="standart")),
    good=Example(workplace(blockingProfile="standard")),
)
