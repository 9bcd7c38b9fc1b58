"""A report about people made fit for strangers.

It works on typed fields, never on finished sentences: a sentence that may hold somebody's values gives way
to what its rule says in general.
"""

import hmac
import re
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reconciler.model.address import Address
from reconciler.model.change import Change, FieldChange, ItemChange
from reconciler.model.consequences import Blocking, Handover
from reconciler.model.finding import Finding, Related
from reconciler.model.order import Order, Receipt, Wait
from reconciler.model.pending import Pending
from reconciler.model.people import NAMED, folders_of_people
from reconciler.model.place import Place
from reconciler.model.plan import Blocked, Plan
from reconciler.model.position import Position
from reconciler.model.report import Report
from reconciler.model.resource import Resource
from reconciler.model.selection import Selection
from reconciler.model.text import NOTHING, Text
from reconciler.views import _words as words
from reconciler.views._view import Options

_PRODUCT = ("mobileIntegration", "type")
"""Which integration is booked tells of money, not of a person."""

UNKNOWN_KEY = "FORM-1"
"""The rule whose paths end with a word that is no field."""

_ENDING = re.compile(r"(?:\.ya?ml)?(?::[0-9]+)*$")
_WORKPLACE = re.compile(r"(workplace/)[^\s\"'„“”‚‘’«»,;:()\[\]{}*?]*[\w*?]")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"\+[0-9]{8,15}", re.ASCII)


def disguised(report: Report, options: Options) -> Report:
    """The report as it may be shown: itself, or with pseudonyms where ``options.redact`` asks for them."""
    if options.redact == "none":
        return report
    return _Disguise(report, options.key or report.digest.encode("utf-8", "surrogatepass")).report()


def masked(sentence: str, key: bytes) -> str:
    """A finished sentence with pseudonyms for the people in it, the same as in a report made with the same key.

    For stderr, whose sentences name people by address, mail address or number only.
    """
    def mac(match: re.Match[str]) -> str:
        return f"{match[1]}p-{_mac(key, match[0])}"

    sentence = _WORKPLACE.sub(mac, sentence)
    sentence = _MAIL.sub(lambda m: f"v-{_mac(key, m[0])}", sentence)
    return _NUMBER.sub(lambda m: f"{m[0][:-3]}{words.MASK}", sentence)


def _mac(key: bytes, text: str) -> str:
    digest = hmac.digest(key, text.encode("utf-8", "surrogatepass"), "sha256")
    return b32encode(digest)[:6].decode().lower()


