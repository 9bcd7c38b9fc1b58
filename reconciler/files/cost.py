"""The cost in a plan file, read back; what no plan of ours could hold is refused."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from reconciler.model.cost import Cost, Item, Line, Share, Sums

_AMOUNT = re.compile(r"-?[0-9]{1,30}\.[0-9]{2,4}", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


def read_cost(plain: Mapping[str, Any] | None) -> Cost | None:
    """The cost that these plain values tell of.

    Raises:
        ValueError, KeyError, TypeError: if they have not the shape of a cost.
    """
    if plain is None:
        return None
    if not _CURRENCY.fullmatch(plain["currency"]):
        raise ValueError(plain["currency"])
    lines = tuple(map(_line, plain["lines"]))
    known = {line.item.name: line.item for line in lines}
    return Cost(
        plain["currency"], read_sums({**plain["monthly"], "bound": plain["bound"]}), lines,
        tuple(known.get(name) or Item("packages", name) for name in plain["unpriced"]),
        *(read_sums(plain[name]) if name in plain else None for name in ("cart", "inCart", "added")),
    )


def read_sums(plain: Mapping[str, Any]) -> Sums:
    """A month before and after, and what is bound."""
    return Sums(*(_amount(plain[name]) for name in ("before", "after", "bound")))


def _line(plain: Mapping[str, Any]) -> Line:
    return Line(Item(plain["section"], plain["item"]), _share(plain["before"]), _share(plain["after"]))


def _share(plain: Mapping[str, Any]) -> Share:
    return Share(plain["count"], plain["from"], None if plain["price"] is None else _amount(plain["price"]))


def _amount(text: str) -> Decimal:
    if not _AMOUNT.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)
