"""Costs, with amounts as decimal text; what no price book of ours could give is refused."""

from decimal import Decimal
from typing import Annotated, NotRequired, TypedDict

from reconciler.model.cost import Cost, Item, Line, Share, Sums
from reconciler.model.money import decimal_text
from reconciler.model.schema import Bounds
from reconciler.wire._plain import Amount, Count, given

Currency = Annotated[str, Bounds(pattern="^[A-Z]{3}$")]

ShareJson = TypedDict("ShareJson", {"count": Count, "from": Count | None, "price": Amount | None, "sum": Amount | None})
"""What one item costs at one moment; ``from`` is where its tier begins."""


class MonthJson(TypedDict):
    """A month before and after; ``complete`` is told where it is false, because something in it has no price."""

    before: Amount
    after: Amount
    difference: Amount
    complete: NotRequired[bool]


class SumsJson(MonthJson):
    """A month before and after, and what is bound at least."""

    bound: Amount


class LineJson(TypedDict):
    """One item before and after."""

    item: str
    section: str
    before: ShareJson
    after: ShareJson
    tierChanged: bool


class CostJson(TypedDict):
    """What a plan or a cart costs. Sums are left out where they would repeat the rest."""

    currency: Currency
    complete: bool
    unpriced: list[str]
    monthly: MonthJson
    bound: Amount
    cart: NotRequired[SumsJson | None]
    inCart: NotRequired[SumsJson | None]
    added: NotRequired[SumsJson | None]
    lines: list[LineJson]


def cost_json(cost: Cost | None) -> CostJson | None:
    """The cost as machines read it."""
    if cost is None:
        return None
    plain: CostJson = {
        "currency": cost.currency,
        "complete": not cost.unpriced,
        "unpriced": [item.name for item in cost.unpriced],
        "monthly": _month_json(cost.monthly),
        "bound": decimal_text(cost.monthly.bound),
        "cart": _sums_or_null(cost.cart),
        "inCart": _sums_or_null(cost.lying),
        "added": _sums_or_null(cost.added),
        "lines": list(map(_line_json, cost.lines)),
    }
    return given(plain, CostJson.__required_keys__)


def cost_of(plain: CostJson | None) -> Cost | None:
    """The cost that was written so.

    Raises:
        ValueError: if an amount or the currency is none.
    """
    if plain is None:
        return None
    lines = tuple(map(_line_of, plain["lines"]))
    known = {line.item.name: line.item for line in lines}
    return Cost(
        plain["currency"], _sums(plain["monthly"], plain["bound"]), lines,
        tuple(known.get(name) or Item("packages", name) for name in plain["unpriced"]),
        *(sums_of(sums) if sums else None for sums in (plain.get("cart"), plain.get("inCart"), plain.get("added"))),
    )


def sums_json(sums: Sums) -> SumsJson:
    """A month before and after, and what is bound."""
    return {**_month_json(sums), "bound": decimal_text(sums.bound)}


def _month_json(sums: Sums) -> MonthJson:
    plain: MonthJson = {"before": decimal_text(sums.before), "after": decimal_text(sums.after),
                        "difference": decimal_text(sums.difference)}
    return plain if sums.complete else {**plain, "complete": False}


def _sums_or_null(sums: Sums | None) -> SumsJson | None:
    return sums_json(sums) if sums else None


def sums_of(plain: SumsJson) -> Sums:
    """The sums that were written so."""
    return _sums(plain, plain["bound"])


def _sums(month: MonthJson, bound: str) -> Sums:
    return Sums(_amount(month["before"]), _amount(month["after"]), _amount(bound), month.get("complete", True))


def _line_json(line: Line) -> LineJson:
    return {"item": line.item.name, "section": line.item.section, "before": _share_json(line.before),
            "after": _share_json(line.after), "tierChanged": line.tier_changed}


def _line_of(plain: LineJson) -> Line:
    return Line(Item(plain["section"], plain["item"]), _share_of(plain["before"]), _share_of(plain["after"]))


def _share_json(share: Share) -> ShareJson:
    return {"count": share.count, "from": share.start, "price": _or_null(share.price), "sum": _or_null(share.sum)}


def _share_of(plain: ShareJson) -> Share:
    return Share(plain["count"], plain["from"], None if plain["price"] is None else _amount(plain["price"]))


def _or_null(amount: Decimal | None) -> str | None:
    return None if amount is None else decimal_text(amount)


def _amount(text: str) -> Decimal:
    return Decimal(text)
