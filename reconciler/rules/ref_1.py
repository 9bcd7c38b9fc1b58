"""REF-1: what is named exists.

Here for groups; a missing template is reported while reading. Profiles are BLOCK-1, departments DEPT-1.
Source: this tool. Values: value, kind, nearest.
"""

from reconciler.model.finding import Breach, Severity
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._layers import inherited
from reconciler.rules._nearest import meant, nearest
from reconciler.rules._sources import OURS


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    company = resource.address.kind == "company"
    group = resource.body.default_group if company else resource.body.group
    known = facts.after.of("group")
    path = ("defaultGroup",) if company else ("group",)
    if group is None or group in known or inherited(resource, path):
        return ()
    values = {"value": group, "kind": "Group", "nearest": nearest(group, known)}
    return (Breach("REF-1", resource.address, path, values, help=meant(group, known)),)


RULE = Rule(
    "REF-1",
    Severity.ERROR,
    Text("Verweis ins Leere", "Reference to nothing"),
    Text(
        "„{value}“ ({kind}) gibt es weder in den Manifesten noch im Portal.",
        "“{value}” ({kind}) exists neither in the manifests nor in the portal.",
    ),
    Text("Was nicht da ist, kann nicht zugewiesen werden.", "What is not there cannot be assigned."),
    Text(
        "Gemeint ist wohl „{nearest}“; sonst ein Dokument der Art „{kind}“ dafür anlegen.",
        "Probably “{nearest}” is meant; else add a “{kind}” document for it.",
    ),
    OURS,
    of=("workplace", "template", "company", "numberblock"),
    each=_check,
    grouped=True,
    portal=True,
    bad=Example(seat(group="bon")),
    good=Example(seat(group="bonn")),
    fix_otherwise=Text(
        "Den Namen berichtigen oder ein Dokument der Art „{kind}“ dafür anlegen.",
        "Correct the name, or add a “{kind}” document for it.",
    ),
)
