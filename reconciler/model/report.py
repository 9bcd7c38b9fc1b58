"""A report: all that one command has to say; a view is a function of this."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from reconciler.model.address import Address
from reconciler.model.consequences import Binding, Blocking, Chore, Gap, Handover, Touched
from reconciler.model.cost import Cost, Sums
from reconciler.model.finding import Finding
from reconciler.model.order import Receipt
from reconciler.model.pending import Pending
from reconciler.model.plan import Plan
from reconciler.model.position import Observation, Position
from reconciler.model.rule import Rule
from reconciler.model.selection import EVERYTHING, Selection
from reconciler.model.term import MinimumTerm
from reconciler.model.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Commitments:
    """What the plan binds: so many new workplaces, and the mails and SMS that go out.

    ``packages`` counts packages and mobile integrations, those of new workplaces too. ``until`` is the day on which
    the last of all that can be ended; ``binds`` tells by day.
    """

    workplaces: int = 0
    until: date | None = None
    mails: int = 0
    sms: int = 0
    packages: int = 0
    binds: tuple[Binding, ...] = ()


@dataclass(frozen=True, slots=True)
class Unordered:
    """What of ours lies in the cart and was not bought: so many positions, the first one since that day.

    ``monthly``, in ``currency``, leads from what is paid or ordered to when these are too (None without a price book);
    ``commitments`` are what they bind and send out once they are ordered.
    """

    count: int
    since: date | None = None
    monthly: Sums | None = None
    currency: str = ""
    commitments: Commitments = field(default_factory=Commitments)


@dataclass(frozen=True, slots=True)
class Ordered:
    """So many positions are ordered and not carried out; the last of them takes effect on ``until``."""

    count: int
    until: date


@dataclass(frozen=True, slots=True)
class Origin:
    """Which portal a report speaks of."""

    driver: str
    company: str
    origin: str
    revision: str

    @classmethod
    def of(cls, observation: Observation) -> Self:
        """The portal that was observed."""
        return cls(observation.driver, observation.company, observation.origin, observation.revision)


@dataclass(frozen=True, slots=True)
class Report:
    """One command's result.

    ``exit`` is the exit code, ``closing`` the last sentence (with counts), ``notes`` further sentences.
    ``places`` tells for a change's address and path where its value was written (``file:line:column``).
    ``personal`` are the paths of fields about people, ``people`` folders in which files are named after them.
    ``followers`` are, by what is renamed, those who refer to it and say so by the new name without an order.
    ``receipts`` are what apply did, by reference; ``digest`` the plan's. ``rules`` are, by id, the rules that the
    report names: what they say in general stands in for sentences with personal data.
    ``positions`` are what lies in the cart; of a plan, what is others' and left alone. ``cost`` is None where there
    is no price book, or no plan. ``unordered`` and ``ordered`` are what is not active although no order is due for it
    any more: it waits for ``order``, or for its day. ``manual`` is left to a person. ``selection`` is what was chosen
    where there is no plan that says it. ``notes`` and ``closing``
    name people by address only; the notes of orders hold no personal data.
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
    unordered: Unordered | None = None
    ordered: Ordered | None = None
    indirect: Mapping[Address, tuple[Address, ...]] = field(default_factory=dict)
    followers: Mapping[Address, tuple[Address, ...]] = field(default_factory=dict)
    emergency: tuple[Touched, ...] = ()
    numbers: tuple[Handover, ...] = ()
    blocking: tuple[Blocking, ...] = ()
    gaps: tuple[Gap, ...] = ()
    manual: tuple[Chore, ...] = ()
    places: Mapping[tuple[Address, str], str] = field(default_factory=dict)
    personal: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    receipts: tuple[Receipt, ...] = ()
    positions: tuple[Position, ...] = ()
    pending: tuple[Pending, ...] = ()
    terms: tuple[MinimumTerm, ...] = ()
    selection: Selection = EVERYTHING
    notes: tuple[Text, ...] = ()
    closing: Text = NOTHING
    documents: int = 0
    rules: Mapping[str, Rule] = field(default_factory=dict)
