"""Reports to look at: one for each command, with everything in it that a view must not lose."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reconciler.model.address import Address
from reconciler.model.audit import AuditRow
from reconciler.model.change import Change
from reconciler.model.consequences import Binding, Blocking, Chore, Gap, Handover, Touched
from reconciler.model.cost import Cost, Item, Line, Share, Sums
from reconciler.model.finding import Finding
from reconciler.model.meaning import Commitments, Lying, Meaning, Ordered, Unordered
from reconciler.model.message import Name, sentence
from reconciler.model.order import Outcome, Receipt
from reconciler.model.pending import Pending
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.planned import Planned, carried_out
from reconciler.model.position import Position
from reconciler.model.report import Head, Origin, Report, Secrets
from reconciler.model.sections import (
    Audit,
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
from reconciler.model.text import Text
from tests.views.changes import (
    ANNA,
    BERT,
    BLOCKED,
    CHANGES,
    CLARA,
    DORA,
    EMIL,
    END,
    FIRST,
    FOREIGN,
    GROUP,
    LATER,
    PLACES,
    PLANNED,
    PROFILE,
    TODAY,
    WAIT,
)
from tests.views.findings import ERRORS, RULES, warning

PORTAL = Origin("local", "musterwerke", ".reconciler/portal.db", "r-42")
DIGEST = "sha256:9f2c41d07a31b6e8f0a7c4d29e5b13886a0f7d1c2b3e4f5061728394a5b6c7d8"
PERSONAL = frozenset({"user.firstName", "user.lastName", "user.email", "user.address", "login",
                      "mobileIntegration", "directoryMobile"})

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
    (Findings(), Figures("musterwerke", TODAY, {"workplace": 3, "group": 1}, 2, 1, date(2026, 12, 1),
                          f"sha256:{'0123456789abcdef' * 4}")),
    Text("Am Portal ist der 2026-11-22.", "The portal's day is 2026-11-22."))

HASHES = [f"sha256:{n:x}{'0123456789abcdef' * 4}"[:71] for n in range(4)]
AUDIT = Report(
    Head("portal audit", as_of=TODAY, portal=PORTAL),
    (Findings(), Audit((
        AuditRow(1, "2026-11-22T08:00:00Z", str(TODAY), "init", "", "", "", "(local)", 0, 1, "", HASHES[1]),
        AuditRow(2, "2026-11-22T08:01:59Z", str(TODAY), "activate", "o1-mqtv", HASHES[0], HASHES[3], "pipeline", 7, 2,
                 HASHES[1], HASHES[2]),
    ), 2, HASHES[2], 0)),
    Text("Das Protokoll ist unverändert.", "The audit is unchanged."))

SAMPLES = {"validate": VALIDATE, "many": MANY, "plan": PLAN, "refused": REFUSED, "empty": EMPTY, "drift": DRIFT,
           "settled": SETTLED, "terms": TERMS, "apply": APPLY, "cart": CART, "order": ORDER, "priced": PRICED,
           "priced-cart": PRICED_CART, "lying": LYING, "waiting": WAITING, "status": STATUS, "audit": AUDIT}
