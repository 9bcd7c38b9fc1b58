"""The question before the yes: how many orders go which way, and what they cost and bind."""

from collections.abc import Iterator

from reconciler.model.meaning import PAID, Meaning
from reconciler.model.plan import Plan
from reconciler.model.report import Report
from reconciler.model.sections import Purchase, Steps
from reconciler.model.text import Text
from reconciler.views.say import words
from reconciler.views.say import words_cart as own
from reconciler.views.say.cost import gap
from reconciler.views.say.counts import by_way
from reconciler.views.spoken import Spoken


def question(report: Report) -> Text:
    """What is asked about the steps of a plan, or about a purchase."""
    steps = report.get(Steps)
    return apply_question(steps.plan) if steps else order_question(report.get(Purchase) or Purchase())


def apply_question(plan: Plan) -> Text:
    """``Put 4 orders into the cart and make 8 changes that take effect at once?``."""
    return Text(_apply(plan, Spoken("de")), _apply(plan, Spoken("en")))


def order_question(purchase: Purchase) -> Text:
    """``Order 3 positions with obligation to pay (+12.40 EUR a month, binds until 2026-12-31)?``."""
    return Text(_order(purchase, Spoken("de")), _order(purchase, Spoken("en")))


def _apply(plan: Plan, voice: Spoken) -> str:
    ways = zip((own.FILL, own.ALTER, own.EMPTY_OUT, own.AT_ONCE), by_way(plan.due), strict=True)
    said = [voice.count(n, word) for word, n in ways if n]
    sentence = voice.together(said) if said else ""
    return f"{sentence[:1].upper()}{sentence[1:]}?"


def _order(purchase: Purchase, voice: Spoken) -> str:
    count, paid = len(purchase.positions), sum(p.verb in PAID for p in purchase.positions)
    if paid in (0, count):
        sentence = voice.count(count, own.BUY_PAID if paid else own.BUY_FREE)
    else:
        sentence = voice.count(count, own.BUY_SOME, paid=voice.number(paid))
    means = ", ".join(_means(purchase.meaning, voice))
    return f"{sentence} ({means})?" if means else f"{sentence}?"


def _means(meaning: Meaning, voice: Spoken) -> Iterator[str]:
    if cost := meaning.cost:
        more = voice.signed(cost.monthly.difference)
        yield voice.say(own.A_MONTH, difference=more, currency=cost.currency) + gap(cost.monthly, voice)
    if binds := meaning.commitments.binds:
        yield voice.say(own.BINDING, day=binds[-1].until)
    if meaning.manual:
        yield voice.count(len(meaning.manual), words.CHORES)
