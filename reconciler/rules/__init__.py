"""One file a rule: what it refuses, why, and the way out."""

import re
from collections.abc import Mapping
from functools import cache

from reconciler.model.rule import Rule
from reconciler.registry import load


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by its id, ``INT-2`` before ``INT-10``."""
    found: tuple[Rule, ...] = load(__name__, "RULE")
    return {rule.id: rule for rule in sorted(found, key=_natural)}


def _natural(rule: Rule) -> list[tuple[str, int]]:
    return [(word, int(digits or 0)) for word, digits in re.findall(r"([^0-9]+)([0-9]*)", rule.id)]
