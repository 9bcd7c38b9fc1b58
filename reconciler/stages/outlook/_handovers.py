"""Handovers: which public number goes from whom to whom."""

from collections.abc import Mapping, Sequence

from reconciler.model.change import Diff
from reconciler.model.consequences import Handover
from reconciler.model.kind import Kind
from reconciler.model.marks import Within
from reconciler.model.plan import Blocked, Wave
from reconciler.model.resource import Resource
from reconciler.model.written import AUTO


def handovers(
    waves: Sequence[Wave], blocked: Sequence[Blocked], diff: Diff, kinds: Mapping[str, Kind]
) -> tuple[Handover, ...]:
    """Every number that somebody who changes does not keep, in order of numbers.

    What is blocked gives and takes nothing, nor does what is left out of the plan. What only lies in the cart was never
    given its number.
    """
    idle = {b.address for b in blocked} - {o.address for wave in waves for o in wave.orders}
    changed = {c.address for c in diff.changes} - idle
    numbered = {kind.key: leaf[0] for kind in kinds.values() if (leaf := kind.marked(Within))}
    holders = {field.value(r.body): r.address for key, field in numbered.items()
               for r in diff.after.of(key).values() if r.address in changed}
    given = (c.before for c in diff.changes if c.before and c.address in changed and _given_once(c.before))
    found = (Handover(number, r.address, holders.get(number)) for r in given if r.address.kind in numbered
             and (number := numbered[r.address.kind].value(r.body)) != AUTO)
    return tuple(sorted((h for h in found if h.taker != h.giver), key=lambda h: h.number))


def _given_once(before: Resource) -> bool:
    return before.life is None or before.life.state != "in-cart"
