"""All that one command has to say; a view is a function of this."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reconciler.model.consequences import Binding, Blocking, Gap, Handover
from reconciler.model.cost import Cost
from reconciler.model.finding import Finding
from reconciler.model.order import Receipt
from reconciler.model.pending import Pending
from reconciler.model.plan import Plan
from reconciler.model.position import Position
from reconciler.model.rule import Rule
from reconciler.model.term import MinimumTerm
from reconciler.model.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Commitments:
    """What the plan binds: new workplaces and until when at the latest, mails and SMS that go out.

    ``packages`` counts packages and mobile integrations, those of new workplaces too; ``binds`` tells by day.
    """

    workplaces: int = 0
    until: date | None = None
    mails: int = 0
    sms: int = 0
    packages: int = 0
    binds: tuple[Binding, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Which portal a report speaks of."""

    driver: str
    company: str
    origin: str
    revision: str


@dataclass(frozen=True, slots=True)
class Report:
    """One command's result.

    ``exit`` is the exit code, ``closing`` the last sentence (with counts), ``notes`` further sentences.
    ``places`` tells for a change's address and path where its value was written (``file:line:column``).
    ``followers`` are, by what is renamed, those who refer to it and say so by the new name without an order.
    ``receipts`` are what apply did, by reference; ``digest`` the plan's. ``emergency`` are addresses, each
    followed by the paths of the fields that touch emergency calls, separated by blanks. ``rules`` are, by id,
    the rules that the report names: what they say in general stands in for sentences with personal data.
    ``positions`` are what lies in the cart; of a plan, what is others' and left alone. ``cost`` is None where there
    is no price book, or no plan. ``notes``, ``closing`` and the notes of orders never hold personal data.
    """

    command: str
    exit: int = 0
    as_of: date | None = None
    portal: Origin | None = None
    findings: tuple[Finding, ...] = ()
    plan: Plan | None = None
    digest: str = ""
    commitments: Commitments = field(default_factory=Commitments)
    cost: Cost | None = None
    indirect: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    followers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    emergency: tuple[str, ...] = ()
    numbers: tuple[Handover, ...] = ()
    blocking: tuple[Blocking, ...] = ()
    gaps: tuple[Gap, ...] = ()
    places: Mapping[tuple[str, str], str] = field(default_factory=dict)
    personal: frozenset[str] = frozenset()
    receipts: tuple[Receipt, ...] = ()
    positions: tuple[Position, ...] = ()
    pending: tuple[Pending, ...] = ()
    terms: tuple[MinimumTerm, ...] = ()
    notes: tuple[Text, ...] = ()
    closing: Text = NOTHING
    documents: int = 0
    rules: Mapping[str, Rule] = field(default_factory=dict)
