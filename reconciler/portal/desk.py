"""The desk at which orders are checked: the books of one transaction and what is known beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from reconciler.model.address import Address
from reconciler.model.booking import due
from reconciler.model.kind import Kind
from reconciler.model.marks import Cart
from reconciler.model.message import Message, Said
from reconciler.model.order import Order
from reconciler.model.position import Position
from reconciler.model.references import claims
from reconciler.model.resource import Life, Resource, State
from reconciler.model.rule import Facts, Rule
from reconciler.portal import refusals as say
from reconciler.portal.bodies import fitting, readable
from reconciler.portal.books.protocol import LIVE, Books, Deed, Meta


@dataclass
class Desk:
    """One transaction.

    ``facts`` hold the settings and the day: all resources that others may refer to, which are those of the kinds
    that are not ordered. ``rules`` are those that the portal itself checks. ``resettled`` tells whether a setting
    has changed. ``deeds`` are what was done, for the audit.
    """

    books: Books
    kinds: Mapping[str, Kind]
    rules: tuple[Rule, ...]
    meta: Meta
    facts: Facts
    ours: bool = True
    resettled: bool = False
    deeds: list[Deed] = field(default_factory=list)
    _fitted: tuple[Order, Any] | None = None

    @property
    def settings(self) -> State:
        """All settings as they are now."""
        return self.facts.after

    def turn_to(self, day: date) -> None:
        """From now on it is this day."""
        self.meta = self.meta._replace(today=day)
        self.facts = Facts(after=self.settings, today=day)

    def facts_with(self, resource: Resource) -> Facts:
        """The facts, with a setting as it is to be; a workplace is none."""
        if self.kind(resource.address).mark(Cart):
            return self.facts
        return Facts(after=self.settings.but((resource,)), today=self.meta.today)

    def kind(self, address: Address) -> Kind:
        """The kind of an address that is known to be of one."""
        return self.kinds[address.kind]

    def body(self, order: Order) -> Any | None:
        """The body that the values of an order make, read once; None if they have not the form of its kind."""
        if self._fitted is None or self._fitted[0] is not order:
            self._fitted = order, fitting(self.kind(order.address), order.body)
        return self._fitted[1]

    def put(self, resource: Resource) -> None:
        """Keep a resource as the portal tells it, with the unique values that it holds."""
        kept = replace(resource, body=readable(resource.body))
        self.books.put((kept,))
        self.hold(kept.address, kept.body)
        self._settle(kept.address, (kept,))

    def drop(self, address: Address) -> None:
        """Forget a resource and release its unique values."""
        self.books.drop(address)
        self.books.claim({address: ()})
        self._settle(address)

    def hold(self, address: Address, body: object) -> None:
        """The address holds the unique values of ``body`` and no others."""
        self.books.claim({address: claims(self.kind(address), body)})

    def open_positions(self, address: Address) -> tuple[Position, ...]:
        """What is ordered or lies in the cart for an address."""
        return self.books.positions(LIVE, address)

    def queue(self, order: Order, body: Mapping[str, object]) -> None:
        """Put an order into the cart as a position with its reference."""
        self.books.set_position(Position(str(order.ref), order.address, order.verb, order.item, body,
                                         order.activation_date, ours=self.ours, queued_on=self.meta.today))

    def note(self, action: str, about: Order | Position | None = None) -> None:
        """Keep in mind for the audit that somebody did something today."""
        self.deeds.append(Deed(action, self.meta.today, about))

    def standing(self, address: Address) -> Said:
        """How things are with an address, and until when: for the second half of a sentence."""
        opened = {position.verb: position for position in self.open_positions(address)}
        for verb in ("delete", "activate"):
            if verb in opened:
                return told(opened[verb], self.meta.today)
        resource = self.books.resource(address)
        life = (resource and resource.life) or Life()
        return say.ACTIVE if life.state == "active" else say.INACTIVE

    def _settle(self, address: Address, resources: Iterable[Resource] = ()) -> None:
        if not self.kind(address).mark(Cart):
            self.facts = Facts(after=self.settings.but(resources, without=(address,)), today=self.meta.today)
            self.resettled = True


def told(position: Position, today: date) -> Said:
    """How things are with an open position, and until when."""
    leaving = position.verb == "delete"
    if position.state == "in-cart":
        return say.LEAVING_CART if leaving else say.IN_CART
    return Message(say.LEAVING if leaving else say.ORDERED, {"until": due(position, today)})
