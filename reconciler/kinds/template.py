"""A template: exactly the four settings that the portal stores."""

from typing import Annotated, Literal

from reconciler.kinds._types import Name, Sorted, at_most
from reconciler.model.kind import Kind
from reconciler.model.marks import Elsewhere, Emergency, Keyed, Ref, Renamable
from reconciler.model.noun import noun
from reconciler.model.text import Text


@noun
class Template:
    """Group, blocking profile, desktop client and packages for new workplaces."""

    group: Annotated[Name | None, Ref("group")] = None
    blocking_profile: Annotated[Name | None, Ref("blockingprofile", "BLOCK-1", builtin=("system",)), Emergency()] = None
    desktop_client: Literal["full", "voice-only", "sfb"] | None = None
    packages: Annotated[tuple[Name, ...], at_most(100), Sorted, Keyed()] = ()


KIND = Kind("Template", Template, rank=4, marks=(Renamable(), Elsewhere("workplace", "TPL-1")),
            many=Text("Mustervorlagen", "templates"))
