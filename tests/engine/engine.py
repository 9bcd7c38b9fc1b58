"""Plan, apply, order and delivery without files: documents and a portal in memory, and all that can be seen of it."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from reconciler.effects import Effects, Journal
from reconciler.kinds.workspace import Limits, Policy
from reconciler.kinds.workspace import Workspace as Settings
from reconciler.model.document import Document
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.position import Observation
from reconciler.model.resource import Life, Resource, State
from reconciler.planning.draft import Draft, draft
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.books.protocol import Store
from reconciler.portal.service import Service
from reconciler.request import Folder, Request
from reconciler.runner import Evidence, run
from reconciler.stages.wish.interpret import interpret
from reconciler.stages.wish.settle import settle
from reconciler.workspace.kit import Kit, load_kit
from reconciler.workspace.settings import Workspace
from reconciler.workspace.wishes import Wishes

TODAY = date(2026, 11, 22)
KIT: Kit = load_kit()
ROUNDS = 20
ALL = 10**6
ALLOWED = {"replaces": ALL, "numbers": ALL, "empty": ALL, **{r.id: ALL for r in KIT.rules.values() if r.asks}}
REQUEST = Request(Folder(Path()), allow=ALLOWED)
UNLIMITED = Limits("999999", "999999", "999999")
Unmanaged = Literal["report", "delete"]


class Memory(Effects):
    """The world without a disk: the journal is a list, and no clock runs."""

    def __init__(self) -> None:
        self.journal: list[str] = []

    def now(self) -> datetime:
        """Always the same."""
        return datetime(2026, 11, 22, tzinfo=UTC)

    def open_journal(self, path: Path) -> Journal:
        """These effects are their own journal."""
        return self

    def append(self, line: str) -> None:
        """Keep the line."""
        self.journal.append(line)


def workspace(unmanaged: Unmanaged = "delete") -> Workspace:
    """A workspace without a folder, in which nothing is limited."""
    policy = Policy(unmanaged, limits=UNLIMITED)
    return Workspace(Path(), "acme", Settings(policy=policy))


def content(documents: Iterable[Document]) -> tuple[Resource, ...]:
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


def portal_of(resources: Iterable[Resource], store: Store | None = None) -> Service:
    """A portal in memory that holds these resources."""
    service = Service(store or MemoryStore(), KIT.kinds, tuple(KIT.rules.values()), lambda: 0.0)
    service.load("acme", "laws", TODAY, resources)
    return service


def twin(portal: Service) -> Service:
    """Another portal in memory that is as this one is now, with whoever may write."""
    store = MemoryStore()
    for name, value in vars(portal._store).items():
        setattr(store, name, {key: copy(held) for key, held in value.items()} if isinstance(value, dict) else value)
    return Service(store, KIT.kinds, tuple(KIT.rules.values()), lambda: 0.0)


def plan(portal: Service, documents: Iterable[Document], unmanaged: Unmanaged = "delete", *,
         simulate: bool = True) -> Draft:
    """The plan for these manifests on this portal."""
    wishes = Wishes(list(documents), [], 1)
    return draft(workspace(unmanaged), wishes, portal.observe(), KIT, replace(REQUEST, simulate=simulate))


def send(portal: Any, orders: Sequence[Order], effects: Memory | None = None) -> tuple[Receipt, ...]:
    """What apply does with the orders that are due."""
    token, world = portal.acquire("laws"), effects or Memory()
    try:
        return run(orders, portal, world, Evidence(world, world), token=token, said=lambda _order, _receipt: None)
    finally:
        portal.release(token)


def buy(portal: Service) -> None:
    """Order all that is ours in the cart; the portal refuses it while the company as a whole would not be in order."""
    token = portal.acquire("laws")
    mine = {p.ref: p.digest for p in portal.observe(()).positions if p.ours and p.state == "in-cart"}
    receipt = portal.submit(mine, token)
    assert receipt.outcome is Outcome.DONE or receipt.rule == "PKG-1", receipt
    portal.release(token)


@dataclass
class Round:
    """One plan, what became of it, and the portal after each order; ``again`` is the same plan sent once more."""

    draft: Draft
    before: Observation
    receipts: tuple[Receipt, ...]
    moments: list[Observation]
    after: Observation
    again: tuple[Receipt, ...] = ()
    unmoved: Observation | None = None
    fresh: Draft | None = None
    delivered: Observation | None = None


@dataclass
class Watched:
    """A portal that is looked at after each order."""

    portal: Service
    moments: list[Observation] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.portal, name)

    def execute(self, order: Order, token: int) -> Receipt:
        """Execute, and look."""
        receipt = self.portal.execute(order, token)
        self.moments.append(self.portal.observe())
        return receipt


@dataclass
class Play:
    """A portal on its way to what the manifests say; ``rounds`` are the plans that were applied."""

    portal: Service
    documents: Sequence[Document]
    unmanaged: Unmanaged = "delete"
    rounds: list[Round] = field(default_factory=list)

    def plan(self) -> Draft:
        """The plan of the moment, which no rule and no guard may stop."""
        found = plan(self.portal, self.documents, self.unmanaged)
        assert not found.errors, [f"{f.rule} {f.address} {f.path}: {f.message.en}" for f in found.findings
                                  if f.severity == "error"]
        return found

    def apply(self, *, twice: bool = False) -> Round:
        """Plan and send what is due; ``twice`` sends the same again and plans afresh."""
        drafted, before, watched = self.plan(), self.portal.observe(), Watched(self.portal)
        receipts = send(watched, drafted.plan.due)
        found = Round(drafted, before, receipts, watched.moments, self.portal.observe())
        if twice:
            found.again = send(self.portal, drafted.plan.due)
            found.unmoved = self.portal.observe()
            found.fresh = plan(self.portal, self.documents, self.unmanaged, simulate=False)
        self.rounds.append(found)
        assert {r.outcome for r in receipts} <= {Outcome.DONE}, [r for r in receipts if r.outcome != Outcome.DONE]
        return found

    def deliver(self) -> None:
        """Let time pass to the next wave or delivery, at least a day."""
        drafted, today = self.rounds[-1].draft, self.portal.observe(()).today
        days = [w.not_before for w in drafted.plan.waves if w.not_before > today]
        coming = self.portal.status().next_due
        self.portal.advance(min([*days, *([coming] if coming else [])], default=today + timedelta(days=1)))
        self.rounds[-1].delivered = self.portal.observe()

    def converge(self, *, twice: bool = False) -> "Play":
        """Rounds of apply, order and delivery until nothing is left to do."""
        for _ in range(ROUNDS):
            found = self.apply(twice=twice)
            buy(self.portal)
            if not found.draft.plan.changes and not any(p.open for p in self.portal.observe(()).positions):
                return self
            self.deliver()
        raise AssertionError(f"not there after {ROUNDS} rounds:\n{told(self.rounds[-1].draft)}")


def seen(found: Observation, *, refs: bool = True) -> tuple[object, ...]:
    """What can be seen of a portal as one comparable value; without ``refs`` however its positions came about."""
    resources = tuple((r.address, repr(r.body), repr(r.life)) for r in found.state)
    if refs:
        return resources, found.positions, dict(found.lives)
    positions = sorted((str(p.address), p.verb, p.item, repr(p.body), str(p.activation_date), p.state, p.ours)
                       for p in found.positions)
    return tuple((a, b) for a, b, _ in resources), tuple(positions)


def told(drafted: Draft) -> str:
    """A plan in a few lines, for a test that failed."""
    lines = [f"{c.action} {c.address} {[(f.path, f.before, f.after) for f in c.fields]}" for c in drafted.plan.changes]
    for wave in drafted.plan.waves:
        lines += [f"  {wave.not_before} {o.verb} {o.address} {o.item} {dict(o.body) if o.verb == 'update' else ''}"
                  for o in wave.orders]
    return "\n".join([*lines, *(f"  blocked {b.action} {b.address} {b.message.en}" for b in drafted.plan.blocked)])