class _Disguise:
    def __init__(self, report: Report, key: bytes) -> None:
        self._whole = report
        self._key = key
        said = [(place.rsplit(":", 2)[0], Address.parse(at)) for (at, _), place in report.places.items() if "/" in at]
        said += [(f.place.file, f.address) for f in report.findings if f.place and f.address]
        self._people = report.people | folders_of_people(said)

    def report(self) -> Report:
        whole = self._whole
        return replace(
            whole,
            notes=tuple(map(self._sentence, whole.notes)),
            closing=self._sentence(whole.closing),
            findings=tuple(map(self._finding, whole.findings)),
            plan=whole.plan and self._plan(whole.plan),
            indirect=self._grouped(whole.indirect),
            followers=self._grouped(whole.followers),
            emergency=tuple(map(self._spoken, whole.emergency)),
            numbers=tuple(map(self._handover, whole.numbers)),
            blocking=tuple(map(self._blocking, whole.blocking)),
            manual=tuple(replace(c, address=self.address(c.address), message=self._general(c.rule, "fix"))
                         for c in whole.manual),
            gaps=tuple(replace(g, address=self.address(g.address), was=self.address(g.was)) for g in whole.gaps),
            places={(self._spoken(a), path): self._file(place) for (a, path), place in whole.places.items()},
            receipts=tuple(map(self._receipt, whole.receipts)),
            positions=tuple(map(self._position, whole.positions)),
            pending=tuple(map(self._pending, whole.pending)),
            terms=tuple(replace(t, address=self.address(t.address)) for t in whole.terms),
        )

    def address(self, address: Address) -> Address:
        """The one door for addresses."""
        if address.kind not in NAMED:
            return address
        return Address(address.kind, "p-" + self._mac(str(address)))

    def _grouped(self, addresses: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {self._spoken(cause): tuple(map(self._spoken, names)) for cause, names in addresses.items()}

    def _spoken(self, text: str) -> str:
        """An address in text form, perhaps followed by field paths."""
        first, *paths = text.split(" ")
        return " ".join([str(self.address(Address.parse(first))) if "/" in first else first, *paths])

    def value(self, path: str, value: Any) -> Any:
        """A plain value, or a tree of them, that stands at ``path`` of a spec."""
        if isinstance(value, dict):
            return {k: self.value(f"{path}.{k}" if path else k, v) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(path, v) for v in value]
        if value is None or isinstance(value, bool):
            return value
        if self._personal(path):
            return "v-" + self._mac(f"{path}={value}")
        return f"{value[:-3]}{words.MASK}" if isinstance(value, str) and _NUMBER.fullmatch(value) else value

    def _personal(self, path: str) -> bool:
        if not self._whole.personal:  # nobody said which fields are: all of them may be
            return True
        keys = path.split(".")
        if (keys[0], keys[-1]) == _PRODUCT:
            return False
        return any(".".join(keys[:n]) in self._whole.personal for n in range(1, len(keys) + 1))

    def _mac(self, text: str) -> str:
        return _mac(self._key, text)

    def _plan(self, plan: Plan) -> Plan:
        return replace(
            plan,
            changes=tuple(map(self._change, plan.changes)),
            waves=tuple(replace(w, orders=tuple(map(self._order, w.orders))) for w in plan.waves),
            blocked=tuple(map(self._blocked, plan.blocked)),
            unmanaged=tuple(map(self.address, plan.unmanaged)),
            kept=tuple(map(self.address, plan.kept)),
            refused=tuple(map(self._spoken, plan.refused)),
            cart={ref: "v-" + self._mac(content) for ref, content in plan.cart.items()},  # else found by guessing names
            selection=self._selection(plan.selection),
        )

    def _selection(self, selection: Selection) -> Selection:
        """Patterns may be somebody's name, and so may what a label says."""
        labels = (label.partition("=") for label in selection.select)
        return Selection(tuple(map(self._pattern, selection.target)), tuple(map(self._pattern, selection.exclude)),
                         tuple(f"{key}{sign}v-{self._mac(value)}" for key, sign, value in labels))

    def _pattern(self, pattern: str) -> str:
        kind, slash, name = pattern.rpartition("/")
        if not name.strip("*"):
            return pattern
        address = self.address(Address(kind or "workplace", name))
        return str(address) if slash else address.name

    def _change(self, change: Change) -> Change:
        return replace(
            change,
            address=self.address(change.address),
            fields=tuple(map(self._field, change.fields)),
            before=change.before and Resource(self.address(change.before.address), None),
            after=change.after and Resource(self.address(change.after.address), None),
        )

    def _field(self, field: FieldChange) -> FieldChange:
        path = field.path
        items = (ItemChange(tuple((key, str(self.value(f"{path}.{key}" if key else path, name)))
                                  for key, name in item.key),
                            self.value(path, item.before), self.value(path, item.after)) for item in field.items)
        return FieldChange(path, self.value(path, field.before), self.value(path, field.after), tuple(items))

    def _order(self, order: Order) -> Order:
        waits = tuple(Wait(w.rule, w.until, self._general(w.rule, "title")) for w in order.waits_for)
        return replace(order, address=self.address(order.address), waits_for=waits,
                       body=self.value(order.item, dict(order.body)) if order.item in self._whole.personal
                       else self.value("", dict(order.body)))

    def _position(self, position: Position) -> Position:
        return replace(position, address=self.address(position.address), reason=NOTHING,
                       body=self.value("", dict(position.body)))

    def _pending(self, pending: Pending) -> Pending:
        message = self._title(pending.rule) if pending.rule else pending.message
        return replace(pending, address=self.address(pending.address), message=message)

    def _handover(self, handover: Handover) -> Handover:
        return Handover(self.value("number.external", handover.number), self.address(handover.giver),
                        handover.taker and self.address(handover.taker))

    def _blocking(self, blocking: Blocking) -> Blocking:
        opens, blocks, stays = (
            {direction: tuple(self.value(direction, list(found))) for direction, found in side.items()}
            for side in (blocking.opens, blocking.blocks, blocking.stays))
        return replace(blocking, address=self.address(blocking.address), opens=opens, blocks=blocks, stays=stays)

    def _blocked(self, blocked: Blocked) -> Blocked:
        return replace(blocked, address=self.address(blocked.address), message=self._title(blocked.rule),
                       help=self._general(blocked.rule, "fix"))

    def _receipt(self, receipt: Receipt) -> Receipt:
        return replace(receipt, message=self._title(receipt.rule) if receipt.rule else None)

    def _finding(self, finding: Finding) -> Finding:
        refused = self._whole.plan.refused if self._whole.plan else ()  # the way out of a guard is a count
        return replace(
            finding,
            message=self._title(finding.rule),
            why=self._general(finding.rule, "why"),
            help=self._sentence(finding.help) if finding.rule in refused else self._general(finding.rule, "fix"),
            address=finding.address and self.address(finding.address),
            path=self._known(finding.rule, finding.path),
            place=finding.place and self._place(finding.place),
            also=tuple(Related(self._place(r.place), NOTHING) for r in finding.also),
            others=tuple(map(self.address, finding.others)),
        )

    def _sentence(self, text: Text) -> Text:
        return Text(masked(text.de, self._key), masked(text.en, self._key))

    def _place(self, place: Place) -> Place:
        return place._replace(text="", file=self._file(place.file))

    def _file(self, place: str) -> str:
        """A file, perhaps with line and column, in which nobody's name stands."""
        parts = place.split("/")
        for at, part in enumerate(parts):
            if "/".join(place.split("/")[:at]) in self._people:
                name, ending = _ENDING.split(part, maxsplit=1)[0], _ENDING.search(part)
                parts[at] = self.address(Address("workplace", name)).name + (ending[0] if ending else "")
        return "/".join(parts)

    def _known(self, rule: str, path: str) -> str:
        """The path of a field, without a key that nobody knows: it may be a misplaced value."""
        return f"{path.rpartition('.')[0]}.…".lstrip(".") if rule == UNKNOWN_KEY else path

    def _title(self, rule: str) -> Text:
        known = self._whole.rules.get(rule)
        return known.title if known else words.WITHHELD

    def _general(self, rule: str, part: str) -> Text:
        """What the rule says of everybody: its sentence, unless somebody's value belongs into it."""
        known = self._whole.rules.get(rule)
        text: Text = getattr(known, part) if known else NOTHING
        return NOTHING if "{" in text.de + text.en else text
