"""What a resource names that has to be there, and what of it is not."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import NamedTuple

from reconciler.model.document import Path
from reconciler.model.message import Said
from reconciler.model.nearest import Names
from reconciler.model.profiles import SYSTEM
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.model.text import Text
from reconciler.rules._layers import inherited
from reconciler.rules._nearest import advice
from reconciler.rules._profiles import PROFILES

LOST = Text(
    "Das Portal hat es noch, aber kein Manifest nennt es: Mit „unmanaged: delete“ würde dieser Plan es löschen. Das "
    "Dokument zurückholen, den Namen berichtigen, oder es unter „policy.keep“ nennen.",
    "The portal still has it, but no manifest names it: with “unmanaged: delete” this plan would delete it. Bring the "
    "document back, correct the name, or name it under “policy.keep”.",
)


class Missing(NamedTuple):
    """A name that nothing has: where it is written, of which kind it should be, and which name is closest.

    ``advice`` is the way out, if there is more to say than the rule does.
    """

    path: Path
    kind: str
    name: str
    nearest: str
    advice: Said | None


def missing(resource: Resource, facts: Facts, kinds: Collection[str]) -> Iterator[Missing]:
    """The names of these kinds (``Group``) that a resource says itself and that nothing has once the plan is done."""
    for path, kind, name in _names(resource):
        if name is None or kind not in kinds or name in facts.after.of(kind.lower()) or inherited(resource, path):
            continue
        facts.need_all(kind.lower())
        near = facts.index(_KNOWN[kind]).nearest(name)
        lost = name in facts.before.of(kind.lower())
        yield Missing(path, kind, name, near, LOST if lost else advice(near))


def _names(resource: Resource) -> Iterator[tuple[Path, str, str | None]]:
    kind, body = resource.address.kind, resource.body
    if kind == "company":
        yield ("defaultGroup",), "Group", body.default_group
    elif kind == "defaults":
        yield ("match", "group"), "Group", body.match.group
        yield ("match", "template"), "Template", body.match.template
    elif kind != "group":
        yield ("group",), "Group", body.group
    if kind == "workplace":
        yield ("template",), "Template", body.template
    if leaf := PROFILES.leaves.get(kind):
        profile = leaf.value(body)
        yield leaf.at, "BlockingProfile", None if profile == SYSTEM else profile


def _known(facts: Facts, kind: str) -> Names:
    return Names((*facts.after.of(kind.lower()), *((SYSTEM,) if kind == "BlockingProfile" else ())))


_KNOWN = {kind: partial(_known, kind=kind) for kind in ("Group", "Template", "BlockingProfile")}
