"""A company under all rules of the portal, and short ways to write down orders for it; for the table of orders."""

from datetime import date
from typing import Any

from reconciler.model.order import Order
from reconciler.model.resource import Life, Resource
from tests.portal.company import LONG_AGO, YOUNG, held, sent, workplace

DAY = date(2026, 12, 1)
LOGIN = {"email": "n.neu@acme.example", "mobile": "+491711234567"}
MOBILE = {"type": "magentaeins", "mobile": "+491711234567", "customerAccount": "4711"}
CLIENT = [{"profile": "mobile-client"}]


def seat(extension: str = "20", own: str = "220", **more: Any) -> dict[str, Any]:
    """The body of a workplace in Bonn, with another value for each key that is named."""
    nora = {"user": {"firstName": "Nora", "lastName": "Neu"}, "login": LOGIN}
    return workplace(extension, own, **(nora | more))


def numbered(**number: Any) -> dict[str, Any]:
    """The body of a workplace whose number is written otherwise."""
    return seat(number={"external": "+49228638020", "internal": "220"} | number)


def new(body: Any = None, name: str = "nora.neu", **more: Any) -> Order:
    """The activation of a workplace."""
    return sent("activate", f"workplace/{name}", seat() if body is None else body, **more)


def town() -> list[Resource]:
    """What the portal has: a contract for eight workplaces, two of whom have the assistant package."""
    block = {"first": "00", "last": "99", "group": "bonn"}
    basic = {"call-analytics-basic": LONG_AGO}
    facts = {"generation": "2.0", "contract": "line", "quota": 8, "lines": [{"name": "main"}], "packages": [*basic]}
    pair = {"assistant": LONG_AGO}
    return [
        held("company/acme", facts, Life(booked=basic)),
        held("catalog/extra", {"packages": ["fax"]}),
        held("numberblock/bonn", block | {"base": "+492286380"}),
        held("numberblock/later", block | {"base": "+492286390", "availableFrom": "2027-01-01"}),
        held("numberblock/koeln", block | {"base": "+492215550", "group": "koeln", "extendedBy": 1}),
        held("blockingprofile/strict", {"outgoing": ["+49900"]}),
        held("group/bonn", {"departments": [{"name": "sales"}, {"name": "idle"}]}),
        held("group/koeln"),
        held("template/standard", {"group": "bonn"}),
        held("workplace/anna.alt", workplace("10", "210", packages=[*pair], department="sales"),
                 Life(began=LONG_AGO, booked=pair)),
        held("workplace/bert.alt", workplace("11", "211", packages=[*pair]), Life(began=LONG_AGO, booked=pair)),
        held("workplace/jana.jung", workplace("12", "212", packages=["conference-plus"]),
                 Life(began=YOUNG, booked={"conference-plus": YOUNG})),
        held("workplace/paul.plan", workplace("14", "214"), Life(began=LONG_AGO)),
        held("workplace/rita.ruhe", workplace("13", "213"), Life("inactive", LONG_AGO)),
    ]
