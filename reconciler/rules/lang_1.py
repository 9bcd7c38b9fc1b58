"""LANG-1: German is the only language of workplaces.

Source: help page "Arbeitsplatz einrichten", language. Values: value.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._sources import setup


def _check(resource: Resource, _facts: Facts) -> tuple[Breach, ...]:
    language = resource.body.language
    if language == "de":
        return ()
    return (Breach("LANG-1", resource.address, ("language",), {"value": language}),)


RULE = Rule(
    "LANG-1",
    Severity.ERROR,
    Text("Sprache gibt es nicht", "Language not available"),
    Text(
        "Die Sprache „{value}“ gibt es für Arbeitsplätze nicht.",
        "The language “{value}” is not available for workplaces.",
    ),
    Text(
        "Das Portal bietet für Menüs in Endgeräten und Clients nur Deutsch an.",
        "The portal offers German only for the menus of devices and clients.",
    ),
    Text("„language: de“ schreiben oder die Zeile weglassen.", "Write “language: de” or leave the line out."),
    setup("Gruppe/Standort", "group/site"),
    each=_check,
    portal=True,
    bad=Example(workplace(language="en")),
    good=Example(workplace(language="de")),
)
