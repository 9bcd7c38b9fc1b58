"""Sections: what a report says, part by part, in the order in which it is to be read.

The union is closed: a view matches on the types, and the type checker finds the one that it forgot. What a section
holds is decided already; a view only words it.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from reconciler.model.address import Address
from reconciler.model.audit import AuditRow
from reconciler.model.change import Change
from reconciler.model.consequences import Blocking, Chore, Handover, Touched
from reconciler.model.cost import Cost
from reconciler.model.finding import Finding, Severity
from reconciler.model.meaning import Lying, Meaning
from reconciler.model.message import Said
from reconciler.model.noun import noun
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.pending import Pending
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.position import Position
from reconciler.model.selection import Selection
from reconciler.model.term import Terms

Places = Mapping[tuple[Address, str], str]
"""Where a value was written (``file:line:column``), by address and path of a field."""


@noun
class Findings:
    """What the checks have to say of so many documents; ``refused`` are the guards among them that stop the plan."""

    findings: tuple[Finding, ...] = ()
    documents: int = 0
    refused: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(f.severity is severity for f in self.findings)

    @property
    def broken(self) -> bool:
        """Whether there is no plan, because of errors in the manifests."""
        return any(f.severity is Severity.ERROR and f.rule not in self.refused for f in self.findings)


@noun
class Chosen:
    """What was chosen ``of`` the changes or of the terms; what was not is not told of."""

    selection: Selection = field(default_factory=Selection)
    of: Literal["changes", "terms"] = "changes"


@noun
class Calm:
    """Nothing is to be done: all is ``active`` as wished, or the rest of it lies in the cart or is ordered.

    ``partly``: only what was chosen was looked at.
    """

    as_of: date
    unchanged: int
    active: bool
    lying: Lying
    partly: bool = False


@noun
class Outlook:
    """What is read before the yes: what the orders mean, and whom they touch at a distance.

    ``asks`` is whether there is anything to say yes to. ``indirect`` are, by what was edited, those who change by
    it; ``astray``, by what stays as it is, or was edited where no portal keeps it, those who differ from it at the
    portal; ``followers``, by what is renamed, those who refer to it and say so by the new name without an order.
    """

    meaning: Meaning = field(default_factory=Meaning)
    lying: Lying = field(default_factory=Lying)
    indirect: Mapping[Address, tuple[Address, ...]] = field(default_factory=dict)
    astray: Mapping[Address, tuple[Address, ...]] = field(default_factory=dict)
    followers: Mapping[Address, tuple[Address, ...]] = field(default_factory=dict)
    blocking: tuple[Blocking, ...] = ()
    asks: bool = False


@noun
class Costs:
    """What is paid, item by item; None where there is no price book."""

    cost: Cost | None = None


@noun
class Emergency:
    """Whose steps touch emergency calls, and by which fields."""

    touched: tuple[Touched, ...] = ()


@noun
class Numbers:
    """Which number goes from whom to whom."""

    handovers: tuple[Handover, ...] = ()


@noun
class Manual:
    """What is left to a person."""

    chores: tuple[Chore, ...] = ()


@noun
class Steps:
    """The changes of a plan and its orders in dated waves."""

    plan: Plan
    places: Places = field(default_factory=dict)


@noun
class Outcomes:
    """What became of each order that was due; the rest of the plan comes later."""

    plan: Plan
    places: Places = field(default_factory=dict)
    receipts: tuple[Receipt, ...] = ()
    broken: bool = False

    @property
    def sent(self) -> tuple[tuple[Order, Receipt], ...]:
        """Every order that was due with what became of it; without a receipt it was not tried."""
        received = {r.ref: r for r in self.receipts}
        return tuple((o, received.get(o.ref or "") or Receipt(o.ref or "", Outcome.NOT_TRIED)) for o in self.plan.due)

    @property
    def later(self) -> tuple[Wave, ...]:
        """The waves that were not due."""
        return self.plan.waves[1:] if self.plan.due else self.plan.waves


@noun
class Differences:
    """Where the portal is not what the manifests say: ``drifted``, or told only, because a rule is broken."""

    changes: tuple[Change, ...] = ()
    places: Places = field(default_factory=dict)
    unchanged: int = 0
    drifted: bool = False


@noun
class NoDrift:
    """The portal is what the manifests say, or what differs is on its ``way``; ``partly``: of what was chosen."""

    way: bool = False
    partly: bool = False


@noun
class Underway:
    """What lies in the cart and was not bought, and what is ordered and not active yet."""

    lying: Lying


@noun
class Unbought:
    """After orders were sent: nothing was bought.

    ``unknown``: of some nobody can tell; ``filled``: some went in, and ``paid``: somebody will pay for some of these.
    """

    lying: Lying
    unknown: bool = False
    filled: bool = False
    paid: bool = False


@noun
class Stuck:
    """What time alone does not make possible, and what does."""

    blocked: tuple[Blocked, ...] = ()

    @property
    def addresses(self) -> int:
        """How many addresses are blocked."""
        return len({b.address for b in self.blocked})


@noun
class Waiting:
    """What is on its way, or waits for a day or for another."""

    pending: tuple[Pending, ...] = ()

    @property
    def addresses(self) -> int:
        """Of how many addresses something is pending."""
        return len({p.address for p in self.pending})


@noun
class LeftAlone:
    """What no manifest names (``kept`` of it only by the policy), and what others put into the cart or ordered."""

    unmanaged: tuple[Address, ...] = ()
    kept: tuple[Address, ...] = ()
    foreign: tuple[Position, ...] = ()


@noun
class Guards:
    """The counted permissions, and the guards that stop the plan with their ways out."""

    allowances: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    ways: tuple[Finding, ...] = ()


@noun
class Cart:
    """What lies in the cart, was ordered or was rejected, and what it means to buy what is ours in it.

    ``mixed``: others have something in it too, and the sums are without that. ``held``: the portal would refuse to
    sell it as it is.
    """

    positions: tuple[Position, ...] = ()
    meaning: Meaning = field(default_factory=Meaning)
    mixed: bool = False
    held: bool = False

    @property
    def ready(self) -> tuple[Position, ...]:
        """What of ours is to be bought."""
        return tuple(p for p in self.positions if p.mine)


@noun
class Purchase:
    """What is to be bought or was, what that means, and what the portal said; ``bought`` tells whether anything was.

    ``bought`` is ``asked`` while nobody answered, ``declined`` after a no, ``nothing``, ``ordered``, ``before`` or
    ``unknown``.
    """

    positions: tuple[Position, ...] = ()
    meaning: Meaning = field(default_factory=Meaning)
    receipts: tuple[Receipt, ...] = ()
    bought: str = "asked"


@noun
class Figures:
    """A portal in a few figures: resources by kind, positions in its cart and ordered, and when the next is due.

    ``head`` is the hash of its audit's last row, where it is told.
    """

    company: str
    today: date
    counts: Mapping[str, int] = field(default_factory=dict)
    in_cart: int = 0
    ordered: int = 0
    next_due: date | None = None
    head: str = ""


@noun
class Audit:
    """Rows of a portal's audit, how many there are in all, and the hash of the last.

    ``misfit`` is the number of the first row that does not fit, where that was looked for; 0 if all fit.
    """

    rows: tuple[AuditRow, ...] = ()
    count: int = 0
    head: str = ""
    misfit: int | None = None


@noun
class Notes:
    """Further sentences; people are named by address only."""

    notes: tuple[Said, ...] = ()


Section = (
    Findings | Chosen | Calm | Outlook | Costs | Emergency | Numbers | Manual | Steps | Outcomes | Differences | NoDrift
    | Underway | Unbought | Stuck | Waiting | LeftAlone | Guards | Cart | Purchase | Terms | Figures
    | Audit | Notes
)
