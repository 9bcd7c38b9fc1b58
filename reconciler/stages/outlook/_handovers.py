"""Which public number goes from whom to whom."""

from collections.abc import Sequence

from reconciler.model.address import Address
from reconciler.model.change import Diff
from reconciler.model.consequences import Handover
from reconciler.model.plan import Blocked, Wave
from reconciler.model.resource import Resource


def handovers(waves: Sequence[Wave], blocked: Sequence[Blocked], diff: Diff) -> tuple[Handover, ...]:
    """Every number that a changed workplace does not keep, in order of numbers.

    What is blocked gives and takes nothing, nor does what is left out of the plan. What only lies in the cart was never
    given its number.
    """
    idle = {b.address for b in blocked} - {o.address for wave in waves for o in wave.orders}
    changed = {c.address for c in diff.changes} - idle
    holders = {_number(r): r.address for r in diff.after.of("workplace").values() if r.address in changed}
    found = [_given(c.before, holders) for c in diff.changes
             if c.before and c.address.kind == "workplace" and c.address in changed and _given_once(c.before)]
    return tuple(sorted((h for h in found if h and h.taker != h.giver), key=lambda h: h.number))


def _given_once(before: Resource) -> bool:
    return before.life is None or before.life.state != "in-cart"


def _given(before: Resource, holders: dict[str, Address]) -> Handover | None:
    number = _number(before)
    return Handover(number, before.address, holders.get(number)) if number.startswith("+") else None


def _number(workplace: Resource) -> str:
    number: str = workplace.body.number.external
    return number
