"""Whether calls are blocked more or less than before, by what, and for how many."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from reconciler.model.address import Address
from reconciler.model.change import Action, Change, Diff
from reconciler.model.consequences import Blocking
from reconciler.model.profiles import DIRECTIONS, Profiles
from reconciler.numbers.blocking import beyond, staying


class _Shift(NamedTuple):
    """What was edited, and the profile in effect before and after."""

    cause: Address
    before: str
    after: str


def blocking(diff: Diff, loyal: Mapping[str, Collection[Address]], profiles: Profiles) -> tuple[Blocking, ...]:
    """Every edited profile and every switch to another one that blocks other calls; ``loyal`` as ``faithful`` says."""
    counts: Counter[_Shift] = Counter()
    for shift, concerned in _shifts(diff, loyal, profiles):
        counts[shift] += concerned
    found = (_told(shift, counts[shift], diff, profiles) for shift in sorted(counts))
    return tuple(b for b in found if b.opens or b.blocks)


def faithful(diff: Diff, profiles: Profiles) -> dict[str, list[Address]]:
    """By profile, the heirs that have it before and after, so that they change whenever it does."""
    anew = {c.address for c in diff.changes if c.action in (Action.CREATE, Action.REPLACE)}
    found: dict[str, list[Address]] = {}
    for before in (heir for kind in sorted(profiles.heirs) for heir in diff.before.of(kind).values()):
        after = diff.after.get(before.address) if before.address not in anew else None
        if after and (profile := profiles.in_effect(before, diff.before)) == profiles.in_effect(after, diff.after):
            found.setdefault(profile, []).append(before.address)
    return found


def _shifts(
    diff: Diff, loyal: Mapping[str, Collection[Address]], profiles: Profiles
) -> Iterator[tuple[_Shift, int]]:
    switched = profiles.switching(diff)
    for change in diff.changes:
        before, after = change.before, change.after
        if not before or not after:
            continue
        if change.address.kind == profiles.kind and change.action is Action.UPDATE:
            name = change.address.name
            yield _Shift(change.address, name, name), len(loyal.get(name, ()))  # both states know the new name
        elif change.address.kind in profiles.leaves:
            old, new = profiles.in_effect(before, diff.before), profiles.in_effect(after, diff.after)
            if old != new:
                yield _Shift(_cause(change, switched, profiles), old, new), int(change.address.kind in profiles.heirs)


def _cause(change: Change, switched: Collection[Address], profiles: Profiles) -> Address:
    """What was edited so that this resource has another profile: itself, or what it inherits from.

    Whoever goes to another group or department was edited: the defaults that hold there, which the portal does not
    know, are as they were.
    """
    after, path = change.after, profiles.leaves[change.address.kind].at
    if after is None or change.address.kind not in profiles.heirs:
        return change.address
    holder = next((layer.document.address for layer in after.layers if layer.find(path)), None)
    if holder == change.address:
        return holder
    moves = any(f.path in profiles.moving and f.before != f.after for f in change.fields)
    inherited = holder if holder and holder.kind not in profiles.leaves and not moves else change.address
    return profiles.followed(after, switched) or inherited


def _told(shift: _Shift, workplaces: int, diff: Diff, profiles: Profiles) -> Blocking:
    opens, blocks, stays = {}, {}, {}
    for direction in DIRECTIONS:
        old = profiles.ranges(shift.before, direction, diff.before)
        new = profiles.ranges(shift.after, direction, diff.after)
        opens[direction], blocks[direction] = beyond(old, new), beyond(new, old)
        stays[direction] = staying(opens[direction], new)
    return Blocking(shift.cause, shift.before, shift.after, _filled(opens), _filled(blocks), workplaces, _filled(stays))


def _filled(by_direction: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {direction: found for direction, found in by_direction.items() if found}
