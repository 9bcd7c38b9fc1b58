"""What a plan or a cart costs: as sentences, and as the rows of a table."""

from collections.abc import Iterator
from decimal import Decimal

from reconciler.model.cost import Cost, Item, Sums
from reconciler.model.text import Text
from reconciler.views.say import words_cost as money
from reconciler.views.spoken import Spoken


def sum_sentences(cost: Cost, voice: Spoken) -> Iterator[str]:
    """A month before and after, and what is bound at least; beside what lies in the cart, what the plan adds to it."""
    if cost.added is None:
        yield _sentence((money.SUM, money.SAME_SUM), cost.monthly, cost.currency, voice)
        return
    yield _sentence((money.ADDED_SUM, money.ADDED_NOTHING), cost.added, cost.currency, voice)
    if cost.added.difference:
        yield monthly(money.TOGETHER, cost.monthly, cost.currency, voice)


def _sentence(moved_or_not: tuple[Text, Text], sums: Sums, currency: str, voice: Spoken) -> str:
    moved, same = moved_or_not
    least = voice.say(money.LEAST, bound=voice.amount(sums.bound), currency=currency) if sums.bound else ""
    return f"{monthly(moved if sums.difference else same, sums, currency, voice)}{least}"


def monthly(sentence: Text, sums: Sums, currency: str, voice: Spoken) -> str:
    """A sentence with a month before and after, and the difference; it says so if something in them has no price."""
    said = voice.say(sentence, before=voice.amount(sums.before), after=voice.amount(sums.after),
                     difference=voice.signed(sums.difference), currency=currency)
    return said + gap(sums, voice)


def gap(sums: Sums, voice: Spoken) -> str:
    """What follows on a sum in which something has no price."""
    return "" if sums.complete else voice.say(money.INCOMPLETE)


def cart_sentence(cost: Cost, voice: Spoken) -> str:
    """The sum once only the cart is ordered, where that changes it and later waves change it again; else nothing."""
    known = [cost.monthly.before, *(sums.after for sums in (cost.monthly, cost.lying) if sums)]
    if cost.cart is None or cost.cart.after in known:
        return ""
    said = voice.say(money.CART_SUM, after=voice.amount(cost.cart.after), currency=cost.currency)
    return said + gap(cost.cart, voice)


def tier_sentences(cost: Cost, voice: Spoken) -> tuple[str, ...]:
    """Each item of which all units get another price because of their count."""
    return tuple(
        voice.say(
            money.TIER, item=_name(line.item, voice), currency=cost.currency,
            old=voice.number(line.before.count), new=voice.number(line.after.count),
            before=_amount(line.before.price, voice), after=_amount(line.after.price, voice))
        for line in cost.lines if line.tier_changed
    )


def unpriced_names(cost: Cost, voice: Spoken) -> tuple[str, ...]:
    """What no sum contains, for want of a price."""
    return tuple(_name(item, voice) for item in cost.unpriced)


def cost_title(cost: Cost, voice: Spoken) -> str:
    """What stands above the rows."""
    return voice.say(money.COST_ALL if cost.lying else money.COST, currency=cost.currency)


def cost_rows(cost: Cost, voice: Spoken) -> Iterator[tuple[str, str, str, str]]:
    """Of each item that changes its name, count, price and sum, before and after."""
    for line in cost.lines:
        if line.before == line.after:
            continue
        before, after = line.before, line.after
        counts = f"{voice.number(before.count)} → {voice.number(after.count)}"
        sums = f"{_amount(before.sum, voice)} → {_amount(after.sum, voice)}"
        prices = [_amount(p, voice) for p in (before.price, after.price) if p is not None]
        yield _name(line.item, voice), counts, " → ".join(dict.fromkeys(prices)) or "–", sums


def _name(item: Item, voice: Spoken) -> str:
    return voice.say(money.COST_WORKPLACES) if item.section == "workplace" else item.name


def _amount(amount: Decimal | None, voice: Spoken) -> str:
    return voice.say(money.NO_PRICE) if amount is None else voice.amount(amount)
