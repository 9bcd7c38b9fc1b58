"""Which blocking profile a resource names, what takes effect where it names none, and what a profile blocks."""

from collections.abc import Collection, Mapping

from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.document import Path
from reconciler.model.resource import Resource, State
from reconciler.model.text import Text

SYSTEM = "system"
"""The portal's built-in profile: it blocks nothing and always exists."""

KINDS = ("workplace", "template", "group", "company")
"""The kinds that name a profile."""

DIRECTIONS: Mapping[str, Text] = {
    "outgoing": Text("ausgehend", "outgoing"),
    "incoming": Text("eingehend", "incoming"),
    "forwarded": Text("weitergeleitet", "forwarded"),
}
"""The directions in which a profile blocks, with their words."""


def named(resource: Resource) -> str | None:
    """The profile that a resource of one of these kinds names."""
    body = resource.body
    name: str | None = body.default_blocking_profile if resource.address.kind == "company" else body.blocking_profile
    return name


def path_of(kind: str) -> Path:
    """Where a resource of this kind names its profile."""
    return ("defaultBlockingProfile",) if kind == "company" else ("blockingProfile",)


def in_effect(resource: Resource, state: State) -> str:
    """The profile that takes effect where none is named: a template's group's, then the company's, else the system's.

    A workplace says itself what it has by its group.
    """
    found = named(resource)
    if found is None and resource.address.kind == "template":
        group = state.of("group").get(resource.body.group or "")
        found = named(group) if group else None
    if found is None and resource.address.kind != "company":
        found = next((named(company) for company in state.of("company").values()), None)
    return found or SYSTEM


def ranges(profile: str, direction: str, state: State) -> tuple[str, ...]:
    """The number ranges that a profile blocks in a direction; none for the system's."""
    found = state.of("blockingprofile").get(profile)
    blocked: tuple[str, ...] = getattr(found.body, direction) if found else ()
    return blocked


def switching(diff: Diff) -> frozenset[Address]:
    """The templates and groups, and the company, that name another profile than before."""
    above = (c for c in diff.changes if c.address.kind in KINDS and c.address.kind != "workplace")
    return frozenset(c.address for c in above if any(f.path == path_of(c.address.kind)[0] for f in c.fields))


def followed(workplace: Resource, switched: Collection[Address]) -> Address | None:
    """Of those that switch, the one that a workplace inherits from: its template, its group, or the company."""
    body = workplace.body
    above = (Address("template", body.template or ""), Address("group", body.group or ""),
             *(address for address in switched if address.kind == "company"))
    return next((address for address in above if address in switched), None)
