"""The kit: what the registry found, all kinds and all rules."""

from collections.abc import Mapping
from typing import NamedTuple

from reconciler.kinds import all_kinds
from reconciler.model.kind import Kind
from reconciler.model.rule import Rule
from reconciler.rules import all_rules


class Kit(NamedTuple):
    """What the registry found."""

    kinds: Mapping[str, Kind]
    rules: Mapping[str, Rule]


def load_kit() -> Kit:
    """All kinds and rules."""
    return Kit(all_kinds(), all_rules())
