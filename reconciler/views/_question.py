"""The question before the yes: how many orders go which way, and what they cost and bind."""

from collections.abc import Iterator

from reconciler.model.report import Report
from reconciler.model.text import Text
from reconciler.views import _words as words
from reconciler.views import _words_cart as own
from reconciler.views._cost import signed
from reconciler.views._counts import by_way
from reconciler.views._describe import PAID
from reconciler.views._manual import COUNT


def apply_question(report: Report) -> Text:
    """``Put 4 orders into the cart and make 8 changes that take effect at once?``."""
    return Text(_apply(report, "de"), _apply(report, "en"))


def order_question(report: Report) -> Text:
    """``Order 3 positions with obligation to pay (+12.40 EUR a month, binds until 2026-12-31)?``."""
    return Text(_order(report, "de"), _order(report, "en"))


def _apply(report: Report, language: str) -> str:
    ways = by_way(report.plan.due if report.plan else ())
    said = [word.of(n, language) for word, n in zip(
        (own.FILL, own.ALTER, own.EMPTY_OUT, own.AT_ONCE), ways, strict=True) if n]
    sentence = f" {words.AND.of(language)} ".join([", ".join(said[:-1]), said[-1]] if said[1:] else said)
    return f"{sentence[:1].upper()}{sentence[1:]}?"


def _order(report: Report, language: str) -> str:
    count, paid = len(report.positions), sum(p.verb in PAID for p in report.positions)
    if paid in (0, count):
        sentence = (own.BUY_PAID if paid else own.BUY_FREE).of(count, language)
    else:
        sentence = own.BUY_SOME.of(count, language, paid=words.number(paid, language))
    means = ", ".join(_means(report, language))
    return f"{sentence} ({means})?" if means else f"{sentence}?"


def _means(report: Report, language: str) -> Iterator[str]:
    if report.cost:
        yield own.A_MONTH.of(language).format(
            difference=signed(report.cost.monthly.difference, language), currency=report.cost.currency)
    if binds := report.commitments.binds:
        yield own.BINDING.of(language).format(day=binds[-1].until)
    if report.manual:
        yield COUNT.of(len(report.manual), language)
