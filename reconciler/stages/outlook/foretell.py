"""What a plan means beyond its lines: what it binds, what it sends out, what changes at a distance.

Read from the orders, the changes and the marks of the kinds.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff
from reconciler.model.consequences import Blocking, Gap, Handover, Touched
from reconciler.model.kind import Kind
from reconciler.model.meaning import Commitments
from reconciler.model.plan import Blocked, Wave
from reconciler.model.position import Observation
from reconciler.model.profiles import Profiles
from reconciler.model.renames import NAME
from reconciler.stages.outlook._bindings import commitments, gaps
from reconciler.stages.outlook._blocking import blocking, faithful
from reconciler.stages.outlook._emergency import emergency
from reconciler.stages.outlook._handovers import handovers


class Consequences(NamedTuple):
    """What is to be read before the yes.

    ``indirect`` tells by cause who changes without a file of their own, ``followers`` who says the new name of what
    is renamed.
    """

    commitments: Commitments
    indirect: Mapping[Address, tuple[Address, ...]]
    emergency: tuple[Touched, ...]
    numbers: tuple[Handover, ...]
    blocking: tuple[Blocking, ...]
    gaps: tuple[Gap, ...]
    followers: Mapping[Address, tuple[Address, ...]]

_AT_WORKPLACES = {"desktopClient": "devices"}
"""Settings of a template that workplaces have under another name."""


def foretell(
    diff: Diff, waves: tuple[Wave, ...], kinds: Mapping[str, Kind], blocked: Sequence[Blocked] = (),
    portal: Observation | None = None,
) -> Consequences:
    """All consequences of one plan; ``portal`` tells what lies in the cart already, and its day."""
    profiles = Profiles.of(kinds)
    loyal = faithful(diff, profiles)
    return Consequences(
        commitments(waves, diff, kinds), _indirect(diff, loyal, profiles), tuple(emergency(diff, kinds)),
        handovers(waves, blocked, diff, kinds), blocking(diff, loyal, profiles), tuple(gaps(waves, diff, portal)),
        _grouped(diff.followers),
    )


def _indirect(
    diff: Diff, loyal: Mapping[str, Collection[Address]], profiles: Profiles
) -> dict[Address, tuple[Address, ...]]:
    """Cause → who changes although no file of theirs did."""
    found: dict[Address, set[Address]] = {}
    edited_in = {c.address: {_AT_WORKPLACES.get(f.path, f.path) for f in c.fields} for c in diff.changes
                 if c.address.kind == "template" and c.action is Action.UPDATE}
    for change in diff.changes:
        if change.action is Action.UPDATE and change.after:
            for cause in _origins(change, edited_in):
                found.setdefault(cause, set()).add(change.address)
            edited = change.address.kind == profiles.kind and any(f.path != NAME for f in change.fields)
            if edited and loyal.get(change.address.name):
                found.setdefault(change.address, set()).update(loyal[change.address.name])
    return {cause: tuple(sorted(found[cause])) for cause in sorted(found)}


def _grouped(pairs: Iterable[tuple[Address, Address]]) -> dict[Address, tuple[Address, ...]]:
    """Names by what they belong to, in order."""
    found: dict[Address, set[Address]] = {}
    for first, second in pairs:
        found.setdefault(first, set()).add(second)
    return {first: tuple(sorted(found[first])) for first in sorted(found)}


def _origins(change: Change, edited_in: Mapping[Address, Collection[str]]) -> Iterator[Address]:
    """The documents that the changed values come from; none where one value says that its own was edited too.

    A value that is written nowhere any more was dropped from its own, unless its template is edited there. Lists add
    up, and say nothing of who was edited.
    """
    wish = change.after
    template = Address("template", getattr(wish.body, "template", None) or "") if wish else change.address
    found: dict[str, Address | None] = {}
    for difference in change.fields:
        path, several = tuple(difference.path.split(".")), isinstance(difference.before or difference.after, list)
        holder = next((layer.document.address for layer in (wish.layers if wish else ()) if layer.find(path)), None)
        own = holder in (None, change.address)
        if difference.path in edited_in.get(template, ()) and (several or holder != change.address):
            found[difference.path] = template
        elif not (several and own):
            found[difference.path] = None if own else holder
    if None not in found.values():
        yield from (holder for holder in found.values() if holder)
