"""Orders that go straight to the portal's service, good and bad: the rule that refuses each, or "" where none does.

One case a line: the rule, and the order; or what was sent before it, which is taken. Orders have the references o1-1,
o1-2 … in the order of sending. ``BUY`` orders all that lies in the cart then.
"""

from datetime import date
from typing import Any

from reconciler.model.order import Order
from tests.portal.company import sent
from tests.portal.town import CLIENT, LOGIN, MOBILE, new, numbered, seat

BUY = "buy"
Case = tuple[str, Order | str | list[Order | str]]

PEOPLE = ("anna.alt", "bert.alt", "jana.jung", "paul.plan", "rita.ruhe")
ANNA, BERT, JANA, PAUL, RITA = (f"workplace/{name}" for name in PEOPLE)
NORA = "workplace/nora.neu"

def book(item: str, whom: str = PAUL, body: Any = None) -> Order:
    """The booking of an item."""
    return sent("book", whom, body, item)


def cancel(item: str, whom: str = PAUL) -> Order:
    """The end of an item."""
    return sent("cancel", whom, None, item)


def update(address: str, **leaves: Any) -> Order:
    """Other values for leaves; two underscores stand for a dot."""
    return sent("update", address, {path.replace("__", "."): value for path, value in leaves.items()})


ACTIVATE: list[Case] = [
    ("", new()),
    ("", new(seat(packages=["conference-plus", "call-analytics"]))),
    ("", new(seat(packages=["fax"]))),
    ("", new(seat(devices=[{"profile": "polycom-vvx-501"}] * 2))),
    ("", new(activation_date=date(2026, 12, 24))),
    ("", new(seat(activationDate="2026-12-24"), activation_date=date(2026, 12, 24))),
    ("", new(seat(number={"external": "0228 6380-20", "internal": "220"}))),
    ("", new(seat(blockingProfile="system"))),
    ("", new(seat(group="koeln", number={"external": "+492215550123", "internal": "220"}))),
    ("", new(seat(mobileIntegration=MOBILE, devices=CLIENT))),
    ("", new(numbered(nomadicUse={"restrictedTo": "main"}))),
    ("USERNAME-1", new(name="abc")),
    ("USERNAME-2", new(name="nöra.neu")),
    ("USERNAME-2", new(name="Nora.Neu")),
    ("USERNAME-3", new(name="nora..neu")),
    ("USERNAME-4", new(name=".nora.neu")),
    ("USERNAME-4", new(name="nora.neu-")),
    ("USERNAME-6", new(name="anna.alt")),
    ("USERNAME-6", [new(), new(numbered(internal="221"))]),
    ("AUTH-1", new(seat(login={}))),
    ("AUTH-1", new(seat(login={"mobile": "+491711234567"}))),
    ("AUTH-2", new(seat(login={"email": "a@acme.example"}))),
    ("AUTH-2", new(seat(login=LOGIN | {"withoutMobile": True}))),
    ("MAIL-1", new(seat(login=LOGIN | {"email": "nora"}))),
    ("FORM-4", new(seat(login=LOGIN | {"mobile": "0171 (0) 1"}))),
    ("FORM-3", new(seat(user={"firstName": "Nora"}))),
    ("FORM-3", new(seat(user={}))),
    ("FORM-3", new({})),
    ("FORM-3", new(seat(number={"internal": "220"}))),
    ("FORM-3", new(numbered(external="auto"))),
    ("FORM-3", new(numbered(internal="auto"))),
    ("LANG-1", new(seat(language="fr"))),
    ("TZ-1", new(seat(timeZone="Mars"))),
    ("REF-1", new(seat(group="ulm"))),
    ("DEPT-1", new(seat(department="nobody"))),
    ("DEPT-1", new(seat(group=None, department="sales"))),
    ("BLOCK-1", new(seat(blockingProfile="gone"))),
    ("LINE-1", new(numbered(nomadicUse={"restrictedTo": "other"}))),
    ("NUM-1", new(numbered(external="+4930123456"))),
    ("NUM-1", new(numbered(external="+49221555012"))),
    ("NUM-1", new(numbered(external="+492286380200"))),
    ("NUM-1", new(numbered(external="+4922863802000000"))),
    ("NUM-3", new(numbered(external="+49228639020"))),
    ("NUM-4", new(numbered(external="+49228638010"))),
    ("NUM-4", [new(), new(numbered(internal="221"), name="otto.neu")]),
    ("INT-1", new(numbered(internal="2"))),
    ("INT-1", new(numbered(internal="2201234"))),
    ("INT-1", new(numbered(internal="22a"))),
    ("INT-2", new(numbered(internal="770"))),
    ("INT-3", new(numbered(internal="11833"))),
    ("INT-4", new(numbered(internal="1123"))),
    ("INT-5", new(seat(own="911", mobileIntegration=MOBILE, devices=CLIENT))),
    ("INT-6", new(seat(own="22", mobileIntegration=MOBILE, devices=CLIENT))),
    ("INT-7", new(seat(own="022", mobileIntegration=MOBILE, devices=CLIENT))),
    ("INT-8", new(numbered(internal="210"))),
    ("MOB-1", new(seat(mobileIntegration={"type": "magentaeins"}))),
    ("MOB-1", new(seat(mobileIntegration=MOBILE | {"mobile": "+4922812345"}))),
    ("MOB-1", new(seat(mobileIntegration=MOBILE | {"mobile": "+41791234567"}))),
    ("FORM-2", new(seat(mobileIntegration=MOBILE | {"customerAccount": "abc"}))),
    ("FORM-2", new(seat(mobileIntegration=MOBILE | {"customerAccount": ""}))),
    ("FORM-2", new(seat(mobileIntegration=MOBILE | {"type": "esim"}))),
    ("FORM-2", new(seat(mobileIntegration=[MOBILE, MOBILE]))),
    ("PKG-12", new(seat(packages=["teleporter"]))),
    ("PKG-12", new(seat(packages=["call-analytics-basic"]))),
    ("PKG-12", new(seat(packages=["packages"]))),
    ("PKG-11", new(seat(packages=["conference"]))),
    ("PKG-8", new(seat(packages=["cti-tapi"]))),
    ("FORM-10", new(seat(packages=["fax", "fax"]))),
    ("DEV-1", new(seat(devices=[{"profile": "polycom-vvx-501"}] * 7))),
    ("DEV-3", new(seat(devices=[{"profile": "desktop-client-sfb"}]))),
    ("DEV-7", new(seat(devices=[{"profile": "leader"}]))),
    ("FORM-2", new(seat(devices=[{"profile": ""}]))),
    ("FORM-2", new(seat(devices=["polycom-vvx-501"]))),
    ("FORM-2", new(seat(devices={"profile": "polycom-vvx-501"}))),
    ("CART-1", new(activation_date=date(2026, 11, 30))),
    ("FORM-5", new(seat(activationDate="2026-13-01"))),
    ("FORM-5", new(seat(activationDate="tomorrow"))),
    ("CART-1", sent("activate", "group/ulm")),
    ("CART-1", sent("activate", "company/acme")),
    ("CART-1", new(seat(activationDate="2026-12-24"))),
    ("", new(seat(activationDate="2026-12-24"), activation_date=date(2026, 12, 25))),
]
"""What is set up anew."""

