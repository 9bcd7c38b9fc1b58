"""What a resource names that has to be there, and what of it is not."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from reconciler.model.document import Path
from reconciler.model.profiles import KINDS, SYSTEM, named, path_of
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.rules._layers import inherited


class Missing(NamedTuple):
    """A name that nothing has: where it is written, of which kind it should be, and which names there are."""

    path: Path
    kind: str
    name: str
    known: Collection[str]


def missing(resource: Resource, facts: Facts, kinds: Collection[str]) -> Iterator[Missing]:
    """The names of these kinds (``Group``) that a resource says itself and that nothing has."""
    for path, kind, name in _names(resource):
        if kind in kinds and name is not None and not inherited(resource, path):
            known = facts.after.of(kind.lower())
            if name not in known:
                yield Missing(path, kind, name, known)


def _names(resource: Resource) -> Iterator[tuple[Path, str, str | None]]:
    kind, body = resource.address.kind, resource.body
    if kind == "company":
        yield ("defaultGroup",), "Group", body.default_group
    elif kind != "group":
        yield ("group",), "Group", body.group
    if kind == "workplace":
        yield ("template",), "Template", body.template
    if kind in KINDS:
        profile = named(resource)
        yield path_of(kind), "BlockingProfile", None if profile == SYSTEM else profile
