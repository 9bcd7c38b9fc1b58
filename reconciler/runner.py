"""The one loop with effects: orders in, receipts out.

Each order is written into the journal before it is sent and its outcome after. The journal is evidence only:
references are derived from the intent, so that without it the same orders still exist once.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from reconciler.effects import Effects
from reconciler.errors import AnswerLost, LeaseHeld, Unreachable
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.ports import Portal

ATTEMPTS = 3
"""How often an order without an answer is looked for and sent again."""

MOST_REJECTIONS = 5
"""After this many refusals something general is wrong: stop."""

INTERRUPTED = "INTERRUPTED"
STOPPING = ("LEASE", "UNREACHABLE", INTERRUPTED)
"""What ends a run although orders are left."""

Said = Callable[[Order, Receipt], None]


def run(
    orders: Sequence[Order], portal: Portal, effects: Effects, journal: Path, *, token: int, said: Said
) -> tuple[Receipt, ...]:
    """Send the orders one after the other; one receipt for each, also for those not tried.

    What waits for a refused order of the same address is skipped. ``said`` is called after each. An interruption
    ends the loop, never its report.
    """
    receipts: list[Receipt] = []
    failed: set[object] = set()
    stopped = False
    for order in orders:
        if stopped:
            receipt = Receipt(order.ref or "", Outcome.NOT_TRIED)
        elif order.address in failed:
            receipt = Receipt(order.ref or "", Outcome.SKIPPED)
        else:
            receipt = _send_or_stop(order, portal, effects, journal, token)
        if receipt.outcome in (Outcome.REJECTED, Outcome.UNKNOWN):
            failed.add(order.address)
        receipts.append(receipt)
        refused = sum(r.outcome is Outcome.REJECTED for r in receipts)
        stopped = stopped or refused >= MOST_REJECTIONS or receipt.rule in STOPPING
        said(order, receipt)
    return tuple(receipts)


def _send_or_stop(order: Order, portal: Portal, effects: Effects, journal: Path, token: int) -> Receipt:
    try:
        return _send(order, portal, effects, journal, token)
    except KeyboardInterrupt:
        found = _look(order.ref or "", portal)
        outcome = found.outcome if found else Outcome.NOT_TRIED
        return Receipt(order.ref or "", outcome, INTERRUPTED)


def _send(order: Order, portal: Portal, effects: Effects, journal: Path, token: int) -> Receipt:
    _note(effects, journal, order, "sending")
    receipt = _until_known(order, portal, effects, token)
    _note(effects, journal, order, receipt.outcome)
    return receipt


def _until_known(order: Order, portal: Portal, effects: Effects, token: int) -> Receipt:
    ref = order.ref or ""
    for _ in range(ATTEMPTS):
        effects.sending(ref)
        try:
            receipt = portal.execute(order, token)
        except AnswerLost:
            found = _look(ref, portal)
            if found:
                return found
            continue
        except Unreachable as problem:
            return Receipt(ref, Outcome.NOT_TRIED, "UNREACHABLE", problem.message)
        except LeaseHeld as problem:
            return Receipt(ref, Outcome.NOT_TRIED, "LEASE", problem.message)
        effects.answered(ref)
        return receipt
    return Receipt(ref, Outcome.UNKNOWN)


def _look(ref: str, portal: Portal) -> Receipt | None:
    """What became of an order whose answer was lost; None where that cannot be seen either."""
    try:
        return portal.find(ref)
    except (Unreachable, AnswerLost):
        return None


def _note(effects: Effects, journal: Path, order: Order, state: str) -> None:
    """A line of evidence: references and addresses' digests only, no personal data."""
    entry = {"at": effects.now().isoformat(), "ref": order.ref, "verb": order.verb, "state": state}
    effects.append(journal, json.dumps(entry, sort_keys=True))
