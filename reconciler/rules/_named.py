"""What a resource names that has to be there, and what of it is not."""

from collections.abc import Callable, Collection, Iterator
from functools import cache, partial
from operator import attrgetter
from typing import Any, NamedTuple

from reconciler.model.document import Path
from reconciler.model.message import Said
from reconciler.model.nearest import Names
from reconciler.model.profiles import SYSTEM
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.model.text import Text
from reconciler.model.unread import readable
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
    for (path, kind, _), name in readable(_naming(resource.address.kind), lambda one: one.name(resource.body)):
        if name is None or kind not in kinds or name in facts.after.of(kind.lower()) or inherited(resource, path):
            continue
        if kind.lower() in facts.lost:
            continue
        near = facts.index(_KNOWN[kind]).nearest(name)
        lost = name in facts.before.of(kind.lower())
        yield Missing(path, kind, name, near, LOST if lost else advice(near))


class _Naming(NamedTuple):
    """A place where a resource names one of a kind, and how to ask its body for the name."""

    path: Path
    kind: str
    name: Callable[[Any], str | None]


@cache
def _naming(kind: str) -> tuple[_Naming, ...]:
    """Where resources of a kind name others."""
    found: list[_Naming] = []
    if kind == "company":
        found.append(_Naming(("defaultGroup",), "Group", attrgetter("default_group")))
    elif kind == "defaults":
        found.append(_Naming(("match", "group"), "Group", attrgetter("match.group")))
        found.append(_Naming(("match", "template"), "Template", attrgetter("match.template")))
    elif kind != "group":
        found.append(_Naming(("group",), "Group", attrgetter("group")))
    if kind == "workplace":
        found.append(_Naming(("template",), "Template", attrgetter("template")))
    if leaf := PROFILES.leaves.get(kind):
        found.append(_Naming(leaf.at, "BlockingProfile", partial(_own_profile, leaf.value)))
    return tuple(found)


def _own_profile(ask: Callable[[object], str | None], body: object) -> str | None:
    """The profile that is named, unless it is the one that every portal has."""
    profile = ask(body)
    return None if profile == SYSTEM else profile


def _known(facts: Facts, kind: str) -> Names:
    return Names((*facts.after.of(kind.lower()), *((SYSTEM,) if kind == "BlockingProfile" else ())))


_KNOWN = {kind: partial(_known, kind=kind) for kind in ("Group", "Template", "BlockingProfile")}
