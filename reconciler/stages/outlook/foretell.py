"""What a plan means beyond its lines: what it binds, what it sends out, what changes at a distance.

Read from the orders, the changes and the marks of the kinds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reconciler.model.change import Diff
from reconciler.model.consequences import Blocking, Gap, Handover, Touched
from reconciler.model.kind import Kind
from reconciler.model.meaning import Commitments
from reconciler.model.plan import Blocked, Wave
from reconciler.model.position import Observation
from reconciler.model.profiles import Profiles
from reconciler.stages.outlook._awaited import awaited
from reconciler.stages.outlook._bindings import commitments, gaps
from reconciler.stages.outlook._blocking import blocking, faithful
from reconciler.stages.outlook._emergency import emergency
from reconciler.stages.outlook._handovers import handovers
from reconciler.stages.outlook._inherited import Grouped, grouped, inherited


class Consequences(NamedTuple):
    """What is to be read before the yes.

    ``indirect`` tells by what is edited who changes by it, ``astray`` by what stays as it is who differs from it at the
    portal and does not just have to wait, ``followers`` who says the new name of what is renamed.
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
    """All consequences of one plan; ``portal`` tells what lies in the cart already, and its day.

    What is blocked has none.
    """
    profiles, happens = Profiles.of(kinds), _happening(diff, waves, blocked)
    loyal = faithful(diff, profiles)
    blocks = blocking(happens, loyal, profiles)
    waiting = awaited(waves, kinds, portal.today) if portal else ()
    return Consequences(
        commitments(waves, diff, kinds), *inherited(happens, blocks, loyal, profiles, waiting),
        tuple(emergency(happens, kinds)), handovers(waves, blocked, diff, kinds), blocks,
        tuple(gaps(waves, happens, portal)), grouped(diff.followers),
    )


def _happening(diff: Diff, waves: Sequence[Wave], blocked: Sequence[Blocked]) -> Diff:
    """The changes without those of which nothing but items, or nothing at all, is ordered, because they are blocked."""
    if not blocked:
        return diff
    ordered = {order.address for wave in waves for order in wave.orders if not order.item and order.verb != "withdraw"}
    stuck = {one.address for one in blocked} - ordered
    return replace(diff, changes=tuple(change for change in diff.changes if change.address not in stuck))
