"""What the orders of a plan bind and send out, and when what is replaced is out of reach."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reconciler.model.address import Address
from reconciler.model.booking import begins, due, first_end, item_term, items, later
from reconciler.model.change import Action, Diff
from reconciler.model.consequences import Binding, Gap
from reconciler.model.kind import Kind
from reconciler.model.marks import Term
from reconciler.model.meaning import Commitments
from reconciler.model.order import Order
from reconciler.model.plan import Wave
from reconciler.model.position import Observation, Position

ENDING = ("delete", "cancel")


def commitments(waves: Sequence[Wave], diff: Diff, kinds: Mapping[str, Kind]) -> Commitments:
    """How much binds until when; a position that already lies in the cart binds only what is added to it."""
    orders = [o for wave in waves for o in wave.orders]
    activations = [o for o in orders if o.verb == "activate"]
    bound: dict[date, Binding] = {}
    for order in orders:
        workplaces, packages = int(order.verb == "activate"), _packages(order, diff, kinds[order.address.kind])
        if order.binds_until and (workplaces or packages):
            _add(bound, Binding(order.binds_until, workplaces, packages))
    return _commitments(bound, activations)


def _add(bound: dict[date, Binding], more: Binding) -> None:
    known = bound.get(more.until, Binding(more.until))
    bound[more.until] = Binding(more.until, known.workplaces + more.workplaces, known.packages + more.packages)


def _commitments(bound: Mapping[date, Binding], activations: Sequence[Order | Position]) -> Commitments:
    binds = tuple(bound[day] for day in sorted(bound))
    return Commitments(
        len(activations), binds[-1].until if binds else None, len(activations),
        sum(bool((o.body.get("login") or {}).get("mobile")) for o in activations),
        sum(b.packages for b in binds), binds,
    )


def _packages(order: Order, diff: Diff, kind: Kind) -> int:
    """How many packages and mobile integrations an order binds."""
    if order.verb == "book":
        return 1
    if order.item or order.verb not in ("activate", "change"):
        return 0
    present = diff.before.get(order.address) if order.verb == "change" else None
    before = items(kind, present.body) if present else ()
    return len(set(items(kind, kind.read(order.body))) - set(before))


def bought(positions: Sequence[Position], kinds: Mapping[str, Kind], today: date) -> Commitments:
    """How much binds until when once these positions of the cart are ordered, if that is today."""
    new = [p for p in positions if p.verb == "activate"]
    bound: dict[date, Binding] = {}
    for position in positions:
        kind = kinds[position.address.kind]
        term = item_term(kind, position.item) if position.verb == "book" else kind.mark(Term)
        if position.verb in ("activate", "book") and term:
            packages = 1 if position.item else len(items(kind, kind.read(position.body)))
            _add(bound, Binding(first_end(term, begins(position, today)), int(not position.item), packages))
    return _commitments(bound, new)


def gaps(waves: Sequence[Wave], diff: Diff, portal: Observation | None) -> Iterator[Gap]:
    """For what is replaced, or is cancelled and booked anew, the last day before it goes and the first of the new one.

    What ends it may lie in the cart of the ``portal``, or be ordered already.
    """
    last = {(p.address, p.item): later(due(p, portal.today), -1) for p in portal.positions
            if p.open and p.verb in ENDING} if portal else {}
    again: dict[tuple[Address, str], date] = {}
    for wave in waves:
        for order in wave.orders:
            if order.verb in ENDING:
                last[order.address, order.item] = wave.not_before
            elif order.verb in ("activate", "book"):
                again[order.address, order.item] = order.works_from or later(wave.not_before, 1)
    for change in diff.changes:
        day = again.get((change.address, ""))
        anew = change.action is Action.REPLACE or (change.action is Action.CREATE and day)
        if anew and change.before and change.address.kind == "workplace":
            yield Gap(change.address, change.before.address, last.get((change.before.address, "")), day)
    for address, item in sorted(last.keys() & again.keys()):
        if item:
            yield Gap(address, address, last[address, item], again[address, item], item)
