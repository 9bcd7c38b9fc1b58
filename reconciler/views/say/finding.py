"""Findings in the order in which they are to be read."""

from collections.abc import Sequence

from reconciler.model.finding import Finding, Severity
from reconciler.model.place import Place

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """By severity, file, line and column; what has no place comes last."""
    nowhere = Place("\U0010ffff", 0, 0)
    return sorted(findings, key=lambda f: (_RANK[f.severity], (f.place or nowhere)[:3], f.rule, str(f.address)))
