"""Reports to look at: one for each command, with everything in it that a view must not lose."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reconciler.model import waits
from reconciler.model.address import Address
from reconciler.model.change import Action, Change, FieldChange, ItemChange
from reconciler.model.consequences import Binding, Blocking, Chore, Gap, Handover, Touched
from reconciler.model.cost import Cost, Item, Line, Share, Sums
from reconciler.model.document import Document
from reconciler.model.finding import Finding, Related, Severity
from reconciler.model.meaning import Commitments, Lying, Meaning, Ordered, Unordered
from reconciler.model.message import Name, sentence
from reconciler.model.order import Order, Outcome, Receipt, Wait
from reconciler.model.pending import Pending
from reconciler.model.place import Place
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.planned import Planned, carried_out
from reconciler.model.position import Position
from reconciler.model.report import Head, Origin, Report, Secrets
from reconciler.model.resource import Layer, Resource
from reconciler.model.rule import Rule
from reconciler.model.sections import (
    Cart,
    Chosen,
    Costs,
    Differences,
    Emergency,
    Figures,
    Findings,
    LeftAlone,
    Manual,
    NoDrift,
    Notes,
    Numbers,
    Outlook,
    Purchase,
    Section,
    Stuck,
    Underway,
    Waiting,
)
from reconciler.model.term import MinimumTerm, Terms
from reconciler.model.text import NOTHING, Text

TODAY = date(2026, 11, 22)
END = date(2026, 12, 31)
PORTAL = Origin("local", "musterwerke", ".reconciler/portal.db", "r-42")
DIGEST = "sha256:9f2c41d07a31b6e8f0a7c4d29e5b13886a0f7d1c2b3e4f5061728394a5b6c7d8"
PERSONAL = frozenset({"user.firstName", "user.lastName", "user.email", "user.address", "login",
                      "mobileIntegration", "directoryMobile"})


def rule(ident: str, severity: Severity, title: Text, fix: Text = NOTHING) -> Rule:
    """A rule as reports name it."""
    why = Text("So steht es in den Regeln des Portals.", "The rules of the portal say so.")
    return Rule(ident, severity, title, title, why, fix, NOTHING)


RULES = {r.id: r for r in (
    rule("INT-4", Severity.ERROR,
         Text("Interne Rufnummer ist eine Notrufnummer", "internal number is an emergency number"),
         Text("eine andere interne Rufnummer wählen", "choose another internal number")),
    rule("NUM-1", Severity.ERROR, Text("Rufnummer doppelt vergeben", "number is used twice"),
         Text("statt {value} eine freie Rufnummer nehmen", "take a free number instead of {value}")),
    rule("AUTH-3", Severity.WARNING,
         Text("Zugangsdaten ohne Mobilnummer", "first credentials without a mobile number")),
    rule("TERM-1", Severity.ERROR, Text("Mindestlaufzeit noch nicht um", "minimum term is not over yet")),
    rule("NUM-6", Severity.ERROR,
         Text("Rufnummern des Blocks sind noch vergeben", "numbers of the block are still in use"),
         Text("zuerst die Arbeitsplätze umstellen", "move the workplaces first")),
)}


def place(line: int, column: int, text: str, piece: str, file: str = "manifests/bonn.yaml") -> Place:
    """A piece of a line."""
    return Place(file, line, column, len(piece), text)


LINE_INT = "  number: {external: auto, internal: \"1122\"}"
LINE_NUM = "  number: {external: \"+49 228 6380-58\", internal: \"58\"}"
ERRORS = (
    Finding(
        "NUM-1", Severity.ERROR,
        Text("Rufnummer +49 228 6380-58 ist schon an workplace/b.maier vergeben",
             "number +49 228 6380-58 is already taken by workplace/b.maier"),
        Text("Eine Rufnummer gehört zu genau einem Arbeitsplatz; das Portal lehnt die zweite Vergabe ab.",
             "A number belongs to exactly one workplace; the portal refuses to assign it a second time."),
        Text("`auto` schreiben oder eine freie Rufnummer nehmen, z. B. +49 228 6380-61",
             "write `auto`, or take a free number such as +49 228 6380-61"),
        Text("Hilfe zur Cloud PBX, „Arbeitsplatz einrichten“, Rufnummer zuweisen",
             "Cloud PBX help, “Arbeitsplatz einrichten”, Rufnummer zuweisen"),
        Address("workplace", "anna.schmidt"), "number.external",
        place(112, LINE_NUM.index("+") + 1, LINE_NUM, "+49 228 6380-58"),
        (Related(place(9, LINE_NUM.index("+") + 1, LINE_NUM, "+49 228 6380-58", "manifests/köln/empfang.yaml"),
                 Text("zuerst hier vergeben", "assigned here first")),),
    ),
    Finding(
        "INT-4", Severity.ERROR,
        Text("Interne Rufnummer 1122 beginnt mit der Notrufnummer 112",
             "internal number 1122 begins with the emergency number 112"),
        Text("Wer 1122 wählt, landet beim Notruf.", "Whoever dials 1122 reaches the emergency services."),
        Text("eine Nummer nehmen, die nicht mit 110 oder 112 beginnt",
             "take a number that does not begin with 110 or 112"),
        Text("Hilfe zur Cloud PBX, „Interne Rufnummern“", "Cloud PBX help, “Interne Rufnummern”"),
        Address("workplace", "c.lang"), "number.internal",
        place(40, LINE_INT.index("112") + 1, LINE_INT, "112"),
    ),
)


def warning(number: int) -> Finding:
    """One of many alike."""
    name = f"lager.{number:02}"
    line = f"metadata: {{name: {name}}}"
    return Finding(
        "AUTH-3", Severity.WARNING,
        sentence("Für {name} fehlt eine Mobilnummer; das Passwort geht per E-Mail hinaus",
                 "{name} has no mobile number; the password goes out by e-mail", name=Name(Address("workplace", name))),
        Text("Benutzername und Passwort kommen dann auf demselben Weg an.",
             "User name and password then arrive by the same way."),
        Text("login.mobile eintragen oder login.withoutMobile: true setzen",
             "write login.mobile, or set login.withoutMobile: true"),
        Text("Hilfe zur Cloud PBX, „Zugangsdaten“", "Cloud PBX help, “Zugangsdaten”"),
        Address("workplace", name), "login.mobile", place(number, 18, line, name, "manifests/lager.yaml"),
    )


SECRETS = Secrets(PERSONAL, rules=RULES)


def told(head: Head, closing: Text, *sections: Section, secrets: Secrets = SECRETS) -> Report:
    """A report as commands make it."""
    return Report(head, sections, closing, secrets)


def checked(*findings: Finding) -> Report:
    """The report of ``validate``."""
    return told(Head("validate", Text("Prüfung", "Validation"), exit=3),
                Text("2 Fehler, 1 Warnung in 42 Dokumenten.", "2 errors, 1 warning in 42 documents."),
                Findings(findings, 42))


VALIDATE = checked(*ERRORS, warning(3))
MANY = checked(ERRORS[1], *(warning(n) for n in range(1, 13)))


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
PLAN_HEAD = Head("plan", Text("Plan", "Plan"), as_of=TODAY, portal=PORTAL, digest=DIGEST)
WHOLE = Planned(
    PLANNED, (warning(3),), documents=42, places=PLACES,
    commitments=Commitments(2, date(2027, 1, 11), 2, 1, 2, (
        Binding(date(2026, 12, 23), 0, 1), Binding(END, 1, 1), Binding(date(2027, 1, 11), 1, 0))),
    indirect={PROFILE: tuple(Address("workplace", n) for n in ("f.vogel", "g.baum", "h.stein", "i.blum", "j.fels"))},
    emergency=(Touched(BERT, ("number.external",)), Touched(PROFILE, ("outgoing",))),
    numbers=(Handover("+492286380012", BERT, ANNA), Handover("+492286380044", CLARA)),
    gaps=(Gap(DORA, Address("workplace", "dora.wiese"), LATER, date(2026, 12, 13)),),
    manual=(
        Chore(ANNA, "PKG-8", Text("„cti-tapi“ auf seinem eigenen Weg buchen.", "Book “cti-tapi” by its own route.")),
        Chore(BERT, "MOB-3", Text("Vor der Buchung alle Nummern löschen.", "Delete all numbers before it is booked.")),
    ),
    blocking=(
        Blocking(PROFILE, "intern", "intern", {}, {"outgoing": ("+49180",)}, 5),
        Blocking(GROUP, "standard", "intern", {"outgoing": ("+49900", "+49137")}, {"incoming": ("anonymous",)}, 7),
        Blocking(BERT, "standard", "intern", {"outgoing": ("+49900", "+49137")}, {"incoming": ("anonymous",)}, 1),
    ),
    foreign=FOREIGN,
)


def planned(whole: Planned, code: int = 0) -> Report:
    """The report of ``plan``."""
    closing = Text("8 Änderungen in 3 Wellen, 1 blockiert.", "8 changes in 3 waves, 1 blocked.")
    return told(replace(PLAN_HEAD, exit=code), closing, *whole.sections)


PLAN = planned(WHOLE)
REFUSED = planned(replace(WHOLE, plan=replace(PLANNED, refused=("deletes", "workplace/c.lang"))), 4)
NOTHING_TO_DO = Planned(Plan(TODAY, unchanged=47), documents=42)
EMPTY = Report(PLAN_HEAD, NOTHING_TO_DO.sections, Text("Keine Änderungen.", "No changes."))
VOGEL, NEU = Address("workplace", "f.vogel"), Address("workplace", "b.neu")
ON_ITS_WAY = (
    Pending(VOGEL, "book", "assistant", "ordered", date(2026, 11, 23),
            message=Text("bestellt und noch nicht ausgeführt", "ordered and not yet carried out")),
    Pending(NEU, "activate", "", "in-cart", date(2026, 12, 1),
            message=Text("liegt im Warenkorb; erst der Befehl order bestellt es",
                         "in the cart; only the command order buys it")),
    Pending(CLARA, "delete", "", "waiting", LATER, WAIT.rule, WAIT.message),
)


def looked(code: int, changes: tuple[Change, ...], blocked: tuple[Blocked, ...], *more: Section) -> Report:
    """The report of ``drift``."""
    return told(
        Head("drift", Text("Drift", "Drift"), code, TODAY, PORTAL),
        Text("7 Ressourcen weichen ab, 3 unterwegs.", "7 resources differ, 3 pending."),
        Chosen(), Findings(documents=42), Outlook(), Costs(), Emergency(), Numbers(),
        Differences(changes, PLACES, PLANNED.unchanged, drifted=bool(code)), *([] if code else [NoDrift(way=True)]),
        Underway(Lying()), Stuck(blocked), Waiting(ON_ITS_WAY), Manual(), LeftAlone(PLANNED.unmanaged), *more,
    )


SAME = Text("Was in Git geändert und von niemandem angewendet wurde, sieht aus wie eine Änderung am Portal; drift "
            "gehört auf den Zweig, der angewendet wird.",
            "An edit in Git that nobody has applied looks the same as an edit in the portal; drift belongs on the "
            "branch that is applied.")
DRIFT = looked(2, tuple(c for c in CHANGES if c.address != CLARA), (BLOCKED,), Notes((SAME,)))
SETTLED = looked(0, (), ())


def term(address: Address, item: str, state: str, began: str, ends: str, leaving: str = "") -> MinimumTerm:
    """One line of the ledger."""
    day = date.fromisoformat(ends)
    rule = "TERM-3" if item == "mobileIntegration" else "TERM-2" if item else "TERM-1"
    return MinimumTerm(address, item, state, date.fromisoformat(began), day, day <= TODAY, rule, leaving)


LEDGER = (
    term(Address("company", "musterwerke"), "call-analytics-basic", "active", "2024-02-01", "2024-03-02"),
    term(EMIL, "", "inactive", "2026-04-07", "2026-05-07"),
    term(DORA, "", "active", "2026-08-01", "2026-08-31", "in-cart"),
    term(BERT, "conference-plus", "active", "2026-09-01", "2026-10-01", "ordered"),
    term(BERT, "mobileIntegration", "active", "2026-11-10", "2026-12-10"),
    term(CLARA, "", "active", "2026-11-11", "2026-12-11"),
    term(NEU, "", "in-cart", "2026-11-22", "2026-12-22"),
    term(VOGEL, "", "ordered", "2026-12-01", "2026-12-31"),
    term(VOGEL, "assistant", "ordered", "2026-12-01", "2026-12-31"),
)


def reckoned(*terms: MinimumTerm) -> Report:
    """The report of ``terms``."""
    return told(Head("terms", Text("Mindestlaufzeiten", "Minimum terms"), as_of=TODAY, portal=PORTAL),
                Text("4 Mindestlaufzeiten laufen noch.", "4 minimum terms are running."),
                Chosen(of="terms"), Findings(), Terms(terms, TODAY), secrets=Secrets(rules=RULES))


TERMS = reckoned(*LEDGER)
RECEIPTS = (
    Receipt("o1-7c0a91", Outcome.DONE),
    Receipt("o1-2b77f0", Outcome.ALREADY_PRESENT),
    Receipt("o1-91d3aa", Outcome.DONE),
    Receipt("o1-55e1c2", Outcome.UNKNOWN),
    Receipt("o1-aa0417", Outcome.REJECTED, "NUM-1",
            sentence("Die Rufnummer {number} ist inzwischen an {name} vergeben.",
                     "The number {number} was assigned to {name} in the meantime.",
                     number="+492286380099", name=Name(Address("workplace", "b.neu")))),
    Receipt("o1-c41b08", Outcome.SKIPPED),
)
APPLY = carried_out(told(
    replace(PLAN_HEAD, command="apply", title=Text("Ausführung", "Apply"), exit=8),
    Text("7 fällig: 1 ungeklärt.", "7 due: 1 unknown."), *replace(WHOLE, findings=()).sections), RECEIPTS)
POSITIONS = (
    Position("o1-91d3aa", ANNA, "activate", activation_date=date(2026, 12, 1), works_from=date(2026, 12, 2)),
    Position("o1-55e1c2", BERT, "book", item="assistant", state="ordered"),
    Position("x-1", Address("workplace", "fremder.platz"), "delete", ours=False),
    Position("o1-5a5a5a", DORA, "book", item="conference-plus", state="rejected", rule="PKG-4",
             reason=Text("In keiner Gruppe aktiv.", "Active in no group.")),
)


def carted(cost: Cost | None = None) -> Report:
    """The report of ``cart``."""
    mine = [p for p in POSITIONS if p.ours and p.state == "in-cart"]
    return told(Head("cart", Text("Warenkorb", "Cart"), as_of=TODAY, portal=PORTAL),
                Text("4 Positionen.", "4 positions."), Findings(),
                Cart(POSITIONS, Meaning(cost=cost).with_positions(mine), mixed=True))


CART = carted()
BOUGHT = (replace(POSITIONS[0], state="ordered"), POSITIONS[1])
ORDER = told(
    Head("order", Text("Bestellung", "Order"), as_of=TODAY, portal=PORTAL, digest=DIGEST),
    Text("2 Positionen bestellt.", "2 positions ordered."), Findings(),
    Purchase(BOUGHT, Meaning().with_positions(BOUGHT), (Receipt("s-1", Outcome.DONE),), "ordered"),
    Notes((Text("2 fremde Positionen liegen noch im Warenkorb.", "2 foreign positions are still in the cart."),)),
)

LINES = (
    Line(Item("workplace", "workplace"), Share(1024, 1, Decimal("9.95")), Share(1025, 1025, Decimal("8.95"))),
    Line(Item("packages", "assistant"), Share(9, 1, Decimal("2")), Share(10, 10, Decimal("1.8005"))),
    Line(Item("packages", "call-analytics-basic"), Share(1, 1, Decimal("19")), Share(1, 1, Decimal("19"))),
    Line(Item("packages", "fax"), Share(), Share(2)),
    Line(Item("mobileIntegration", "magentaeins"), Share(1, 1, Decimal("3")), Share()),
)
"""Invented prices."""
COST = Cost("EUR", Sums(Decimal("10228.80"), Decimal("9210.755"), Decimal("10.7505")), LINES,
            (Item("packages", "fax"),), Sums(Decimal("10228.80"), Decimal("10227.80"), Decimal(0)))
ONE = replace(
    NOTHING_TO_DO, plan=Plan(TODAY, CHANGES[:1], (Wave(TODAY, FIRST.orders[2:3]),), unchanged=46), cost=COST,
    commitments=Commitments(1, END, 1, 1))
PRICED = replace(EMPTY, sections=ONE.sections)
MEANT = Commitments(1, END, 1, 1, 1, (Binding(END, 1, 1),))
UNORDERED = Unordered(3, date(2026, 11, 20), Sums(Decimal("10228.80"), Decimal("10240.30"), Decimal("11.50")), "EUR",
                      MEANT)
LYING = replace(EMPTY, secrets=Secrets(PERSONAL), sections=replace(ONE, lying=Lying(UNORDERED), cost=replace(
    COST, lying=UNORDERED.monthly, added=Sums(Decimal("10240.30"), Decimal("9210.755"), Decimal("8.95")))).sections)
WAITING = replace(EMPTY, sections=replace(
    NOTHING_TO_DO, lying=Lying(UNORDERED, Ordered(2, date(2026, 12, 1)))).sections,
    closing=Text("Keine Änderungen, 3 Positionen unbestellt.", "No changes, 3 positions not ordered."))
PRICED_CART = carted(replace(COST, cart=None))
STATUS = Report(
    Head("portal status", as_of=TODAY, portal=PORTAL),
    (Findings(), Figures("musterwerke", TODAY, {"workplace": 3, "group": 1}, 2, 1, date(2026, 12, 1))),
    Text("Am Portal ist der 2026-11-22.", "The portal's day is 2026-11-22."))

SAMPLES = {"validate": VALIDATE, "many": MANY, "plan": PLAN, "refused": REFUSED, "empty": EMPTY, "drift": DRIFT,
           "settled": SETTLED, "terms": TERMS, "apply": APPLY, "cart": CART, "order": ORDER, "priced": PRICED,
           "priced-cart": PRICED_CART, "lying": LYING, "waiting": WAITING, "status": STATUS}
