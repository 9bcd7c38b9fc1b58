"""A small company for the portal's tests, and short ways to open a portal with it and to send orders."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reconciler.model.address import Address
from reconciler.model.finding import Breach, Severity
from reconciler.model.order import Order, Receipt
from reconciler.model.resource import Life, Resource
from reconciler.model.rule import Rule
from reconciler.model.text import NOTHING, Text
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.books.protocol import Store
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from reconciler.ports import Portal
from tests.engine.values import KINDS, resource

TODAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 23)
LONG_AGO = date(2026, 1, 1)
YOUNG = date(2026, 11, 10)
MOBILE = {"type": "magentaeins", "mobile": "+491701234567"}
DIRECT = ("create", "update", "remove")


def held(address: str, spec: dict[str, Any] | None = None, life: Life | None = None) -> Resource:
    """A resource as a portal holds it."""
    return resource(address, spec, life or Life())


def workplace(number: str, internal: str, /, **more: Any) -> dict[str, Any]:
    """The spec of a workplace in Bonn; a short number lies in the old block."""
    external = number if number.startswith("+") else f"+492286380{number}"
    user = {"firstName": "A", "lastName": "B"}
    return {"group": "bonn", "user": user, "number": {"external": external, "internal": internal}} | more


NEW = workplace("20", "20", packages=["conference-plus"], login={"email": "a@acme.example"}, protect=True)
NAME = Address("workplace", "new.one")
"""Somebody who joins, and what is wished for."""


def settings() -> list[Resource]:
    """Company, blocks, profile, groups and a template."""
    block = {"first": "00", "last": "99", "group": "bonn"}
    basic = ["call-analytics-basic"]
    return [
        held("company/acme", {"generation": "2.0", "packages": basic}, Life(booked=dict.fromkeys(basic, LONG_AGO))),
        held("numberblock/old", block | {"base": "+492286380"}),
        held("numberblock/future", block | {"base": "+492286390", "availableFrom": "2027-01-01"}),
        held("numberblock/long", block | {"base": "+492286370", "extendedBy": 1}),
        held("blockingprofile/strict", {"outgoing": ["+49900"]}),
        held("group/bonn", {"departments": [{"name": "sales"}, {"name": "idle"}], "blockingProfile": "strict"}),
        held("group/koeln"),
        held("template/standard", {"group": "bonn"}),
    ]


def workplaces() -> list[Resource]:
    """An old one with a young package, a young one, one on an extended number, a sleeping one."""
    booked = {"assistant": YOUNG, "call-analytics": LONG_AGO}
    return [
        held("workplace/old.one", workplace("10", "10", department="sales", packages=list(booked)),
                 Life(began=LONG_AGO, booked=booked)),
        held("workplace/plain.one", workplace("14", "14"), Life(began=LONG_AGO)),
        held("workplace/young.one", workplace("11", "111", mobileIntegration=MOBILE),
                 Life(began=YOUNG, booked={"mobileIntegration": YOUNG})),
        held("workplace/long.one", workplace("+492286370123", "12"), Life(began=LONG_AGO)),
        held("workplace/sleeping", workplace("13", "13"), Life("inactive", LONG_AGO)),
    ]


def own_rule() -> Rule:
    """A rule of the tests: the portal refuses the internal number 99."""

    def each(found: Resource, facts: object) -> list[Breach]:
        return [Breach("OWN-1", found.address)] if found.body.number.internal == "99" else []

    return Rule("OWN-1", Severity.ERROR, NOTHING, Text("nein", "no"), NOTHING, NOTHING, NOTHING, each=each, portal=True)


def sent(verb: str, address: str, body: Any = None, item: str = "", ref: str = "o1-test", **more: Any) -> Order:
    """One order; the channel follows from the verb."""
    channel = "direct" if verb in DIRECT else "cart"
    return Order(ref, more.pop("channel", channel), verb, Address.parse(address), item, {} if body is None else body,
                 **more)


@dataclass
class Till:
    """A portal with the lease taken: sends orders with fresh references. ``clock`` holds epoch seconds."""

    service: Service
    clock: list[float]
    token: int
    sent: int = 0

    def send(self, verb: str, address: str, body: dict[str, Any] | None = None, **more: Any) -> Receipt:
        """Send one order; the channel follows from the verb."""
        self.sent += 1
        return self.service.execute(sent(verb, address, body, **({"ref": f"r{self.sent:04d}"} | more)), self.token)

    def queue(self, verb: str, address: str, body: dict[str, Any] | None = None, **more: Any) -> str:
        """Send one order that is accepted; gives its reference."""
        receipt = self.send(verb, address, body, **more)
        assert receipt.outcome == "done", receipt
        return receipt.ref

    def buy(self, verb: str, address: str, body: dict[str, Any] | None = None, **more: Any) -> str:
        """Send one order that is accepted, and order it; gives its reference."""
        ref = self.queue(verb, address, body, **more)
        assert self.order(ref).outcome == "done"
        return ref

    def order(self, *refs: str) -> Receipt:
        """Order these positions as they lie in the cart."""
        return self.service.submit(lying(self.service, *refs), self.token)


def lying(portal: Portal, *refs: str) -> dict[str, str]:
    """What these positions hold now: what somebody approves who looks at them."""
    return {ref: next((p.digest for p in portal.positions() if p.ref == ref), "") for ref in refs}


def make_store(name: str, folder: Path) -> Store:
    """An empty store: ``memory`` or ``sql``."""
    return MemoryStore() if name == "memory" else SqlStore(folder / "portal.db", KINDS, create=True)


def opened(store: Store, *, ours: bool = True, load: bool = True) -> Till:
    """A portal over this store with its lease taken, filled with the small company."""
    clock = [1000.0]
    service = Service(store, KINDS, (own_rule(),), lambda: clock[0], ours=ours)
    if load:
        service.load("acme", "test", TODAY, [*settings(), *workplaces()])
    return Till(service, clock, service.acquire("tests"))


def seen(till: Till) -> tuple[object, ...]:
    """All that a client can see of a portal, as one comparable value."""
    found = till.service.observe()
    return found.revision, found.today, tuple(found.state), found.positions, dict(found.lives)
