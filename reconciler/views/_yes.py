"""What must be known before the yes: money, ends, what is fixed for good, mails, and distant effects."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reconciler.model.order import Order
from reconciler.model.report import Report
from reconciler.views import _words as words
from reconciler.views._cost import cart_sentence, sum_sentence, tier_sentences, unpriced_names
from reconciler.views._describe import ENDING
from reconciler.views._layout import listed


class Consequence(NamedTuple):
    """A sentence with places for ``{cause}`` and ``{names}``; ``grave`` is about money or an end."""

    sentence: str
    names: tuple[str, ...] = ()
    cause: str = ""
    grave: bool = False

    def told(self, most: int, language: str, shown: Callable[[str], str] = str) -> str:
        """The sentence with at most so many names, each as ``shown`` gives it; without any, its count stays."""
        names = listed(list(map(shown, self.names[:most])), len(self.names), language) if most else ""
        return self.sentence.format(cause=shown(self.cause), names=names).rstrip(": ")


def consequences(report: Report, language: str) -> Iterator[Consequence]:
    """All that a plan brings with it, the gravest first."""
    orders = [o for w in report.plan.waves for o in w.orders] if report.plan else []
    yield from _money(report, orders, language)
    yield from _sums(report, language)
    ends = tuple(_ended(o) for o in orders if o.verb in ENDING)
    if ends:
        yield Consequence(words.ENDS.of(language), ends, grave=True)
    new = tuple(o.address.name for o in orders if o.verb == "activate")
    if new:
        yield Consequence(words.FIXED.of(language), new)
    bound = report.commitments
    counts = [c.of(n, language) for c, n in ((words.MAILS, bound.mails), (words.SMS, bound.sms)) if n]
    if counts:
        yield Consequence(words.SENDS.of(language).format(counts=", ".join(counts)))
    for cause, names in report.indirect.items():
        yield Consequence(words.INDIRECT.of(len(names), language), names, cause)


def _money(report: Report, orders: list[Order], language: str) -> Iterator[Consequence]:
    bound = report.commitments
    if bound.workplaces:
        sentence = words.BINDS.of(bound.workplaces, language)
        until = ", " + words.BINDS_UNTIL.of(language).format(day=bound.until) if bound.until else ""
        yield Consequence(sentence + until, grave=True)
    booked = tuple(f"{o.item} ({o.address})" for o in orders if o.verb == "book")
    if booked:
        yield Consequence(words.BOOKS.of(language), booked, grave=True)


def _sums(report: Report, language: str) -> Iterator[Consequence]:
    """The monthly sum, whose price changes with the count, and what has none."""
    cost = report.cost
    if cost is None:
        return
    yield Consequence(sum_sentence(cost, language), grave=True)
    if first := cart_sentence(cost, language):
        yield Consequence(first, grave=True)
    for sentence, names in ((words.TIERS, tier_sentences(cost, language)),
                            (words.UNPRICED, unpriced_names(cost, language))):
        if names:
            yield Consequence(sentence.of(language), names, grave=True)


def _ended(order: Order) -> str:
    if order.item:
        return f"{order.item} ({order.address})"
    return str(order.address)


def emergencies(report: Report) -> list[tuple[str, str]]:
    """The addresses whose steps touch emergency calls, with the fields that do."""
    split = (line.partition(" ") for line in report.emergency)
    return [(address, ", ".join(fields.split(" ")) if fields else "") for address, _, fields in split]
