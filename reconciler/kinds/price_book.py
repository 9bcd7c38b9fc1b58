"""The price book: the customer's own prices, ours and never sent. The tool brings no figures of its own.

Read only from the file that ``spec.priceBook`` of the workspace names. That a price depends on the count of
all units of its item is said by the help page on packages and workplaces; see specs/decisions/0011-prices.md.
"""

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any

from reconciler.kinds._types import LONGEST_WORDS, Count, Name, Words, at_most
from reconciler.model.kind import Kind, refuse
from reconciler.model.marks import Ours
from reconciler.model.noun import noun
from reconciler.model.schema import Checked, Prepared, Shown

_PRICE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,4})?", re.ASCII)
_COMMA = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9}),([0-9]{1,2}|[0-9]{4})", re.ASCII)
_UNIT = re.compile(r"\s*(?:€|EUR|Euro)\s*", re.IGNORECASE)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


def _price(text: str) -> str:
    if _PRICE.fullmatch(text):
        return text
    bare = _UNIT.sub("", text[:40])
    comma = _COMMA.fullmatch(bare)
    meant = f"{comma[1].replace('.', '')}.{comma[2]}" if comma else bare
    raise refuse("PRICE-1", value=text[:40], suggestion=meant if _PRICE.fullmatch(meant) else "")


def _currency(text: str) -> str:
    if _CURRENCY.fullmatch(text):
        return text
    raise refuse("FORM-2", value=text[:40], expected="EUR, CHF, GBP …")


def _tiers(written: Any) -> Any:
    """A bare price is the one tier that holds for any count."""
    return [{"from": "1", "price": written}] if isinstance(written, str) else written


Price = Annotated[Words, Checked(_price)]
"""Per unit and month, as decimal text: never negative, at most four decimals."""


@noun
class Tier:
    """From this count on, every unit costs this price, those below the border too."""

    from_: Count
    price: Price


def _either(tiers: Mapping[str, Any]) -> dict[str, Any]:
    """For editors: a bare price or tiers."""
    return {"anyOf": [{"maxLength": LONGEST_WORDS, "type": "string"}, tiers]}


Tiers = Annotated[tuple[Tier, ...], at_most(100), Prepared(_tiers), Shown(_either)]


@noun
class PriceBook:
    """The customer's own prices a unit and month; what is not listed has no price and is never guessed."""

    currency: Annotated[Words, Checked(_currency)] | None = None
    workplace: Tiers = ()
    packages: Annotated[Mapping[Name, Tiers], at_most(1000)] = field(default_factory=dict)
    mobile_integration: Annotated[Mapping[Name, Tiers], at_most(100)] = field(default_factory=dict)


KIND = Kind("PriceBook", PriceBook, rank=8, marks=(Ours(),), required=("currency",))
