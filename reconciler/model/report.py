"""All that one command has to say; a view is a function of this."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reconciler.model.cost import Cost
from reconciler.model.finding import Finding
from reconciler.model.order import Receipt
from reconciler.model.plan import Plan
from reconciler.model.position import Position
from reconciler.model.rule import Rule
from reconciler.model.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Commitments:
    """What the plan binds: workplaces and until when at the latest, mails and SMS that go out."""

    workplaces: int = 0
    until: date | None = None
    mails: int = 0
    sms: int = 0


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
    ``receipts`` are what apply did, by reference; ``digest`` the plan's. ``emergency`` are addresses, each
    followed by the paths of the fields that touch emergency calls, separated by blanks. ``rules`` are, by id,
    the rules that the report names: what they say in general stands in for sentences with personal data.
    ``cost`` is None where there is no price book, or no plan. ``notes``, ``closing`` and the notes of orders
    never hold personal data.
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
    emergency: tuple[str, ...] = ()
    places: Mapping[tuple[str, str], str] = field(default_factory=dict)
    personal: frozenset[str] = frozenset()
    receipts: tuple[Receipt, ...] = ()
    positions: tuple[Position, ...] = ()
    notes: tuple[Text, ...] = ()
    closing: Text = NOTHING
    documents: int = 0
    rules: Mapping[str, Rule] = field(default_factory=dict)
