"""A company under all rules of the portal, and short ways to write down orders for it; for the table of orders."""

from datetime import date
from typing import Any

from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.model.resource import Life, Resource
from tests.portal.company import LONG_AGO, YOUNG, resource

DAY = date(2026, 12, 1)
LOGIN = {"email": "n.neu@acme.example", "mobile": "+491711234567"}
MOBILE = {"type": "magentaeins", "mobile": "+491711234567", "customerAccount": "4711"}
CLIENT = [{"profile": "mobile-client"}]
DIRECT = ("create", "update", "remove")


def seat(extension: str = "20", own: str = "220", **more: Any) -> dict[str, Any]:
    """The body of a workplace in Bonn, with another value for each key that is named."""
    body = {"group": "bonn", "user": {"firstName": "Nora", "lastName": "Neu"}, "login": LOGIN,
            "number": {"external": f"+492286380{extension}", "internal": own}}
    return body | more


def numbered(**number: Any) -> dict[str, Any]:
    """The body of a workplace whose number is written otherwise."""
    return seat(number={"external": "+49228638020", "internal": "220"} | number)


def sent(verb: str, address: str, body: Any = None, item: str = "", ref: str = "o1-test", **more: Any) -> Order:
    """One order; the channel follows from the verb."""
    channel = "direct" if verb in DIRECT else "cart"
    return Order(ref, more.pop("channel", channel), verb, Address.parse(address), item, {} if body is None else body,
                 **more)


def new(body: Any = None, name: str = "nora.neu", **more: Any) -> Order:
    """The activation of a workplace."""
    return sent("activate", f"workplace/{name}", seat() if body is None else body, **more)


def town() -> list[Resource]:
    """What the portal has: a contract for eight workplaces, two of whom have the assistant package."""
    user = {"firstName": "A", "lastName": "B"}

    def at(number: str, **more: Any) -> dict[str, Any]:
        place = {"external": f"+492286380{number}", "internal": f"2{number}"}
        return {"group": "bonn", "user": user, "number": place} | more

    block = {"first": "00", "last": "99", "group": "bonn"}
    basic = {"call-analytics-basic": LONG_AGO}
    facts = {"generation": "2.0", "contract": "line", "quota": 8, "lines": [{"name": "main"}], "packages": [*basic]}
    pair = {"assistant": LONG_AGO}
    return [
        resource("company/acme", facts, Life(booked=basic)),
        resource("catalog/extra", {"packages": ["fax"]}),
        resource("numberblock/bonn", block | {"base": "+492286380"}),
        resource("numberblock/later", block | {"base": "+492286390", "availableFrom": "2027-01-01"}),
        resource("numberblock/koeln", block | {"base": "+492215550", "group": "koeln", "extendedBy": 1}),
        resource("blockingprofile/strict", {"outgoing": ["+49900"]}),
        resource("group/bonn", {"departments": [{"name": "sales"}, {"name": "idle"}]}),
        resource("group/koeln"),
        resource("template/standard", {"group": "bonn"}),
        resource("workplace/anna.alt", at("10", packages=[*pair], department="sales"),
                 Life(began=LONG_AGO, booked=pair)),
        resource("workplace/bert.alt", at("11", packages=[*pair]), Life(began=LONG_AGO, booked=pair)),
        resource("workplace/jana.jung", at("12", packages=["conference-plus"]),
                 Life(began=YOUNG, booked={"conference-plus": YOUNG})),
        resource("workplace/paul.plan", at("14"), Life(began=LONG_AGO)),
        resource("workplace/rita.ruhe", at("13"), Life("inactive", LONG_AGO)),
    ]
