"""The one loop with effects: orders in, receipts out.

Each order is written into the journal before it is sent and its outcome after. The journal is evidence only:
references are derived from the intent, so that without it the same orders still exist once. Nothing but the end of
the process keeps the loop from its receipts: what fails beside the portal is passed over, and whoever asks it to
stop is obeyed between two orders.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from reconciler.effects import Effects, Journal
from reconciler.errors import LeaseHeld, Unreachable, reason
from reconciler.model.message import Value
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


class Evidence:
    """The journal of a run; ``broken`` says why lines are missing, if any are."""

    def __init__(self, journal: Journal, effects: Effects) -> None:
        self._journal, self._effects = journal, effects
        self.broken: Value | None = None

    def note(self, order: Order, state: str) -> None:
        """A line of evidence: references and verbs only, no personal data. Never raises."""
        try:
            entry = {"at": self._effects.now().isoformat(), "ref": order.ref, "verb": order.verb, "state": state}
            self._journal.append(json.dumps(entry, sort_keys=True))
        except Exception as problem:  # noqa: BLE001 - evidence that cannot be kept stops nothing
            self.broken = reason(problem)


def run(
    orders: Sequence[Order], portal: Portal, effects: Effects, evidence: Evidence, *, token: int, said: Said
) -> tuple[Receipt, ...]:
    """Send the orders one after the other; one receipt for each, also for those not tried. Never raises.

    What waits for a refused order of the same address is skipped. ``said`` is called after each; that it fails
    changes nothing. What is unknown when the loop ends is looked for once more.
    """
    receipts: list[Receipt] = []
    failed: set[object] = set()
    stopped = False
    effects.starting(len(orders))
    for order in orders:
        if stopped:
            receipt = Receipt(order.ref or "", Outcome.NOT_TRIED)
        elif effects.stopped():
            receipt = Receipt(order.ref or "", Outcome.NOT_TRIED, INTERRUPTED)
        elif order.address in failed:
            receipt = Receipt(order.ref or "", Outcome.SKIPPED)
        else:
            receipt = _send(order, portal, effects, evidence, token)
        if receipt.outcome in (Outcome.REJECTED, Outcome.UNKNOWN):
            failed.add(order.address)
        receipts.append(receipt)
        refused = sum(r.outcome is Outcome.REJECTED for r in receipts)
        stopped = stopped or refused >= MOST_REJECTIONS or receipt.rule in STOPPING
        with suppress(Exception, KeyboardInterrupt):
            said(order, receipt)
    return tuple(_settled(receipt, portal) for receipt in receipts)


def _settled(receipt: Receipt, portal: Portal) -> Receipt:
    """A receipt as the portal tells it by now, where nobody could say before."""
    if receipt.outcome is not Outcome.UNKNOWN:
        return receipt
    found = _look(receipt.ref, portal)
    return receipt if found.outcome is Outcome.UNKNOWN else found


def _send(order: Order, portal: Portal, effects: Effects, evidence: Evidence, token: int) -> Receipt:
    ref, sent = order.ref or "", False
    try:
        evidence.note(order, "sending")
        effects.sending(ref)
        sent = True
        receipt = _until_known(order, portal, effects, token)
        evidence.note(order, receipt.outcome)
    except KeyboardInterrupt:
        found = _look(ref, portal)  # an earlier run may have sent it
        known = sent or found.outcome is not Outcome.UNKNOWN
        return replace(found, rule=INTERRUPTED) if known else Receipt(ref, Outcome.NOT_TRIED, INTERRUPTED)
    return receipt


def _until_known(order: Order, portal: Portal, effects: Effects, token: int) -> Receipt:
    ref = order.ref or ""
    for attempt in range(ATTEMPTS):
        if attempt:
            effects.sending(ref)
        try:
            receipt = portal.execute(order, token)
        except Unreachable as problem:  # this attempt changed nothing; one before it may have
            outcome = Outcome.UNKNOWN if attempt else Outcome.NOT_TRIED
            return Receipt(ref, outcome, "UNREACHABLE", problem.message)
        except LeaseHeld as problem:
            found = _look(ref, portal) if attempt else Receipt(ref, Outcome.NOT_TRIED)
            return found if found.outcome is Outcome.DONE else replace(found, rule="LEASE", message=problem.message)
        except Exception:  # noqa: BLE001 - no answer, or none that can be read: only reading back can tell
            found = _look(ref, portal)
            if found.outcome is Outcome.UNKNOWN:
                continue
            return found
        effects.answered(ref)
        return receipt
    return Receipt(ref, Outcome.UNKNOWN)


def _look(ref: str, portal: Portal) -> Receipt:
    """What became of an order without an answer: unknown too where the portal has none, for it may be on its way."""
    found = None
    with suppress(Exception):
        found = portal.find(ref)
    return found or Receipt(ref, Outcome.UNKNOWN)
