"""An agenda: steps, what of them waits for what, and the day of each. Phases of scheduling make one from another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from reconciler.model.change import Diff
from reconciler.model.kind import Kind
from reconciler.model.order import Wait
from reconciler.model.plan import Blocked
from reconciler.model.step import Step
from reconciler.stages.order._dates import Dated, in_order
from reconciler.stages.order._edges import Edge, edges


class Ground(NamedTuple):
    """What the steps of a plan stand on: the diff they come from, the kinds, and today."""

    diff: Diff
    kinds: Mapping[str, Kind]
    today: date

    def kind(self, step: Step) -> Kind:
        """The kind of what a step is about."""
        return self.kinds[step.address.kind]


@dataclass(frozen=True)
class Agenda:
    """Steps by place. Edges and days are worked out when first asked for, and once."""

    steps: tuple[Step, ...]
    ground: Ground
    known: list[Edge] | None = None
    """The edges, if they are known already."""
    barred: Mapping[int, Blocked] = field(default_factory=dict)
    """What no day makes possible, by place, once that was looked for."""

    @cached_property
    def links(self) -> list[Edge]:
        """What waits for what, by place."""
        return edges(self.steps, self.ground.diff, self.ground.kinds) if self.known is None else self.known

    @cached_property
    def dated(self) -> list[Dated]:
        """The steps with their days, in the order of sending; what waits in a cycle has none and is left out."""
        return in_order(self.steps, self.links, self.ground.today)

    def cut(self, steps: Iterable[Step]) -> "Agenda":
        """Another agenda, of other steps."""
        return Agenda(tuple(steps), self.ground)

    def held(self, waits: Mapping[int, Wait]) -> "Agenda":
        """The same steps with some of them, by place, put off until a day. Who waits for whom stays as it is."""
        if not waits:
            return self
        later = (replace(step, since=waits[n].until, waits=(waits[n],)) if n in waits else step
                 for n, step in enumerate(self.steps))
        return replace(self, steps=tuple(later), known=self.links)
