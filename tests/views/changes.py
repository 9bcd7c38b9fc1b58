"""What the sample plan changes: everybody in it, their changes, the waves of orders, and what it leaves alone."""

from datetime import date

from reconciler.model import waits
from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange, ItemChange
from reconciler.model.document import Document
from reconciler.model.message import Name, sentence
from reconciler.model.order import Order, Wait
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.position import Position
from reconciler.model.resource import Layer, Resource
from reconciler.model.text import Text

TODAY = date(2026, 11, 22)
END = date(2026, 12, 31)


def field(path: str, before: object, after: object, *items: ItemChange) -> FieldChange:
    """One changed leaf, of a list with its elements."""
    return FieldChange(path, before, after, items)


def added(value: str) -> ItemChange:
    """An element that is its own name."""
    return ItemChange((("", value),), None, value)


ANNA, BERT, CLARA, DORA, EMIL = (
    Address("workplace", n) for n in ("anna.schmidt", "b.maier", "c.lang", "dora.wiesenthal", "e.koch"))
GROUP, PROFILE = Address("group", "bonn"), Address("blockingprofile", "intern")
BLOCK = Address("numberblock", "bonn-6380")
ANNA_BODY = {
    "group": "bonn", "blockingProfile": "standard",
    "user": {"firstName": "Anna", "lastName": "Schmidt", "email": "anna.schmidt@musterwerke.example"},
    "login": {"email": "anna.schmidt@musterwerke.example", "mobile": "+491701234567"},
    "number": {"external": "+492286380058", "internal": "58"},
    "devices": [{"profile": "polycom-vvx-501", "label": "Tisch"}], "packages": ["conference-plus"],
}
NORD, NORD_ANEW = ({"name": "nord", "callerId": number} for number in ("+492286380010", "+492286380020"))
SUED, LABOR = {"name": "sued"}, {"name": "labor", "callerId": "suppressed"}
CHANGES = (
    Change(ANNA, Action.CREATE, "not-in-portal", (
        field("group", None, "bonn"), field("user.lastName", None, "Schmidt"),
        field("number.external", None, "+492286380058"), field("number.internal", None, "58"),
        field("devices", None, [{"profile": "polycom-vvx-501", "label": "Tisch"}]))),
    Change(BERT, Action.UPDATE, "differs", (
        field("number.external", "+492286380012", "+492286380061"),
        field("packages", ["conference-plus"], ["assistant", "conference-plus"], added("assistant")),
        field("user.lastName", "Maier", "Meier-Lohmann"))),
    Change(CLARA, Action.DELETE, "not-in-manifests"),
    Change(DORA, Action.REPLACE, "fixed-field",
           (field("group", "köln", "bonn"), field("timeZone", "Europe/Berlin", "Europe/Berlin")),
           before=Resource(Address("workplace", "dora.wiese"), None),
           after=Resource(DORA, None, (Layer(Document("manifests/bonn.yaml", 1, b"", {})),))),
    Change(EMIL, Action.WITHDRAW, "not-in-manifests"),
    Change(GROUP, Action.UPDATE, "differs", (
        field("displayName", "Bonn", "Bonn Süd"),
        field("departments", [NORD, SUED], [NORD_ANEW, LABOR],
              ItemChange((("name", "labor"),), None, LABOR), ItemChange((("name", "nord"),), NORD, NORD_ANEW),
              ItemChange((("name", "sued"),), SUED, None)))),
    Change(PROFILE, Action.UPDATE, "differs", (field("outgoing", ["+49900"], ["+49180", "+49900"], added("+49180")),)),
    Change(BLOCK, Action.UPDATE, "differs", (field("group", "köln", "bonn"),)),
)
LATER = date(2026, 12, 11)
WAIT = Wait("TERM-1", LATER, sentence("Der Arbeitsplatz {name} läuft seit dem {began} und mindestens 30 Tage.",
                                      "The workplace {name} runs since {began}, and for 30 days at least.",
                                      name=Name(CLARA), began=date(2026, 11, 11)))
GONE = waits.carried_out(Address("workplace", "dora.wiese"), "delete", date(2026, 12, 12))
FIRST = Wave(TODAY, (
    Order("o1-7c0a91", "direct", "update", PROFILE, body={"outgoing": ["+49180", "+49900"]}),
    Order("o1-2b77f0", "direct", "update", GROUP, body={"displayName": "Bonn Süd"}),
    Order("o1-91d3aa", "cart", "activate", ANNA, body=ANNA_BODY, activation_date=date(2026, 12, 1), binds_until=END,
          works_from=date(2026, 12, 1)),
    Order("o1-55e1c2", "cart", "book", BERT, item="assistant", body={}, binds_until=date(2026, 12, 23)),
    Order("o1-aa0417", "direct", "update", BERT,
          body={"number.external": "+492286380099"},
          note=Text("Zwischenschritt, damit keine Nummer doppelt vergeben ist",
                    "in between, so that no number is held twice")),
    Order("o1-c41b08", "direct", "update", BERT,
          body={"number.external": "+492286380061", "user.lastName": "Meier-Lohmann"}),
    Order("o1-e9e9e9", "cart", "withdraw", EMIL, target="o1-000111"),
))
SECOND = Wave(LATER, (
    Order(None, "cart", "delete", CLARA, waits_for=(WAIT,), expects=1),
    Order(None, "cart", "delete", Address("workplace", "dora.wiese"), expects=1),
))
THIRD = Wave(date(2026, 12, 12), (
    Order(None, "cart", "activate", DORA, body={"group": "bonn", "number": {"external": "+492286380033"}},
          activation_date=date(2026, 12, 12), works_from=date(2026, 12, 13), binds_until=date(2027, 1, 11),
          waits_for=(GONE,)),
))
BLOCKED = Blocked(BLOCK, "update", "NUM-6",
                  sentence("{n} Rufnummern des Blocks sind noch an Arbeitsplätze der Gruppe {group} vergeben",
                           "{n} numbers of the block are still assigned to workplaces of the group {group}",
                           n=3, group=Name(Address("group", "köln"))),
                  Text("zuerst die Arbeitsplätze der Gruppe köln umstellen oder löschen",
                       "first move or delete the workplaces of the group köln"))
PLANNED = Plan(TODAY, CHANGES, (FIRST, SECOND, THIRD), (BLOCKED,), unchanged=39,
               unmanaged=(Address("workplace", "empfang.alt"), Address("template", "versuch")),
               allowances={"replaces": 1})
PLACES = {
    (ANNA, "number.external"): "manifests/bonn.yaml:14:21",
    (ANNA, "user.lastName"): "manifests/bonn.yaml:11:35",
    (BERT, "number.external"): "manifests/bonn.yaml:31:21",
    (Address("group", "bonn"), "displayName"): "manifests/gruppen.yaml:5:16",
}
FOREIGN = (Position("x-1", Address("workplace", "fremder.platz"), "book", "conference-premium", ours=False),
           Position("x-2", Address("workplace", "fremder.platz"), "activate", state="ordered", ours=False,
                    activation_date=date(2026, 12, 1)))
