"""The table of orders, continued: what is no order, or pretends to be another."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from reconciler.model.address import Address
from reconciler.model.order import Order
from tests.portal.company import sent
from tests.portal.orders import ANNA, BERT, NORA, PAUL, Case, cancel, update
from tests.portal.town import DAY, new, numbered, seat

CYCLE: list[Any] = []
CYCLE.append(CYCLE)
DEEP: Any = "x"
for _ in range(100):
    DEEP = [DEEP]

NO_NAME: Any = None
NO_KIND: Any = []
ESCAPED: dict[str, Any] = {"a\x1b[2J": 1}


def forged(**untyped: Any) -> Order:
    """An activation with values that no type allows."""
    return replace(new(), **untyped)


GROUP = {"displayName": "Ulm"}
HOSTILE: list[Case] = [
    ("FORM-7", sent("create", "planet/mars")),
    ("FORM-7", sent("create", "defaults/x")),
    ("FORM-7", sent("create", "workspace/x")),
    ("FORM-7", sent("create", "pricebook/x")),
    ("FORM-7", sent("create", "/x")),
    ("FORM-2", sent("burn", PAUL)),
    ("FORM-2", sent("", PAUL)),
    ("FORM-2", replace(new(), channel="post")),
    ("FORM-2", replace(new(), channel="direct")),
    ("FORM-2", replace(update(ANNA), channel="cart")),
    ("FORM-2", forged(channel=["cart"])),
    ("FORM-2", forged(verb=None)),
    ("FORM-2", forged(verb={"activate"})),
    ("FORM-2", forged(item=5)),
    ("FORM-2", forged(target=None)),
    ("FORM-2", forged(address="workplace/nora.neu")),
    ("FORM-2", forged(address=None)),
    ("FORM-2", forged(address=Address("workplace", NO_NAME))),
    ("FORM-2", forged(address=Address(NO_KIND, "x"))),
    ("FORM-2", forged(body=None)),
    ("FORM-2", forged(body=[])),
    ("FORM-2", forged(body="body")),
    ("FORM-2", forged(body=5)),
    ("FORM-2", new({"group": {"bonn"}})),
    ("FORM-2", new(seat(user=None, x={1, 2}))),
    ("FORM-2", new({5: "x"})),
    ("FORM-2", new({None: None})),
    ("FORM-2", new(seat(group=5))),
    ("FORM-2", new(seat(group=["bonn"]))),
    ("FORM-2", new(seat(group=b"bonn"))),
    ("FORM-2", new(seat(group=DAY))),
    ("FORM-2", new(seat(user=["Nora", "Neu"]))),
    ("FORM-2", new(seat(number="+49228638020"))),
    ("FORM-2", new(numbered(external=49228638020))),
    ("FORM-2", new(numbered(internal=220))),
    ("FORM-2", new(numbered(external=None))),
    ("FORM-2", new(seat(packages="fax"))),
    ("FORM-2", new(seat(packages={"fax": True}))),
    ("FORM-2", new(seat(packages=[None]))),
    ("FORM-2", new(seat(packages=[["fax"]]))),
    ("FORM-2", new(seat(user={"firstName": 1.5}))),
    ("FORM-2", new(seat(user={"firstName": float("nan")}))),
    ("FORM-2", new(seat(user={"firstName": 10**5000}))),
    ("FORM-2", new(seat(user={"firstName": "x" * 100_000}))),
    ("FORM-2", new(seat(devices=[{"profile": "x"}] * 20_000))),
    ("FORM-2", new({"x": CYCLE})),
    ("FORM-2", new({"x": DEEP})),
    ("FORM-1", new(seat(colour="red"))),
    ("FORM-1", new(seat(spec=seat()))),
    ("FORM-6", new(seat(user={"firstName": "A\x00", "lastName": "B"}))),
    ("FORM-6", new(seat(user={"firstName": "A\u202e", "lastName": "B"}))),
    ("FORM-6", new(seat(user={"firstName": "A\ud800", "lastName": "B"}))),
    ("FORM-6", new(seat(**ESCAPED))),
    ("FORM-9", new(name="nora\x00neu")),
    ("FORM-9", new(name="")),
    ("FORM-5", new(activation_date="2026-12-24")),
    ("FORM-5", new(activation_date=20261224)),
    ("FORM-5", new(activation_date=datetime(2026, 12, 24, tzinfo=UTC))),
    ("FORM-5", new(activation_date=date.max)),
    ("FORM-5", new(activation_date=date.min)),
    ("FORM-1", sent("delete", PAUL, {"force": True})),
    ("FORM-1", sent("delete", PAUL, None, "fax")),
    ("FORM-1", new(target="o1-1")),
    ("FORM-1", new(item="fax")),
    ("FORM-1", sent("remove", "group/koeln", {"force": True})),
    ("FORM-1", replace(cancel("assistant", ANNA), body={"value": 1})),
    ("CART-4", [new(), replace(new(numbered(internal="221")), ref="o1-1")]),
    ("CART-4", [new(), sent("delete", PAUL, ref="o1-1")]),
    ("CART-4", [new(), sent("withdraw", NORA, ref="o1-1", target="o1-1")]),
    ("CART-4", [update(ANNA, language="de"), replace(update(BERT, language="de"), ref="o1-1")]),
    ("FORM-2", new(ref="x" * 300)),
    ("FORM-2", new(ref="o1-\n\x1b[31m")),
    ("FORM-2", sent("create", "group/ulm", GROUP | {"departments": "sales"})),
    ("FORM-2", sent("create", "group/ulm", {"departments": [["sales"]]})),
    ("FORM-2", sent("create", "group/ulm", {"departments": {"name": "x"}})),
    ("FORM-4", sent("create", "group/ulm", {"callerId": "nobody"})),
    ("FORM-2", sent("update", "group/bonn", {"departments.sales.name": {"x": 1}})),
    ("FORM-2", sent("update", "group/bonn", {"departments.sales.name": None})),
    ("FORM-1", sent("update", "group/bonn", {"departments..name": "x"})),
    ("FORM-1", sent("update", "group/bonn", {"": 1})),
    ("FORM-1", sent("update", "group/bonn", {"departments.sales.callerId": "suppressed"})),
]
"""What is no order, or pretends to be another."""
