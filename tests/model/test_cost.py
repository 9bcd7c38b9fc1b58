"""What a month costs, item by item and in sums."""

from decimal import Decimal

import pytest

from reconciler.model.cost import Item, Line, Share, Sums


@pytest.mark.parametrize(("share", "total"), [
    (Share(), Decimal(0)), (Share(3, 1, Decimal("4.90")), Decimal("14.70")), (Share(3), None),
    (Share(0, 1, Decimal("4.90")), Decimal(0)),
])
def test_what_one_item_costs(share: Share, total: Decimal | None):
    """All units at one price; nothing counted costs nothing, and what has no price is not known."""
    assert share.sum == total


@pytest.mark.parametrize(("before", "after", "changed"), [(1, 10, True), (10, 10, False), (None, 1, False),
                                                          (1, None, False)])
def test_who_stays_pays_another_tier(before: int | None, after: int | None, changed: bool):
    """Only where a tier is paid before and after."""
    assert Line(Item("packages", "fax"), Share(start=before), Share(start=after)).tier_changed is changed


def test_what_comes_on_top():
    """Negative where it gets cheaper."""
    assert Sums(Decimal("10.00"), Decimal("7.50"), Decimal(0)).difference == Decimal("-2.50")
