"""One file a kind: its fields, and by marks what they mean."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial

from reconciler.model.kind import Kind


@cache
def all_kinds() -> Mapping[str, Kind]:
    """Every kind by its key (``numberblock``), in the order of a dump."""
    from reconciler.registry import load

    found: tuple[Kind, ...] = load(__name__, "KIND")
    ranked = sorted(found, key=lambda kind: kind.rank)
    return {kind.key: replace(kind, examples=partial(_examples, kind.key)) for kind in ranked}


def _examples(kind: str) -> Mapping[str, str]:
    from reconciler.kinds._explain import FIELDS

    start = f"{kind}."
    return {path.removeprefix(start): text.example for path, text in FIELDS.items() if path.startswith(start)}
