"""Plan, apply, order and delivery without files: documents and a portal in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from reconciler.draft import Draft, draft
from reconciler.effects import Effects
from reconciler.kinds.workspace import Limits, Policy
from reconciler.kinds.workspace import Workspace as Settings
from reconciler.model.document import Document
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.resource import Life, Resource, State
from reconciler.opening import Kit, Wishes, Workspace, load_kit
from reconciler.portal.memory import MemoryStore
from reconciler.portal.service import Service
from reconciler.request import Request
from reconciler.runner import run
from reconciler.stages.interpret import interpret
from reconciler.stages.settle import settle

TODAY = date(2026, 11, 22)
KIT: Kit = load_kit()
ROUNDS = 12
ALL = 10**6
ALLOWED = {"replaces": ALL, "numbers": ALL, "empty": ALL, **{r.id: ALL for r in KIT.rules.values() if r.asks}}
LIMITS = Limits(*[str(999_999)] * 3)
REQUEST = Request(Path(), allow=ALLOWED)


class Memory(Effects):
    """The world without a disk: the journal is a list, and no clock runs."""

    def __init__(self) -> None:
        self.journal: list[str] = []

    def now(self) -> datetime:
        """Always the same."""
        return datetime(2026, 11, 22, tzinfo=UTC)

    def append(self, path: Path, line: str) -> None:
        """Keep the line."""
        self.journal.append(line)


def workspace(unmanaged: str = "delete") -> Workspace:
    """A workspace without a folder, in which nothing is limited."""
    policy: Any = Policy(unmanaged, limits=LIMITS)  # type: ignore[arg-type]
    return Workspace(Path(), "acme", Settings(policy=policy))


def content(documents: tuple[Document, ...]) -> tuple[Resource, ...]:
    """What a portal holds that was made from these documents."""
    wished = settle(interpret(documents, KIT.kinds, State()).state, State(), KIT.kinds, TODAY).state
    return tuple(_alive(r) for r in wished)


def _alive(resource: Resource) -> Resource:
    status = resource.layers[0].document.content.get("status") or {}
    began = date.fromisoformat(status.get("activatedOn", "2025-01-01"))
    booked = {item: date.fromisoformat(day) for item, day in status.get("bookedOn", {}).items()}
    items = [*getattr(resource.body, "packages", ())]
    items += ["mobileIntegration"] if getattr(resource.body, "mobile_integration", None) else []
    return replace(resource, life=Life("active", began, {item: booked.get(item, began) for item in items}))


def portal_of(resources: Iterable[Resource]) -> Service:
    """A portal in memory that holds these resources."""
    service = Service(MemoryStore(), KIT.kinds, tuple(KIT.rules.values()), lambda: 0.0)
    service.load("acme", "laws", TODAY, resources)
    return service


def plan(portal: Service, documents: Iterable[Document], unmanaged: str = "delete", *, simulate: bool = True) -> Draft:
    """The plan for these manifests on this portal."""
    wishes = Wishes(list(documents), [], 1)
    return draft(workspace(unmanaged), wishes, portal.observe(), KIT, replace(REQUEST, simulate=simulate))


def send(portal: Any, orders: Sequence[Order], effects: Effects | None = None) -> tuple[Receipt, ...]:
    """What apply does with the orders that are due."""
    token = portal.acquire("laws")
    try:
        return run(orders, portal, effects or Memory(), Path(), token=token, said=lambda _order, _receipt: None)
    finally:
        portal.release(token)


def buy(portal: Service) -> None:
    """Order all that is ours in the cart."""
    token = portal.acquire("laws")
    refs = [p.ref for p in portal.observe(()).positions if p.ours and p.state == "in-cart"]
    assert portal.submit(refs, token).outcome is Outcome.DONE
    portal.release(token)


@dataclass
class Play:
    """A portal on its way to what the manifests say; ``rounds`` are the plans that were applied."""

    portal: Service
    documents: tuple[Document, ...]
    unmanaged: str = "delete"
    rounds: list[Draft] = field(default_factory=list)

    def plan(self) -> Draft:
        """The plan of the moment, which no rule and no guard may stop."""
        found = plan(self.portal, self.documents, self.unmanaged)
        assert not found.errors, [f"{f.rule} {f.address} {f.path}: {f.message.en}" for f in found.findings
                                  if f.severity == "error"]
        return found

    def round(self) -> Draft:
        """Plan, send what is due, order it, and let time pass until something can happen again."""
        drafted = self.plan()
        self.rounds.append(drafted)
        receipts = send(self.portal, drafted.plan.due)
        assert {r.outcome for r in receipts} <= {Outcome.DONE}, receipts
        buy(self.portal)
        self.pass_time(drafted)
        return drafted

    def pass_time(self, drafted: Draft) -> None:
        """To the next wave, at least by a day."""
        today = self.portal.observe(()).today
        later = [w.not_before for w in drafted.plan.waves if w.not_before > today]
        if not later and (coming := self.portal.status().next_due):
            later = [coming]
        self.portal.advance(min(later, default=today + timedelta(days=1)))

    def converge(self) -> "Play":
        """Rounds until nothing is left to do."""
        for _ in range(ROUNDS):
            drafted = self.round()
            if not drafted.plan.changes and not any(p.open for p in self.portal.observe(()).positions):
                return self
        raise AssertionError(f"not there after {ROUNDS} rounds: {told(self.rounds[-1])}")


def told(drafted: Draft) -> str:
    """A plan in a few lines, for a test that failed."""
    lines = [f"{c.action} {c.address} {[(f.path, f.before, f.after) for f in c.fields]}" for c in drafted.plan.changes]
    for wave in drafted.plan.waves:
        lines += [f"  {wave.not_before} {o.verb} {o.address} {o.item} {dict(o.body) if o.verb == 'update' else ''}"
                  for o in wave.orders]
    return "\n".join([*lines, *(f"  blocked {b.action} {b.address} {b.message.en}" for b in drafted.plan.blocked)])
