"""PKG-11: conference packages belong to a generation.

``conference`` to 1.0, ``conference-plus`` and ``conference-premium`` to 2.0. Source: help page "Arbeitsplatz
einrichten", booking a conference. Values: value, generation.
"""

from reconciler.kinds._catalogue import PACKAGES
from reconciler.model.finding import Breach, Severity
from reconciler.model.message import Word
from reconciler.model.resource import Resource
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import workplace
from reconciler.rules._known import generation
from reconciler.rules._layers import item_path
from reconciler.rules._sources import setup


def _check(resource: Resource, facts: Facts) -> tuple[Breach, ...]:
    packages = resource.body.packages
    version = generation(facts) if packages else None
    if version is None:
        return ()
    wrong = [name for name in packages if name in PACKAGES and version not in PACKAGES[name].generations]
    places = ((name, item_path(resource, "packages", name)) for name in wrong)
    values = {"generation": Word(version)}
    return tuple(
        Breach("PKG-11", resource.address, path, {"value": Word(name), **values}, piece=name)
        for name, path in places if path
    )


RULE = Rule(
    "PKG-11",
    Severity.ERROR,
    Text("Paket der anderen Generation", "Package of the other generation"),
    Text(
        "„{value}“ gibt es in Cloud PBX {generation} nicht.",
        "“{value}” does not exist on Cloud PBX {generation}.",
    ),
    Text(
        "„conference“ gehört zu 1.0, „conference-plus“ und „conference-premium“ gehören zu 2.0.",
        "“conference” belongs to 1.0, “conference-plus” and “conference-premium” to 2.0.",
    ),
    Text(
        "Das Konferenzpaket der eigenen Generation nehmen.",
        "Take the conference package of the company's generation.",
    ),
    setup("Konferenz buchen", "booking a conference"),
    of=("workplace", "template"),
    each=_check,
    portal=True,
    bad=Example(workplace(packages="[conference]")),
    good=Example(workplace(packages="[conference-plus]")),
)
