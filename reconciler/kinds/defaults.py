"""Defaults: ours, never sent; any part of a workplace for all workplaces that match."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated

from reconciler.kinds._types import Name, Words, at_most
from reconciler.kinds.workplace import Workplace
from reconciler.model.kind import Kind
from reconciler.model.marks import Ours
from reconciler.model.noun import noun


@noun
class Match:
    """Which workplaces: each criterion that is written must hold; the more, the more specific."""

    group: Name | None = None
    department: Name | None = None
    template: Name | None = None
    labels: Annotated[Mapping[Name, Words], at_most(100)] = field(default_factory=dict)

    @property
    def specificity(self) -> int:
        """How many criteria are written."""
        return sum(c is not None for c in (self.group, self.department, self.template)) + len(self.labels)


@noun
class Defaults:
    """What workplaces that match have unless they, or their template, say otherwise."""

    match: Match = field(default_factory=Match)
    workplace: Workplace = field(default_factory=Workplace)


KIND = Kind("Defaults", Defaults, rank=5, marks=(Ours(),))
