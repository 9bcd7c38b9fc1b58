"""A blocking profile: number ranges that cannot be called, cannot call, or cannot be forwarded to."""

from typing import Annotated

from reconciler.kinds._types import Prose, Range, Sorted, at_most
from reconciler.model.kind import Kind
from reconciler.model.marks import Emergency, Keyed, Renamable
from reconciler.model.noun import noun
from reconciler.model.text import Text

Ranges = Annotated[tuple[Range, ...], at_most(1000), Sorted, Keyed(), Emergency()]


@noun
class BlockingProfile:
    """Ranges for each of the three directions."""

    description: Prose = None
    outgoing: Ranges = ()
    incoming: Ranges = ()
    forwarded: Ranges = ()


KIND = Kind("BlockingProfile", BlockingProfile, rank=1, marks=(Renamable(),), unknown_key="BLOCK-4",
            many=Text("Sperrprofile", "blocking profiles"))
