"""REF-1: what is named exists.

Here for groups and templates; profiles are BLOCK-1, departments DEPT-1. Where only a portal could tell, it is
REF-2. Source: this tool. Values: value, kind, nearest.
"""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._named import missing
from reconciler.rules._sources import OURS


def _check(resource: Resource, facts: Facts) -> Iterator[Breach]:
    for one in missing(resource, facts, ("Group", "Template")) if facts.complete else ():
        values = {"value": one.name, "kind": Word(one.kind), "nearest": Word(one.nearest)}
        yield Breach("REF-1", resource.address, one.path, values, help=one.advice)


RULE = Rule(
    "REF-1",
    Severity.ERROR,
    Text("Verweis ins Leere", "Reference to nothing"),
    Text(
        "„{value}“ ({kind}) gibt es nicht.",
        "There is no “{value}” ({kind}).",
    ),
    Text("Was nicht da ist, kann nicht zugewiesen werden.", "What is not there cannot be assigned."),
    Text(
        "Gemeint ist wohl „{nearest}“; sonst ein Dokument der Art „{kind}“ dafür anlegen.",
        "Probably “{nearest}” is meant; else add a “{kind}” document for it.",
    ),
    OURS,
    of=("workplace", "template", "company", "numberblock", "defaults"),
    each=_check,
    grouped=True,
    portal=True,
    bad=Example(workplace(group="bon")),
    good=Example(workplace(group="bonn")),
    fix_otherwise=Text(
        "Den Namen berichtigen oder ein Dokument der Art „{kind}“ dafür anlegen.",
        "Correct the name, or add a “{kind}” document for it.",
    ),
)
