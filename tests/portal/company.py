"""A small company for the portal's tests, and short ways to open a portal with it and to send orders."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.finding import Breach, Severity
from reconciler.model.order import Order, Receipt
from reconciler.model.resource import Life, Resource
from reconciler.model.rule import Rule
from reconciler.model.text import NOTHING, Text
from reconciler.portal.memory import MemoryStore
from reconciler.portal.protocol import Store
from reconciler.portal.service import Service
from reconciler.portal.store import SqlStore

TODAY = date(2026, 11, 22)
KINDS = all_kinds()
BLOCK = {"base": "+492286380", "first": "00", "last": "99", "group": "bonn"}


def resource(address: str, spec: dict[str, Any] | None = None, life: Life | None = None) -> Resource:
    """A resource from plain values."""
    found = Address.parse(address)
    return Resource(found, KINDS[found.kind].read(spec or {}), life=life or Life())


def workplace(number: str = "", **leaves: Any) -> dict[str, Any]:
    """The spec of a workplace with the number and internal number that end in ``number``."""
    spec = {"group": "bonn", "department": "sales", "user": {"firstName": "A", "lastName": "B"}}
    chosen = {"number": {"external": f"+492286380{number}", "internal": number}} if number else {}
    return spec | chosen | leaves


def settings() -> list[Resource]:
    """Company, blocks, profile and groups."""
    return [
        resource("company/acme", {"generation": "2.0", "defaultGroup": "bonn", "packages": ["call-analytics-basic"]},
                 Life(booked={"call-analytics-basic": date(2026, 1, 1)})),
        resource("numberblock/old", BLOCK),
        resource("numberblock/new", BLOCK | {"base": "+492286390", "availableFrom": date(2027, 1, 1)}),
        resource("numberblock/long", BLOCK | {"base": "+492286370", "first": "0", "last": "9", "extendedBy": "1"}),
        resource("blockingprofile/strict", {"outgoing": ["+49900"]}),
        resource("group/bonn", {"departments": [{"name": "sales"}, {"name": "idle"}], "blockingProfile": "strict"}),
        resource("group/koeln"),
    ]


def workplaces() -> list[Resource]:
    """An old one, a young one with a young package and a telephone, one on an extended number, a sleeping one."""
    old, young = date(2026, 1, 1), date(2026, 11, 10)
    mobile = {"type": "magentaeins", "mobile": "+491701234567"}
    return [
        resource("workplace/old.one", workplace("10", packages=["assistant", "call-analytics"]),
                 Life(began=old, booked={"assistant": date(2026, 11, 1), "call-analytics": old})),
        resource("workplace/young.one", workplace("111", mobileIntegration=mobile)
                 | {"number": {"external": "+49228638011", "internal": "111"}},
                 Life(began=young, booked={"mobileIntegration": young})),
        resource("workplace/long.one", {"group": "bonn", "number": {"external": "+4922863701234"[:13], "internal": "12"}},
                 Life(began=old)),
        resource("workplace/sleeping", workplace("13"), Life("inactive", old)),
    ]


def refuse_short_codes() -> Rule:
    """A rule of our own: the internal number 99 is refused by the portal."""

    def each(found: Resource, facts: object) -> list[Breach]:
        del facts
        return [Breach("OWN-1", found.address)] if found.body.number.internal == "99" else []

    return Rule("OWN-1", Severity.ERROR, NOTHING, Text("nein", "no"), NOTHING, NOTHING, NOTHING, each=each, portal=True)


@dataclass
class Till:
    """A portal with the lease taken: sends orders with fresh references."""

    service: Service
    token: int = 0
    sent: int = 0
    clock: list[float] = field(default_factory=lambda: [0.0])

    def send(self, verb: str, address: str, body: dict[str, Any] | None = None, **more: Any) -> Receipt:
        """Send one order; the channel follows from the verb."""
        self.sent += 1
        channel = "direct" if verb in ("create", "update", "remove") else "cart"
        order = Order(f"r{self.sent:04d}", channel, verb, Address.parse(address), body=body or {})
        return self.service.execute(replace(order, **more), self.token)

    def buy(self, verb: str, address: str, body: dict[str, Any] | None = None, **more: Any) -> str:
        """Send one order that is accepted, and order it; gives its reference."""
        receipt = self.send(verb, address, body, **more)
        assert receipt.outcome == "done", receipt
        assert self.service.submit([receipt.ref], self.token).outcome == "done"
        return receipt.ref


def opened(store: Store, *, ours: bool = True) -> Till:
    """A portal with the small company, its lease taken."""
    till = Till(Service(store, KINDS, ()), 0) if False else _till(store, ours=ours)
    till.service.load("acme", "test", TODAY, [*settings(), *workplaces()])
    return till


def _till(store: Store, *, ours: bool) -> Till:
    clock = [1000.0]
    service = Service(store, KINDS, (refuse_short_codes(),), lambda: clock[0], ours=ours)
    return Till(service, service.acquire("tests"), clock=clock)


def make_store(name: str, folder: Path) -> Store:
    """An empty store of either sort."""
    return MemoryStore() if name == "memory" else SqlStore(folder / "portal.db", KINDS, create=True)
