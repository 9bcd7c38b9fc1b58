"""The meaning of a yes: what orders bind, end and send, and what lies in the cart beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from typing import Any, Literal, NamedTuple

from reconciler.model.address import Address
from reconciler.model.consequences import Binding, Chore, Gap
from reconciler.model.cost import Cost, Sums
from reconciler.model.noun import noun
from reconciler.model.order import Order
from reconciler.model.plan import Known, Plan
from reconciler.model.position import Position

PAID = frozenset({"activate", "book"})
"""The verbs for which somebody pays."""

ENDING = frozenset({"delete", "cancel", "remove"})
"""The verbs that end something."""


@noun
class Commitments:
    """What is bound: so many new workplaces, and the mails and SMS that go out.

    ``packages`` counts packages and mobile integrations, those of new workplaces too. ``until`` is the day on which
    the last of all that can be ended; ``binds`` tells by day.
    """

    workplaces: int = 0
    until: date | None = None
    mails: int = 0
    sms: int = 0
    packages: int = 0
    binds: tuple[Binding, ...] = ()


Next = Literal["order", "apply", "plan"]
"""Of what lies in the cart: it can be ordered, what is due must be sent before, or something must be mended first."""


@noun
class Unordered:
    """What of ours lies in the cart and was not bought: so many positions, the first one since that day.

    ``monthly``, in ``currency``, leads from what is paid or ordered to when these are too (None without a price book);
    ``commitments`` are what they bind and send out once they are ordered. ``next`` is the command that comes next;
    where that is ``apply``, it takes ``withdrawn`` of them out.
    """

    count: int
    since: date | None = None
    monthly: Sums | None = None
    currency: str = ""
    commitments: Commitments = field(default_factory=Commitments)
    next: Next = "order"
    withdrawn: int = 0

    @property
    def gone(self) -> bool:
        """Whether nothing of it is left to be ordered once the due orders were sent."""
        return 0 < self.withdrawn == self.count


@noun
class Ordered:
    """So many positions are ordered and not carried out; the last of them takes effect on ``until``."""

    count: int
    until: date


class Lying(NamedTuple):
    """What is not active although no order is due for it any more: it waits for ``order``, or for its day."""

    unordered: Unordered | None = None
    ordered: Ordered | None = None


class Booking(NamedTuple):
    """An item that somebody will pay for."""

    item: str
    address: Address


class Ending(NamedTuple):
    """A resource, or one of its items, that ends; from ``day`` on, None: with the orders that are due."""

    verb: str
    address: Address
    item: str = ""
    day: date | None = None


@noun
class Meaning:
    """What a yes brings with it, whether it is said to orders or to positions.

    ``named`` are new user names, which are fixed for good; ``passwords`` the workplaces whose login changes.
    """

    commitments: Commitments = field(default_factory=Commitments)
    books: tuple[Booking, ...] = ()
    cost: Cost | None = None
    ends: tuple[Ending, ...] = ()
    gaps: tuple[Gap, ...] = ()
    named: tuple[str, ...] = ()
    passwords: tuple[Address, ...] = ()
    manual: tuple[Chore, ...] = ()

    @property
    def lost(self) -> int:
        """Of how many workplaces everything is lost."""
        return sum(end.verb == "delete" for end in self.ends)  # what costs nothing is removed

    def with_plan(self, plan: Plan) -> "Meaning":
        """The meaning of this plan's orders as well."""
        known, orders = plan.known, [o for w in plan.waves for o in w.orders]
        moved = (o.address for o in orders if o.verb == "update" and any(p.split(".")[0] == "login" for p in o.body))
        return replace(
            self, books=tuple(Booking(item, o.address) for o in orders for item in books(o, known)),
            ends=tuple(_endings(plan)), named=tuple(o.address.name for o in orders if o.verb == "activate"),
            passwords=tuple(dict.fromkeys(moved)),
        )

    def with_positions(self, positions: Iterable[Position]) -> "Meaning":
        """The meaning of these positions as well, once they are bought."""
        ends = (Ending(p.verb, p.address, p.item) for p in positions if p.open and p.verb in ENDING)
        return replace(self, ends=tuple(ends))


def _endings(plan: Plan) -> Iterator[Ending]:
    for wave in plan.waves:
        day = None if wave.orders == plan.due else wave.not_before
        yield from (Ending(o.verb, o.address, o.item, day) for o in wave.orders if o.verb in ENDING)


def booked(body: Mapping[str, Any]) -> Iterator[str]:
    """The packages and the mobile integration in the plain values of an order or a position."""
    yield from body.get("packages") or ()
    integration = body.get("mobileIntegration") or body.get("value")
    if isinstance(integration, Mapping) and "type" in integration:
        yield str(integration["type"])


def number_of(body: Mapping[str, Any]) -> str:
    """The public number in such values; empty where there is none."""
    number = (body.get("number") or {}).get("external")
    return number if isinstance(number, str) and number != "auto" else ""


def books(order: Order, known: Known) -> tuple[str, ...]:
    """What an order books, for which somebody pays: of a changed position what is new in it."""
    if order.verb == "book":
        return tuple(booked(order.body)) or (order.item,)
    if order.verb == "activate":
        return tuple(booked(order.body))
    change = known.changes.get(order.address) if order.verb == "change" else None
    if change is None:
        return ()
    before = {f.path: f.before for f in change.fields}
    return tuple(i for i in booked({f.path: f.after for f in change.fields}) if i not in set(booked(before)))
