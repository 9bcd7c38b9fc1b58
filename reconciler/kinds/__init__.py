"""One file a kind: its fields, and by marks what they mean."""

from collections.abc import Mapping
from functools import cache

from reconciler.model.kind import Kind


@cache
def all_kinds() -> Mapping[str, Kind]:
    """Every kind by its key (``numberblock``), in the order of a dump."""
    from reconciler.registry import load

    found: tuple[Kind, ...] = load(__name__, "KIND")
    return {kind.key: kind for kind in sorted(found, key=lambda k: k.rank)}
