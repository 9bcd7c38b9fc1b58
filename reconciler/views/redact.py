"""A report about people made fit for strangers.

A sentence that still has its values apart is told with pseudonyms in their places. One that is finished, as in a
plan file, may hold anybody's values, and gives way to what its rule says in general.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from reconciler.model.address import Address
from reconciler.model.change import Change, FieldChange, ItemChange
from reconciler.model.consequences import Blocking, Chore, Gap, Handover
from reconciler.model.finding import Finding, Related
from reconciler.model.meaning import Booking, Meaning
from reconciler.model.message import Message, Said
from reconciler.model.order import Order, Receipt
from reconciler.model.pending import Pending
from reconciler.model.people import folders_of_people
from reconciler.model.plan import Blocked, Plan
from reconciler.model.position import Position
from reconciler.model.report import Report
from reconciler.model.resource import Resource
from reconciler.model.sections import (
    Audit,
    Calm,
    Cart,
    Chosen,
    Costs,
    Differences,
    Emergency,
    Figures,
    Findings,
    Guards,
    LeftAlone,
    Manual,
    NoDrift,
    Notes,
    Numbers,
    Outcomes,
    Outlook,
    Places,
    Purchase,
    Section,
    Steps,
    Stuck,
    Unbought,
    Underway,
    Waiting,
)
from reconciler.model.selection import Selection
from reconciler.model.term import Terms
from reconciler.model.text import NOTHING, Text
from reconciler.views.pseudonyms import Pseudonyms
from reconciler.views.say import words
from reconciler.views.view import Options

UNKNOWN_KEY = "FORM-1"
"""The rule whose paths end with a word that is no field."""


def disguised(report: Report, options: Options) -> Report:
    """The report as it may be shown: itself, or with pseudonyms where ``options.redact`` asks for them."""
    if options.redact == "none":
        return report
    key = options.key or report.head.digest.encode("utf-8", "surrogatepass")
    return _Disguise(report, key).report()


def _named(report: Report) -> Iterator[tuple[str, Address]]:
    """Files, each with an address that stands in it."""
    for section in report.sections:
        if isinstance(section, Steps | Outcomes | Differences):
            yield from ((place.rsplit(":", 2)[0], at) for (at, _), place in section.places.items())
    yield from ((f.place.file, f.address) for f in report.findings if f.place and f.address)


class _Disguise:
    def __init__(self, report: Report, key: bytes) -> None:
        self._whole = report
        self._names = Pseudonyms(key, report.secrets.personal,
                                 report.secrets.people | folders_of_people(_named(report)))

    def report(self) -> Report:
        whole = self._whole
        return replace(whole, sections=tuple(map(self._section, whole.sections)),
                       closing=self._names.sentence(whole.closing))

    def _section(self, section: Section) -> Section:  # noqa: C901, PLR0911, PLR0912 - one case a section
        """One section; a new one that nobody thought of here does not pass the type checker."""
        match section:
            case Findings(findings, documents, refused):
                return Findings(tuple(self._finding(f, refused) for f in findings), documents, self._refused(refused))
            case Chosen(selection):
                return replace(section, selection=self._selection(selection))
            case Outlook():
                return self._outlook(section)
            case Emergency(touched):
                return Emergency(tuple(t._replace(address=self._names.address(t.address)) for t in touched))
            case Numbers(handovers):
                return Numbers(tuple(map(self._handover, handovers)))
            case Manual(chores):
                return Manual(tuple(map(self._chore, chores)))
            case Steps() | Outcomes() | Differences():
                return self._steps(section)
            case Stuck(blocked):
                return Stuck(tuple(map(self._blocked, blocked)))
            case Waiting(pending):
                return Waiting(tuple(map(self._pending, pending)))
            case LeftAlone(unmanaged, kept, foreign):
                return LeftAlone(tuple(map(self._names.address, unmanaged)), tuple(map(self._names.address, kept)),
                                 tuple(map(self._position, foreign)))
            case Guards(allowances, refused, ways):
                return Guards(allowances, self._refused(refused), tuple(self._finding(f, refused) for f in ways))
            case Cart() | Purchase():
                return self._cart(section)
            case Terms(terms, day):
                return Terms(tuple(replace(t, address=self._names.address(t.address)) for t in terms), day)
            case Notes(notes):
                return Notes(tuple(map(self._names.sentence, notes)))
            case Audit() | Calm() | Costs() | Figures() | NoDrift() | Underway() | Unbought():
                return section  # counts, days, sums and digests
            case _:
                assert_never(section)

    def _steps(self, section: Steps | Outcomes | Differences) -> Section:
        places = self._places(section.places)
        match section:
            case Steps(plan):
                return Steps(self._plan(plan), places)
            case Outcomes(plan):
                return replace(section, plan=self._plan(plan), places=places,
                               receipts=tuple(map(self._receipt, section.receipts)))
            case Differences(changes):
                return replace(section, changes=tuple(map(self._change, changes)), places=places)

    def _cart(self, section: Cart | Purchase) -> Section:
        positions, meaning = tuple(map(self._position, section.positions)), self._meaning(section.meaning)
        if isinstance(section, Cart):
            return replace(section, positions=positions, meaning=meaning)
        return replace(section, positions=positions, meaning=meaning,
                       receipts=tuple(map(self._receipt, section.receipts)))

    def _outlook(self, outlook: Outlook) -> Outlook:
        return replace(outlook, meaning=self._meaning(outlook.meaning), indirect=self._names.grouped(outlook.indirect),
                       astray=self._names.grouped(outlook.astray),
                       followers=self._names.grouped(outlook.followers),
                       blocking=tuple(map(self._blocking, outlook.blocking)))

    def _meaning(self, meaning: Meaning) -> Meaning:
        return replace(
            meaning,
            books=tuple(map(self._booking, meaning.books)),
            ends=tuple(e._replace(address=self._names.address(e.address)) for e in meaning.ends),
            gaps=tuple(map(self._gap, meaning.gaps)),
            named=tuple(self._names.address(Address("workplace", name)).name for name in meaning.named),
            passwords=tuple(map(self._names.address, meaning.passwords)),
            manual=tuple(map(self._chore, meaning.manual)),
        )

    def _booking(self, booking: Booking) -> Booking:
        return Booking(self._names.value("packages", booking.item), self._names.address(booking.address))

    def _places(self, places: Places) -> Places:
        return {(self._names.address(a), path): self._names.file(place) for (a, path), place in places.items()}

    def _refused(self, refused: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self._names.spoken, refused))

    def _chore(self, chore: Chore) -> Chore:
        return replace(chore, address=self._names.address(chore.address),
                       message=self._said(chore.message, self._general(chore.rule, "fix")))

    def _gap(self, gap: Gap) -> Gap:
        return replace(gap, address=self._names.address(gap.address), was=self._names.address(gap.was))

    def _plan(self, plan: Plan) -> Plan:
        names = self._names
        return replace(
            plan,
            changes=tuple(map(self._change, plan.changes)),
            waves=tuple(replace(w, orders=tuple(map(self._order, w.orders))) for w in plan.waves),
            blocked=tuple(map(self._blocked, plan.blocked)),
            unmanaged=tuple(map(names.address, plan.unmanaged)),
            kept=tuple(map(names.address, plan.kept)),
            refused=self._refused(plan.refused),
            cart=self._contents(plan.cart),
            theirs=self._contents(plan.theirs),
            selection=self._selection(plan.selection),
        )

    def _contents(self, digests: Mapping[str, str]) -> dict[str, str]:
        """Digests of contents, which could be found by guessing names."""
        return {ref: f"v-{self._names.mac(content)}" for ref, content in digests.items()}

    def _selection(self, selection: Selection) -> Selection:
        """Patterns may be somebody's name, and so may what a label says."""
        labels = (label.partition("=") for label in selection.select)
        return Selection(tuple(map(self._pattern, selection.target)), tuple(map(self._pattern, selection.exclude)),
                         tuple(f"{key}{sign}v-{self._names.mac(value)}" for key, sign, value in labels))

    def _pattern(self, pattern: str) -> str:
        kind, slash, name = pattern.rpartition("/")
        if not name.strip("*"):
            return pattern
        address = self._names.address(Address(kind or "workplace", name))
        return str(address) if slash else address.name

    def _change(self, change: Change) -> Change:
        return replace(
            change,
            address=self._names.address(change.address),
            fields=tuple(map(self._field, change.fields)),
            before=change.before and Resource(self._names.address(change.before.address), None),
            after=change.after and Resource(self._names.address(change.after.address), None),
        )

    def _field(self, field: FieldChange) -> FieldChange:
        path, value = field.path, self._names.value
        items = tuple(
            ItemChange(tuple((key, str(value(f"{path}.{key}" if key else path, name))) for key, name in item.key),
                       value(path, item.before), value(path, item.after)) for item in field.items)
        return FieldChange(path, value(path, field.before), value(path, field.after), items)

    def _order(self, order: Order) -> Order:
        waits = tuple(w._replace(message=self._said(w.message, self._general(w.rule, "title")))
                      for w in order.waits_for)
        at = order.item if order.item in self._whole.secrets.personal else ""  # the value of a booked item
        return replace(order, address=self._names.address(order.address), waits_for=waits,
                       note=order.note and self._names.sentence(order.note, at),
                       body=self._names.value(at, dict(order.body)))

    def _position(self, position: Position) -> Position:
        return replace(position, address=self._names.address(position.address),
                       reason=self._said(position.reason, NOTHING),
                       body=self._names.value("", dict(position.body)))

    def _pending(self, pending: Pending) -> Pending:
        message = self._said(pending.message, self._title(pending.rule)) if pending.rule else pending.message
        return replace(pending, address=self._names.address(pending.address), message=message)

    def _handover(self, handover: Handover) -> Handover:
        return Handover(self._names.value("number.external", handover.number), self._names.address(handover.giver),
                        handover.taker and self._names.address(handover.taker))

    def _blocking(self, blocking: Blocking) -> Blocking:
        opens, blocks, stays = (
            {direction: tuple(self._names.value(direction, list(found))) for direction, found in side.items()}
            for side in (blocking.opens, blocking.blocks, blocking.stays))
        return replace(blocking, address=self._names.address(blocking.address), opens=opens, blocks=blocks, stays=stays)

    def _blocked(self, blocked: Blocked) -> Blocked:
        return replace(blocked, address=self._names.address(blocked.address),
                       message=self._said(blocked.message, self._title(blocked.rule)),
                       help=self._said(blocked.help, self._general(blocked.rule, "fix")))

    def _receipt(self, receipt: Receipt) -> Receipt:
        told = self._said(receipt.message or NOTHING, self._title(receipt.rule)) if receipt.rule else None
        return replace(receipt, message=told)

    def _finding(self, finding: Finding, refused: tuple[str, ...]) -> Finding:
        """With pseudonyms in its sentences; the way out of a guard that refused is a count."""
        rule, path, finished = finding.rule, finding.path, self._names.finished(finding.help)
        return replace(
            finding,
            message=self._said(finding.message, self._title(rule), path),
            why=self._said(finding.why, self._general(rule, "why"), path),
            help=self._said(finding.help, finished if rule in refused else self._general(rule, "fix"), path),
            address=finding.address and self._names.address(finding.address),
            path=self._known(rule, path),
            place=finding.place and self._names.place(finding.place),
            also=tuple(Related(self._names.place(r.place), self._said(r.label, NOTHING)) for r in finding.also),
            others=tuple(map(self._names.address, finding.others)),
        )

    def _known(self, rule: str, path: str) -> str:
        """The path of a field, without a key that nobody knows: it may be a misplaced value."""
        return f"{path.rpartition('.')[0]}.…".lstrip(".") if rule == UNKNOWN_KEY else path

    def _said(self, said: Said, instead: Text, path: str = "") -> Said:
        """The sentence with pseudonyms in it; where it is finished already, what can be said ``instead``."""
        return self._names.sentence(said, path) if isinstance(said, Message) else instead

    def _title(self, rule: str) -> Text:
        known = self._whole.secrets.rules.get(rule)
        return known.title if known else words.WITHHELD

    def _general(self, rule: str, part: str) -> Text:
        """What the rule says of everybody: its sentence, unless somebody's value belongs into it."""
        known = self._whole.secrets.rules.get(rule)
        text: Text = getattr(known, part) if known else NOTHING
        return NOTHING if "{" in text.de + text.en else text
