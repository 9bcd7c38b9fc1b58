"""A price book, two states and what is bought between them in, the cost out.

Per item the units of the whole company are counted, and all of them pay the price of the tier that their count
falls into; so a company is cheaper, or dearer, for everyone when one workplace comes or goes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from reconciler.model.cost import NOUGHT, Cost, Item, Line, Share, Sums
from reconciler.model.position import Position
from reconciler.model.resource import Resource, State

SECTIONS = ("workplace", "packages", "mobileIntegration")
WORKPLACE = Item("workplace", "workplace")


def price(book: Any, before: State, after: State, bought: Iterable[Position]) -> Cost:
    """What the company pays in both states, and what ``bought`` (positions not yet ordered) binds at least.

    ``book`` is the body of the price book. Both states are projected: what is ordered stands in them with that
    life, and what is leaving is marked as such. What is inactive or leaving is not paid.
    """
    earlier, later = _counts(before), _counts(after)
    bound = Counter(item for position in bought for item in _bound(position))
    tiers = _tiers(book)
    known = sorted({*earlier, *later, *bound}, key=_order)
    lines = tuple(Line(i, _share(tiers, i, earlier[i]), _share(tiers, i, later[i])) for i in known)
    least = (_sum(bound[line.item], line.after.price or _share(tiers, line.item, 1).price) for line in lines)
    unpriced = tuple(i for i in known if not tiers.get(i))
    return Cost(
        str(book.currency),
        Sums(_total(line.before for line in lines), _total(line.after for line in lines), sum(least, NOUGHT),
             not unpriced),
        tuple(line for line in lines if line.before.count or line.after.count), unpriced,
    )


def _order(item: Item) -> tuple[int, str]:
    return SECTIONS.index(item.section), item.name


def _counts(state: State) -> Counter[Item]:
    workplaces = [workplace for workplace in state.of("workplace").values() if _paid(workplace)]
    counts = Counter({WORKPLACE: len(workplaces)} if workplaces else {})
    for resource in (*workplaces, *state.of("company").values()):
        counts.update(Item("packages", package) for package in resource.body.packages)
    integrations = (workplace.body.mobile_integration for workplace in workplaces)
    counts.update(Item("mobileIntegration", integration.type) for integration in integrations if integration)
    return counts


def _paid(resource: Resource) -> bool:
    return not (resource.leaving or (resource.life and resource.life.state == "inactive"))


def _bound(position: Position) -> Iterator[Item]:
    """What a position activates or books, by the plain values that it carries."""
    if position.verb == "activate":
        yield WORKPLACE
        yield from (Item("packages", package) for package in position.body.get("packages", ()))
        integration = position.body.get("mobileIntegration")
    elif position.verb == "book":
        integration = position.body.get("value")
        yield from () if integration else (Item("packages", position.item),)
    else:
        return
    if integration:
        yield Item("mobileIntegration", integration["type"])


def _tiers(book: Any) -> Mapping[Item, Any]:
    return {
        WORKPLACE: book.workplace,
        **{Item("packages", name): tiers for name, tiers in book.packages.items()},
        **{Item("mobileIntegration", name): tiers for name, tiers in book.mobile_integration.items()},
    }


def _share(tiers: Mapping[Item, Any], item: Item, count: int) -> Share:
    reached = [tier for tier in tiers.get(item, ()) if tier.from_ <= count]
    return Share(count, reached[-1].from_, Decimal(reached[-1].price)) if reached else Share(count)


def _sum(count: int, unit: Decimal | None) -> Decimal:
    return count * unit if unit is not None else NOUGHT


def _total(shares: Iterable[Share]) -> Decimal:
    return sum((share.sum or NOUGHT for share in shares), NOUGHT)
