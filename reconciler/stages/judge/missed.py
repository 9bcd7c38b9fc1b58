"""A choice in, breaches out: what was chosen and fits nothing, with the address that was probably meant."""

from collections.abc import Collection, Iterator

from reconciler.model.finding import Breach
from reconciler.model.message import sentence
from reconciler.model.resource import Resource
from reconciler.model.selection import Selection, meant


def missed(selection: Selection, resources: Collection[Resource]) -> Iterator[Breach]:
    """What of a selection fits none of these."""
    for said in selection.misses(resources):
        near = meant(said, (resource.address for resource in resources))
        told = sentence("Gemeint ist wohl {near}.", "Probably {near} is meant.", near=near) if near else None
        yield Breach("CHOICE-1", values={"what": said}, help=told)