CART: list[Case] = [
    ("", book("conference-plus")),
    ("", book("call-analytics")),
    ("", book("fax")),
    ("", [book("assistant"), BUY]),
    ("", book("mobileIntegration", body={"value": MOBILE})),
    ("", cancel("assistant", ANNA)),
    ("", sent("delete", PAUL)),
    ("", [new(), sent("withdraw", NORA, target="o1-1")]),
    ("", [new(), sent("change", NORA, numbered(internal="221"), target="o1-1")]),
    ("", [sent("delete", PAUL), BUY]),
    ("", [cancel("assistant", ANNA), cancel("assistant", BERT), BUY]),
    ("", [cancel("assistant", ANNA), BUY]),
    ("", [new(seat(packages=["assistant"])), BUY]),
    ("PKG-12", book("teleporter")),
    ("PKG-12", book("devices")),
    ("FORM-2", book("packages")),
    ("PKG-12", book("language")),
    ("PKG-12", book("number.external")),
    ("PKG-12", book("call-analytics-basic")),
    ("PKG-12", book("")),
    ("PKG-12", book("assistant", "company/acme")),
    ("CART-1", book("call-analytics-basic", "company/acme")),
    ("PKG-11", book("conference")),
    ("PKG-8", book("cti-tapi")),
    ("CART-1", book("assistant", ANNA)),
    ("CART-1", [book("fax"), book("fax")]),
    ("ACTIVE", book("fax", RITA)),
    ("REF-1", book("fax", "workplace/nobody")),
    ("ACTIVE", [new(), book("fax", NORA)]),
    ("FORM-2", book("fax", "group/bonn")),
    ("FORM-2", book("mobileIntegration")),
    ("MOB-1", book("mobileIntegration", body={"value": {"type": "magentaeins"}})),
    ("FORM-1", book("fax", body={"value": "x"})),
    ("MOB-1", book("mobileIntegration", body={"value": MOBILE | {"mobile": "+49228123456"}})),
    ("FORM-1", book("mobileIntegration", body={"value": MOBILE, "price": "0"})),
    ("FORM-2", book("mobileIntegration", body={"value": "x"})),
    ("CART-1", cancel("fax")),
    ("TERM-2", cancel("conference-plus", JANA)),
    ("CART-1", cancel("devices", ANNA)),
    ("CART-1", [cancel("assistant", ANNA), cancel("assistant", ANNA)]),
    ("REF-1", cancel("fax", "workplace/nobody")),
    ("TERM-1", sent("delete", JANA)),
    ("CART-1", [sent("delete", PAUL), sent("delete", PAUL)]),
    ("ACTIVE", [new(), sent("delete", NORA)]),
    ("REF-1", sent("delete", "workplace/nobody")),
    ("CART-1", sent("delete", "group/koeln")),
    ("CART-1", sent("delete", "company/acme")),
    ("CART-1", sent("withdraw", NORA, target="o1-99")),
    ("CART-1", sent("withdraw", NORA)),
    ("CART-1", sent("change", NORA, seat())),
    ("CART-1", [new(), sent("withdraw", PAUL, target="o1-1")]),
    ("CART-1", [new(), BUY, sent("withdraw", NORA, target="o1-1")]),
    ("CART-1", [new(), BUY, sent("change", NORA, seat(), target="o1-1")]),
    ("NUM-4", [new(), sent("change", NORA, numbered(external="+49228638010"), target="o1-1")]),
    ("PKG-12", [new(), sent("change", NORA, seat(packages=["teleporter"]), target="o1-1")]),
    ("CART-1", [sent("delete", PAUL), sent("change", PAUL, seat(), target="o1-1")]),
    ("PKG-1", [cancel("assistant", ANNA), cancel("assistant", BERT), BUY, book("assistant"), BUY]),
    ("QUOTA-1", [*(new(seat(f"3{n}", f"23{n}"), name=f"nora.neu{n}") for n in range(4)), BUY]),
    ("", [*(new(seat(f"3{n}", f"23{n}"), name=f"nora.neu{n}") for n in range(3)), BUY]),
    ("", [*(new(seat(f"3{n}", f"23{n}"), name=f"nora.neu{n}") for n in range(4)), sent("delete", PAUL), BUY]),
]
"""What goes through the cart, of what is there already."""
