"""A group (site) with its departments."""

from dataclasses import dataclass
from typing import Annotated

from reconciler.kinds._types import CallerId, Named, Sorted
from reconciler.model.kind import CONFIG, Kind
from reconciler.model.marks import Emergency, Keyed, Offers, Ours, Ref, Renamable


@dataclass(frozen=True, slots=True)
class Department:
    """A part of a group with a caller ID of its own; ``was`` names it before a rename."""

    __pydantic_config__ = CONFIG

    name: Named
    caller_id: CallerId | None = None
    was: Annotated[str | None, Ours()] = None


@dataclass(frozen=True, slots=True)
class Group:
    """What the workplaces of a site have in common."""

    __pydantic_config__ = CONFIG

    display_name: str | None = None
    short_code: str | None = None
    time_zone: str | None = None
    extension_code: str | None = None
    blocking_profile: Annotated[str | None, Ref("blockingprofile", builtin=("system",)), Emergency()] = None
    caller_id: CallerId | None = None
    departments: Annotated[tuple[Department, ...], Sorted, Keyed(("name",)), Offers()] = ()


KIND = Kind("Group", Group, rank=3, marks=(Renamable(),))
