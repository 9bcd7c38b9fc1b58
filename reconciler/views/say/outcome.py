"""What became of orders."""

from collections import Counter
from collections.abc import Iterator

from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.sections import Outcomes, Unbought
from reconciler.views.say import words
from reconciler.views.say import words_cart as own
from reconciler.views.say.lying import lingering
from reconciler.views.say.order import step
from reconciler.views.spoken import Spoken


def outcome_counts(outcomes: Outcomes, voice: Spoken) -> str:
    """``12 due: 9 done, 1 unknown``; only what occurs."""
    counts = Counter(receipt.outcome for _, receipt in outcomes.sent)
    if not counts:
        return voice.say(words.NOTHING_DONE if outcomes.broken else words.NOTHING_DUE)
    told = (f"{voice.number(counts[o])} {voice.say(own.STATES[o])}" for o in Outcome if counts[o])
    return f"{voice.count(counts.total(), own.PLANNED)}: {', '.join(told)}"


def state_of(order: Order, receipt: Receipt, voice: Spoken) -> str:
    """The word for what became of an order; what went into the cart says so."""
    if order.channel == "cart" and receipt.outcome is Outcome.DONE:
        return voice.say(own.WITHDRAWN if order.verb == "withdraw" else own.STATES["in-cart"])
    return voice.say(own.STATES[receipt.outcome])


def outcome_line(order: Order, receipt: Receipt, voice: Spoken) -> str:
    """One line while orders are sent: what became of which order."""
    return f"{state_of(order, receipt, voice)}: {step(order.verb, order.item, voice)}, {order.address}"


def reason_of(receipt: Receipt, voice: Spoken) -> str:
    """Rule and sentence of a refusal, as far as there are any."""
    return ": ".join(filter(None, (receipt.rule, voice.say(receipt.message) if receipt.message else "")))


def hints(unbought: Unbought, voice: Spoken) -> Iterator[str]:
    """What to do about an unknown outcome, and that nothing was bought."""
    if unbought.unknown:
        yield voice.say(own.RUN_AGAIN)
    if unbought.lying.unordered:
        told = " ".join(f"{left.told(0, voice)}." for left in lingering(unbought.lying, voice))
        yield f"{voice.say(own.NOTHING_ORDERED)} {told}"
    elif unbought.filled:
        buy = own.TO_ORDER if unbought.paid else own.BUY["order"]  # the cart could not be read again
        yield f"{voice.say(own.NOTHING_ORDERED)} {voice.say(buy)}"
