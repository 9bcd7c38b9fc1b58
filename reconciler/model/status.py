"""A portal for rehearsal in a few figures."""

from collections.abc import Mapping
from datetime import date

from reconciler.model.noun import noun


@noun
class Status:
    """Resources by kind, positions by state, when something happens next, and the hash of the audit's last row."""

    company: str
    origin: str
    revision: str
    today: date
    counts: Mapping[str, int]
    in_cart: int
    ordered: int
    next_due: date | None
    head: str = ""
