"""The table of orders, continued: what takes effect at once."""

from typing import Any

from reconciler.model.order import Order
from tests.portal.company import sent
from tests.portal.orders import ANNA, NORA, PAUL, RITA, Case, update
from tests.portal.town import LOGIN, MOBILE, new, numbered, seat


def profile(*outgoing: Any, **more: Any) -> Order:
    """A new blocking profile."""
    return sent("create", "blockingprofile/new", {"outgoing": list(outgoing)} | more)


def group(*departments: Any, **more: Any) -> Order:
    """Other departments for Bonn."""
    return sent("update", "group/bonn", {"departments": list(departments)} | more)


SALES, IDLE = {"name": "sales"}, {"name": "idle"}

DIRECT: list[Case] = [
    ("", update(ANNA, language="de")),
    ("", update(ANNA, login=LOGIN)),
    ("", update(RITA, timeZone="Europe/Vienna")),
    ("", update(ANNA, department=None)),
    ("", profile("+49900", "118", description="x")),
    ("", group(SALES, IDLE, {"name": "new"})),
    ("", sent("create", "template/new", {"packages": ["fax"]})),
    ("", sent("remove", "template/standard")),
    ("", sent("remove", "blockingprofile/strict")),
    ("", update("numberblock/bonn", extendedBy=1)),
    ("", sent("update", "group/bonn", {"metadata.name": "honnef"})),
    ("", group(SALES)),
    ("PKG-12", sent("create", "template/new", {"packages": ["teleporter"]})),
    ("PKG-12", update("template/standard", packages=["teleporter"])),
    ("PKG-12", sent("create", "template/new", {"packages": ["call-analytics-basic"]})),
    ("FORM-10", update("template/standard", packages=["fax", "fax"])),
    ("E6", profile("110")),
    ("E6", profile("112")),
    ("FORM-4", profile("11")),
    ("E6", profile("+49")),
    ("E6", profile("+49112")),
    ("E6", update("blockingprofile/strict", outgoing=["+49900", "110"])),
    ("FORM-10", profile("+49900", "+49900")),
    ("FORM-10", profile("+49900", "0900")),
    ("FORM-4", profile("premium")),
    ("BLOCK-5", sent("create", "blockingprofile/system")),
    ("BLOCK-5", sent("update", "blockingprofile/strict", {"metadata.name": "system"})),
    ("FORM-10", group(SALES, IDLE, {"name": "sales", "callerId": "suppressed"})),
    ("FORM-10", sent("create", "group/ulm", {"departments": [SALES, SALES]})),
    ("FORM-2", group({"name": ""}, SALES)),
    ("DEPT-1", group(IDLE)),
    ("GROUP-4", update("group/koeln", extensionCode="1120")),
    ("GROUP-4", update("group/koeln", extensionCode="2O")),
    ("DEPT-1", sent("update", "group/bonn", {"departments.sales.name": "idle"})),
    ("TZ-1", update("group/koeln", timeZone="Mars")),
    ("REF-1", sent("create", "group/koeln")),
    ("FORM-9", sent("create", "group/")),
    ("FORM-9", sent("create", "group/ ")),
    ("FORM-9", sent("create", "group/a\u202eb")),
    ("FORM-9", sent("create", "group/" + "x" * 300)),
    ("FORM-9", sent("create", "group/a/b")),
    ("REF-1", sent("remove", "group/bonn")),
    ("REF-1", sent("remove", "group/ulm")),
    ("FACT-1", sent("remove", "numberblock/bonn")),
    ("GROUP-2", update(ANNA, group="koeln")),
    ("CART-2", update(ANNA, packages=[])),
    ("CART-2", update(ANNA, mobileIntegration=MOBILE)),
    ("CART-2", sent("create", NORA, seat())),
    ("CART-2", sent("remove", PAUL)),
    ("FACT-1", sent("create", "numberblock/new", {"base": "+49228"})),
    ("FACT-1", update("company/acme", quota=1000)),
    ("FACT-1", update("numberblock/later", availableFrom="2026-01-01")),
    ("FACT-1", sent("create", "company/other")),
    ("NUM-4", update(ANNA, number__external="+49228638011")),
    ("INT-8", update(ANNA, number__internal="211")),
    ("INT-4", update(ANNA, number__internal="112")),
    ("NUM-1", update(ANNA, number__external="+492215550123")),
    ("FORM-3", update(ANNA, user__lastName=None)),
    ("AUTH-1", [update(ANNA, login=LOGIN), update(ANNA, login=None)]),
    ("AUTH-1", update(ANNA, login={"mobile": "+491711234567"})),
    ("CART-1", update(ANNA, activationDate="2026-12-24")),
    ("FORM-1", update(ANNA, protect=True)),
    ("FORM-1", update(ANNA, template="standard")),
    ("FORM-1", update(ANNA, colour="red")),
    ("FORM-1", update(ANNA, number={})),
    ("FORM-2", update(ANNA)),
    ("FORM-2", update(ANNA, devices=None, language=5)),
    ("USERNAME-5", sent("update", ANNA, {"metadata.name": "anna.neu"})),
    ("FORM-2", sent("update", "group/bonn", {"metadata.name": 5})),
    ("NUM-6", [new(numbered(external="+492215550123") | {"group": "koeln"}), update("numberblock/koeln",
         extendedBy=0)]),
    ("NUM-2", update("numberblock/koeln", extendedBy=9)),
    ("FORM-2", update("numberblock/koeln", extendedBy=-1)),
    ("FORM-2", update("numberblock/koeln", extendedBy=True)),
    ("REF-1", update("company/acme", defaultGroup="ulm")),
    ("BLOCK-1", update("company/acme", defaultBlockingProfile="gone")),
    ("FORM-7", sent("update", "catalog/extra", {"packages": ["x"]})),
]
"""What takes effect at once."""
