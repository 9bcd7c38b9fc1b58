"""Which blocking profile a resource names, and what a profile blocks."""

from reconciler.model.document import Path
from reconciler.model.resource import Resource, State

SYSTEM = "system"
"""The portal's built-in profile: it blocks nothing and always exists."""

KINDS = ("workplace", "template", "group", "company")
"""The kinds that name a profile."""


def named(resource: Resource) -> str | None:
    """The profile that a resource of one of these kinds names."""
    body = resource.body
    name: str | None = body.default_blocking_profile if resource.address.kind == "company" else body.blocking_profile
    return name


def path_of(kind: str) -> Path:
    """Where a resource of this kind names its profile."""
    return ("defaultBlockingProfile",) if kind == "company" else ("blockingProfile",)


def in_effect(resource: Resource, state: State) -> str:
    """The profile that takes effect where none is named: the company's, else the system's."""
    found = named(resource)
    if found is None and resource.address.kind != "company":
        found = next((named(company) for company in state.of("company").values()), None)
    return found or SYSTEM


def ranges(profile: str, direction: str, state: State) -> tuple[str, ...]:
    """The number ranges that a profile blocks in a direction; none for the system's."""
    found = state.of("blockingprofile").get(profile)
    blocked: tuple[str, ...] = getattr(found.body, direction) if found else ()
    return blocked
