"""What a plan means beyond its lines: what it binds, what it sends out, what changes at a distance.

Read from the orders, the changes and the marks of the kinds.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reconciler.model.change import Diff
from reconciler.model.consequences import Blocking, Gap, Handover, Touched
from reconciler.model.kind import Kind
from reconciler.model.meaning import Commitments
from reconciler.model.plan import Blocked, Wave
from reconciler.model.position import Observation
from reconciler.model.profiles import Profiles
from reconciler.stages.outlook._bindings import commitments, gaps
from reconciler.stages.outlook._blocking import blocking, faithful
from reconciler.stages.outlook._emergency import emergency
from reconciler.stages.outlook._handovers import handovers
from reconciler.stages.outlook._inherited import Grouped, grouped, inherited


class Consequences(NamedTuple):
    """What is to be read before the yes.

    ``indirect`` tells by what is edited who changes by it, ``astray`` by what stays as it is who differs from it at the
    portal, ``followers`` who says the new name of what is renamed.
    """

    commitments: Commitments
    indirect: Grouped
    astray: Grouped
    emergency: tuple[Touched, ...]
    numbers: tuple[Handover, ...]
    blocking: tuple[Blocking, ...]
    gaps: tuple[Gap, ...]
    followers: Grouped


def foretell(
    diff: Diff, waves: tuple[Wave, ...], kinds: Mapping[str, Kind], blocked: Sequence[Blocked] = (),
    portal: Observation | None = None,
) -> Consequences:
    """All consequences of one plan; ``portal`` tells what lies in the cart already, and its day."""
    profiles = Profiles.of(kinds)
    loyal = faithful(diff, profiles)
    blocks = blocking(diff, loyal, profiles)
    return Consequences(
        commitments(waves, diff, kinds), *inherited(diff, blocks, loyal, profiles), tuple(emergency(diff, kinds)),
        handovers(waves, blocked, diff, kinds), blocks, tuple(gaps(waves, diff, portal)), grouped(diff.followers),
    )
