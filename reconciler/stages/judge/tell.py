"""Breaches in, findings out: sentences filled, places looked up, silences obeyed.

No cause is told twice, and no answer asked for twice.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from reconciler.model.address import Address
from reconciler.model.document import Document, Path, at
from reconciler.model.finding import Breach, Finding, Related, Severity, Spot
from reconciler.model.message import Message, Said, Word, sentence
from reconciler.model.place import Place
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Rule
from reconciler.model.silences import IGNORE, silences
from reconciler.model.text import Text
from reconciler.stages.judge._grouped import at_one_place, grouped
from reconciler.stages.judge._room import Room

Locate = Callable[[Document, Path, bool, str], Place]
"""Document, path from its top, whether the key is meant, the wrong piece → place."""

RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def tell(
    breaches: Iterable[Breach],
    rules: Mapping[str, Rule],
    wished: State,
    locate: Locate,
    *,
    whole: bool = True,
    known: bool = True,
) -> tuple[Finding, ...]:
    """The findings in order: errors first, then by file and line.

    Only where the breaches are the ``whole`` of a run, and all that they may come of is ``known``, does a silence that
    none of them needs silence nothing.
    """
    telling = _Telling(rules, wished, locate)
    findings: dict[tuple[object, ...], list[Finding]] = {}
    silent: dict[Address, set[str]] = {}
    room = Room()
    for breach in breaches:
        rule = rules[breach.rule]
        severity = breach.severity or rule.severity
        wished_silent = silences(wished.get(breach.address)) if breach.address else {}
        if severity is not Severity.ERROR and rule.silenceable and wished_silent.get(breach.rule):
            silent.setdefault(breach.address or Address("", ""), set()).add(breach.rule)
            continue
        if not room.has(breach, severity):
            continue
        finding = telling.finding(breach, rule, severity)
        where = str(finding.place) if finding.place else f"{finding.address} {finding.path}"
        findings.setdefault((finding.rule, where, "" if finding.place else finding.message), []).append(finding)
    unused = _about_silences(wished, silent if known else None, rules, room) if whole else ()
    for breach in (*unused, *room.rest()):
        rule = rules[breach.rule]
        finding = telling.finding(breach, rule, breach.severity or rule.severity)
        findings[breach.rule, str(finding.place), finding.message] = [finding]
    return grouped(sorted(map(at_one_place, findings.values()), key=_position), rules)


def _position(finding: Finding) -> tuple[object, ...]:
    place = finding.place or Place("￿", 0, 0)
    return RANK[finding.severity], place.file, place.line, place.column, finding.rule, str(finding.address)


def _about_silences(
    wished: State, silent: Mapping[Address, set[str]] | None, rules: Mapping[str, Rule], room: Room
) -> Iterator[Breach]:
    """What is wrong with the silences; ``silent`` are those that are needed, None where nobody knows."""
    for resource in wished:
        if IGNORE not in resource.annotations:
            continue
        for rule, reason in silences(resource).items():
            used = None if silent is None else rule in silent.get(resource.address, ())
            cause = _cause(rule, reason, used, rules)
            if cause:
                path = ("metadata", "annotations", IGNORE)
                breach = Breach("IGN-1", resource.address, path, {"rule": rule, "cause": cause}, piece=rule)
                if room.has(breach, rules["IGN-1"].severity):
                    yield breach


def _cause(rule: str, reason: str, used: bool | None, rules: Mapping[str, Rule]) -> Text | None:  # noqa: FBT001
    if rule not in rules:
        return Text("gibt es nicht", "does not exist")
    if not reason:
        return Text("ohne Begründung in Klammern", "without a reason in brackets")
    if used or rules[rule].change or rules[rule].once:  # what is said of a change is silent again once it is done
        return None
    if not rules[rule].silenceable or rules[rule].severity is Severity.ERROR:
        return Text("lässt sich nicht stumm schalten", "cannot be silenced")
    return None if used is None else Text("trifft hier nicht zu", "does not apply here")


class _Telling:
    """Turns one breach after the other into a finding."""

    def __init__(self, rules: Mapping[str, Rule], wished: State, locate: Locate) -> None:
        self._rules, self._wished, self._locate = rules, wished, locate

    def finding(self, breach: Breach, rule: Rule, severity: Severity) -> Finding:
        place = breach.place or self._place(breach.address, breach.path, breach)
        values = {name: Word("–") if value == "" else value for name, value in breach.values.items()}
        return Finding(
            rule=breach.rule,
            severity=severity,
            message=Message(rule.message, values),
            why=Message(rule.why, values),
            help=_whole(breach.help) if breach.help else Message(_way_out(breach, rule), values),
            source=rule.source,
            address=breach.address,
            path=".".join(str(p) for p in breach.path),
            place=place,
            also=tuple(self._also(breach, place)),
        )

    def _also(self, breach: Breach, main: Place | None) -> Iterator[Related]:
        for spot in breach.also:
            place = self._spot(spot)
            if place and place != main:
                yield Related(place, _whole(spot.label))
        own = breach.address
        if main and own and (resource := self._wished.get(own)) and resource.layers:
            first = resource.layers[0].document
            if (main.file, main.line) != (first.file, first.line) and not _inside(main, first):
                label = sentence("gilt für {address}", "applies to {address}", address=own)
                yield Related(self._locate(first, ("metadata", "name"), False, ""), label)  # noqa: FBT003

    def _spot(self, spot: Spot) -> Place | None:
        return self._place(spot.address, spot.path, Breach("", spot.address))

    def _place(self, address: Address | None, path: Path, breach: Breach) -> Place | None:
        resource = self._wished.get(address) if address else None
        if resource is None or not resource.layers:
            return None
        return place_of(resource, path, self._locate, breach)


def _whole(said: Said) -> Message:
    """Words of this tool as a message, which tells a view that all of them are."""
    return said if isinstance(said, Message) else sentence("{said}", "{said}", said=said)


def _way_out(breach: Breach, rule: Rule) -> Text:
    bare = any(breach.values.get(name) == "" for name in ("nearest", "suggestion", "example"))
    return rule.fix_otherwise if bare and rule.fix_otherwise.en else rule.fix


def _inside(place: Place, document: Document) -> bool:
    lines = document.raw.count(b"\n") + 1
    return place.file == document.file and document.line <= place.line < document.line + lines


def place_of(resource: Resource, path: Path, locate: Locate, breach: Breach) -> Place:
    """Where the value at ``path`` was written: in the strongest layer that has it, else where it is missing."""
    if place := place_written(resource, path, locate, breach):
        return place
    own = resource.layers[0].document
    if not path:
        return locate(own, ("metadata", "name"), False, breach.piece)  # noqa: FBT003
    return locate(own, ("spec", *path), True, "")  # noqa: FBT003


def place_written(resource: Resource, path: Path, locate: Locate, breach: Breach) -> Place | None:
    """Where the value at ``path`` was written: in the strongest layer that has it, or None."""
    own = resource.layers[0].document
    if path[:1] in (("metadata",), ("spec",), ("status",)):
        return locate(own, path, breach.at_key, breach.piece)
    for layer in resource.layers:
        found = layer.find(path)
        if found and (path or layer.document is own):
            return locate(layer.document, _item(layer.document, found, breach.piece), breach.at_key, breach.piece)
    return None


def _item(document: Document, path: Path, piece: str) -> Path:
    """A list, narrowed to the entry that is or holds the wrong piece."""
    node = at(document.content, path)
    if piece and isinstance(node, list):
        for n, entry in enumerate(node):
            if entry == piece:
                return (*path, n)
            if isinstance(entry, dict) and piece in entry.values():
                return (*path, n, next(k for k, v in entry.items() if v == piece))
    return path


