"""REF-2: what no manifest names is asked of the portal by ``plan``.

Told only by ``validate``, and only where the policy lets things be in the portal alone: groups, templates,
blocking profiles, and numbers that lie in no block of the manifests. Source: this tool. Values: what, nearest.
"""

from collections.abc import Iterator

from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word, sentence
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._named import missing
from reconciler.rules._plan import is_homeless, knows_all_blocks, owner
from reconciler.rules._sources import OURS

KINDS = ("Group", "Template", "BlockingProfile")


def _check(resource: Resource, facts: Facts) -> Iterator[Breach]:
    for one in missing(resource, facts, KINDS) if not facts.complete else ():
        what = sentence("„{name}“ ({kind}) steht in keinem Manifest", "“{name}” ({kind}) stands in no manifest",
                        name=one.name, kind=Word(one.kind))
        yield Breach("REF-2", resource.address, one.path, {"what": what, "nearest": Word(one.nearest)})
    if resource.address.kind != "workplace" or knows_all_blocks(facts):
        return
    number = resource.body.number.external
    if is_homeless(facts, resource.body.group, number) and not owner(facts, number):
        what = sentence("{number} liegt in keinem Block, den die Manifeste kennen",
                        "{number} lies in no block that the manifests know", number=number)
        yield Breach("REF-2", resource.address, ("number", "external"), {"what": what, "nearest": ""})


RULE = Rule(
    "REF-2",
    Severity.WARNING,
    Text("Nur im Portal zu finden", "To be found in the portal only"),
    Text("{what}; ob das Portal es hat, fragt erst „plan“.",
         "{what}; whether the portal has it is asked by “plan” only."),
    Text("„validate“ liest die Manifeste allein und fragt kein Portal.",
         "“validate” reads the manifests alone and asks no portal."),
    Text("Gemeint ist vielleicht „{nearest}“. Ist es im Portal da, bleibt nichts zu tun.",
         "Perhaps “{nearest}” is meant. If the portal has it, there is nothing to do."),
    OURS,
    of=("workplace", "template", "company", "group", "numberblock", "defaults"),
    each=_check,
    grouped=True,
    once=True,
    bad=Example(workplace(group="honnef"), asked=False),
    good=Example(workplace(group="bonn"), asked=False),
    fix_otherwise=Text("Ist es im Portal da, bleibt nichts zu tun; sonst ein Dokument dafür anlegen.",
                       "If the portal has it, there is nothing to do; else add a document for it."),
)
