"""What a plan or a cart costs: as plain values, as sentences, and as the rows of a table."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from reconciler.model.cost import Cost, Item, Line, Share, Sums, amount_text, decimal_text
from reconciler.model.inert import inert
from reconciler.model.text import Text
from reconciler.views import _words as words
from reconciler.views import _words_cost as money
from reconciler.views._layout import clip, table, wrap
from reconciler.views._style import paint
from reconciler.views._view import Options

_WIDEST_NAME = 24
"""Columns for the name of an item; custom packages may be longer."""


def cost_json(cost: Cost | None) -> dict[str, Any] | None:
    """The cost as machines read it; amounts are decimal text. Sums are left out where they would repeat the rest."""
    if cost is None:
        return None
    return {
        "currency": cost.currency,
        "complete": not cost.unpriced,
        "unpriced": [item.name for item in cost.unpriced],
        "monthly": _sums(cost.monthly),
        "bound": decimal_text(cost.monthly.bound),
        **{name: sums_json(sums) for name, sums in (("cart", cost.cart), ("inCart", cost.lying), ("added", cost.added))
           if sums},
        "lines": [_line(line) for line in cost.lines],
    }


def sums_json(sums: Sums) -> dict[str, str]:
    """A month before and after, and what is bound."""
    return {**_sums(sums), "bound": decimal_text(sums.bound)}


def _sums(sums: Sums) -> dict[str, str]:
    return {"before": decimal_text(sums.before), "after": decimal_text(sums.after),
            "difference": decimal_text(sums.difference)}


def _line(line: Line) -> dict[str, Any]:
    return {"item": line.item.name, "section": line.item.section, "before": _share(line.before),
            "after": _share(line.after), "tierChanged": line.tier_changed}


def _share(share: Share) -> dict[str, Any]:
    return {"count": share.count, "from": share.start, "price": _or_none(share.price), "sum": _or_none(share.sum)}


def _or_none(amount: Decimal | None) -> str | None:
    return None if amount is None else decimal_text(amount)


def sum_sentences(cost: Cost, language: str) -> Iterator[str]:
    """A month before and after, and what is bound at least; beside what lies in the cart, what the plan adds to it."""
    gap = money.INCOMPLETE.of(language) if cost.unpriced else ""
    if cost.added is None:
        yield _sentence((money.SUM, money.SAME_SUM), cost.monthly, cost.currency, gap, language)
        return
    yield _sentence((money.ADDED_SUM, money.ADDED_NOTHING), cost.added, cost.currency, gap, language)
    if cost.added.difference:
        yield monthly(money.TOGETHER, cost.monthly, cost.currency, language) + gap


def _sentence(moved_or_not: tuple[Text, Text], sums: Sums, currency: str, gap: str, language: str) -> str:
    moved, same = moved_or_not
    least = money.LEAST.of(language).format(
        bound=amount_text(sums.bound, language), currency=currency) if sums.bound else ""
    return f"{monthly(moved if sums.difference else same, sums, currency, language)}{gap}{least}"


def monthly(sentence: Text, sums: Sums, currency: str, language: str) -> str:
    """A sentence with a month before and after, and the difference."""
    before, after = amount_text(sums.before, language), amount_text(sums.after, language)
    return sentence.of(language).format(before=before, after=after, difference=signed(sums.difference, language),
                                        currency=currency)


def signed(amount: Decimal, language: str) -> str:
    """An amount that comes on top or is saved, always with its sign."""
    return f"+{amount_text(amount, language)}" if amount > 0 else amount_text(amount, language)


def cart_sentence(cost: Cost, language: str) -> str:
    """The sum once only the cart is ordered, where that changes it and later waves change it again; else nothing."""
    known = [cost.monthly.before, *(sums.after for sums in (cost.monthly, cost.lying) if sums)]
    if cost.cart is None or cost.cart.after in known:
        return ""
    return money.CART_SUM.of(language).format(after=amount_text(cost.cart.after, language), currency=cost.currency)


def tier_sentences(cost: Cost, language: str) -> tuple[str, ...]:
    """Each item of which all units get another price because of their count."""
    return tuple(
        money.TIER.of(language).format(
            item=_name(line.item, language), currency=cost.currency,
            old=words.number(line.before.count, language), new=words.number(line.after.count, language),
            before=_amount(line.before.price, language), after=_amount(line.after.price, language))
        for line in cost.lines if line.tier_changed
    )


def unpriced_names(cost: Cost, language: str) -> tuple[str, ...]:
    """What no sum contains, for want of a price."""
    return tuple(_name(item, language) for item in cost.unpriced)


def cost_title(cost: Cost, language: str) -> str:
    """What stands above the rows."""
    return (money.COST_ALL if cost.lying else money.COST).of(language).format(currency=cost.currency)


def cost_rows(cost: Cost, language: str) -> Iterator[tuple[str, str, str, str]]:
    """Of each item that changes its name, count, price and sum, before and after."""
    for line in cost.lines:
        if line.before == line.after:
            continue
        before, after = line.before, line.after
        counts = f"{words.number(before.count, language)} → {words.number(after.count, language)}"
        sums = f"{_amount(before.sum, language)} → {_amount(after.sum, language)}"
        prices = [_amount(p, language) for p in (before.price, after.price) if p is not None]
        yield _name(line.item, language), counts, " → ".join(dict.fromkeys(prices)) or "–", sums


def cost_table(cost: Cost, options: Options) -> list[str]:
    """The rows under their title, for a terminal; nothing where nothing changes."""
    language = options.language
    room = _WIDEST_NAME if options.cut else options.width
    rows = [(clip(inert(name), room), *cells) for name, *cells in cost_rows(cost, language)]
    if not rows:
        return []
    lines = table([tuple(h.of(language) for h in money.COST_HEAD), *rows], options.width)
    title = wrap(cost_title(cost, language), options.width, "", "  ")
    return [*(paint(line, "bold", colour=options.colour) for line in title), *lines]


def _name(item: Item, language: str) -> str:
    return money.COST_WORKPLACES.of(language) if item.section == "workplace" else item.name


def _amount(amount: Decimal | None, language: str) -> str:
    return money.NO_PRICE.of(language) if amount is None else amount_text(amount, language)
