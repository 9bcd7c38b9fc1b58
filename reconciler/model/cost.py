"""What a company pays a month, in exact decimals: lines, sums, and what is left out for want of a price."""

from decimal import Decimal
from typing import NamedTuple

from reconciler.model.noun import noun

NOUGHT = Decimal(0)


class Item(NamedTuple):
    """What is counted and has a price: ``section`` is a key of the price book, ``name`` what stands under it.

    A workplace is ``("workplace", "workplace")``, a package ``("packages", "assistant")``, a mobile integration
    ``("mobileIntegration", "magentaeins")``.
    """

    section: str
    name: str


@noun
class Share:
    """What one item costs at one moment: all ``count`` units pay ``price``, that of the tier ``start`` (from).

    Both are None where nothing is counted, and where the price book has no price.
    """

    count: int = 0
    start: int | None = None
    price: Decimal | None = None

    @property
    def sum(self) -> Decimal | None:
        """A month's sum; None where units are counted that have no price."""
        if not self.count:
            return NOUGHT
        return None if self.price is None else self.count * self.price


@noun
class Line:
    """One item before and after."""

    item: Item
    before: Share
    after: Share

    @property
    def tier_changed(self) -> bool:
        """Whether those who stay pay another tier's price because of the count."""
        tiers = self.before.start, self.after.start
        return None not in tiers and tiers[0] != tiers[1]


@noun
class Sums:
    """A month before and after, and ``bound``: one month of all that is activated or booked in between.

    It is ``complete`` if all that is counted has a price.
    """

    before: Decimal
    after: Decimal
    bound: Decimal
    complete: bool = True

    @property
    def difference(self) -> Decimal:
        """What comes on top each month; negative where it gets cheaper."""
        return self.after - self.before


@noun
class Cost:
    """What a plan, or a cart, costs by the price book.

    ``monthly`` leads from what is paid or ordered to when everything was carried out; ``cart`` ends at what lies in
    the cart once the due orders are there, and is None where the report is about the cart itself. Where something of
    ours lies in the cart before the plan, ``lying`` is what that alone comes to, and ``added`` what the plan adds to
    it. ``unpriced`` are items that are counted somewhere in here and have no price: every sum is without them.
    """

    currency: str
    monthly: Sums
    lines: tuple[Line, ...] = ()
    unpriced: tuple[Item, ...] = ()
    cart: Sums | None = None
    lying: Sums | None = None
    added: Sums | None = None
