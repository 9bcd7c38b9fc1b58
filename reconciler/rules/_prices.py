"""The lists of tiers that a price book holds."""

from collections.abc import Iterator

from reconciler.kinds.price_book import PriceBook, Tier
from reconciler.model.document import Path


def lists(book: PriceBook) -> Iterator[tuple[Path, tuple[Tier, ...]]]:
    """Each list of tiers with its path."""
    yield ("workplace",), book.workplace
    yield from ((("packages", name), tiers) for name, tiers in book.packages.items())
    yield from ((("mobileIntegration", name), tiers) for name, tiers in book.mobile_integration.items())
