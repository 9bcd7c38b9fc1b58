"""A plan with everything that is to be said about it, as the sections of a report."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from reconciler.model.address import Address
from reconciler.model.consequences import Blocking, Chore, Gap, Handover, Touched
from reconciler.model.cost import Cost
from reconciler.model.finding import Finding
from reconciler.model.meaning import PAID, Commitments, Lying, Meaning
from reconciler.model.noun import noun
from reconciler.model.order import Outcome, Receipt
from reconciler.model.plan import Plan
from reconciler.model.position import Position
from reconciler.model.report import Report
from reconciler.model.sections import (
    Calm,
    Chosen,
    Costs,
    Emergency,
    Findings,
    Guards,
    LeftAlone,
    Manual,
    Numbers,
    Outcomes,
    Outlook,
    Places,
    Section,
    Steps,
    Stuck,
    Unbought,
)


@noun
class Planned:
    """All that a plan says; each part is explained at its section."""

    plan: Plan
    findings: tuple[Finding, ...] = ()
    documents: int = 0
    places: Places = field(default_factory=dict)
    commitments: Commitments = field(default_factory=Commitments)
    cost: Cost | None = None
    lying: Lying = field(default_factory=Lying)
    indirect: Mapping[Address, tuple[Address, ...]] = field(default_factory=dict)
    astray: Mapping[Address, tuple[Address, ...]] = field(default_factory=dict)
    followers: Mapping[Address, tuple[Address, ...]] = field(default_factory=dict)
    emergency: tuple[Touched, ...] = ()
    numbers: tuple[Handover, ...] = ()
    blocking: tuple[Blocking, ...] = ()
    gaps: tuple[Gap, ...] = ()
    manual: tuple[Chore, ...] = ()
    foreign: tuple[Position, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts in the order in which they are to be read."""
        return tuple(self._sections())

    def _sections(self) -> Iterator[Section]:
        plan, found = self.plan, Findings(self.findings, self.documents, self.plan.refused)
        yield Chosen(plan.selection)
        yield found
        if plan.empty and not found.broken:
            yield Calm(plan.as_of, plan.unchanged, self._active, self.lying, partly=bool(plan.selection.said()))
        meaning = Meaning(self.commitments, cost=self.cost, gaps=self.gaps, manual=self.manual).with_plan(plan)
        yield Outlook(meaning, self.lying, self.indirect, self.astray, self.followers, self.blocking,
                      asks=bool(plan.waves or plan.blocked))
        yield Costs(self.cost)
        yield Emergency(self.emergency)
        yield Manual(self.manual)
        yield Numbers(self.numbers)
        yield Steps(plan, self.places)
        yield Stuck(plan.blocked)
        yield LeftAlone(plan.unmanaged, plan.kept, self.foreign)
        yield Guards(plan.allowances, plan.refused, tuple(f for f in self.findings if f.rule in plan.refused))

    @property
    def _active(self) -> bool:
        """Whether nothing is on its way either: not in the cart, and not ordered, by us or for what manifests name."""
        left_alone = set(self.plan.unmanaged)
        return not (any(self.lying) or any(p.address not in left_alone for p in self.foreign))


def carried_out(report: Report, receipts: tuple[Receipt, ...], lying: Lying | None = None) -> Report:
    """The report of a plan as the report of what became of it; ``lying`` is what lies in the cart now."""
    steps, found = report.get(Steps) or report.get(Outcomes), report.get(Findings) or Findings()
    if steps is None:
        return report
    outlook = report.get(Outlook) or Outlook()
    outlook = replace(outlook, lying=outlook.lying if lying is None else lying)
    done = Outcomes(steps.plan, steps.places, receipts, broken=bool(found.broken))
    sent = done.sent
    filled = [o.verb for o, r in sent
              if o.channel == "cart" and o.verb != "withdraw" and r.outcome is Outcome.DONE]
    hints = Unbought(outlook.lying, any(r.outcome is Outcome.UNKNOWN for _, r in sent), bool(filled),
                     paid=any(verb == "change" or verb in PAID for verb in filled))
    parts = (done if isinstance(s, Steps | Outcomes) else outlook if isinstance(s, Outlook) else s
             for s in report.sections if not isinstance(s, Unbought) and (steps.plan.empty or not isinstance(s, Calm)))
    return replace(report, sections=(*parts, hints))
