"""A group (site) with its departments."""

from typing import Annotated

from reconciler.kinds._types import CallerId, Name, Named, Said, Sorted, at_most
from reconciler.model.kind import Kind
from reconciler.model.marks import Emergency, Keyed, Offers, Ours, Ref, Renamable
from reconciler.model.noun import noun
from reconciler.model.text import Text


@noun
class Department:
    """A part of a group with a caller ID of its own; ``was`` names it before a rename."""

    name: Named
    caller_id: CallerId | None = None
    was: Annotated[Name | None, Ours()] = None


@noun
class Group:
    """What the workplaces of a site have in common."""

    display_name: Said = None
    short_code: Said = None
    time_zone: Name | None = None
    extension_code: Said = None
    blocking_profile: Annotated[Name | None, Ref("blockingprofile", "BLOCK-1", builtin=("system",)), Emergency()] = None
    caller_id: CallerId | None = None
    departments: Annotated[tuple[Department, ...], at_most(1000), Sorted, Keyed(("name",)), Offers()] = ()


KIND = Kind("Group", Group, rank=3, marks=(Renamable(),), many=Text("Gruppen", "groups"))
