"""Findings: a breach as it is told, with its places."""

from typing import Literal, TypedDict

from reconciler.model.address import Address
from reconciler.model.finding import Finding, Related, Severity
from reconciler.model.message import Say
from reconciler.model.place import Place
from reconciler.wire._plain import AddressText, Hear, PlaceText


class RelatedJson(TypedDict):
    """A second place (``file:line:column``), and what it has to do with the finding."""

    place: PlaceText
    label: str


class FindingJson(TypedDict):
    """What, where, why, the way out, and who says so; ``addresses`` are all resources that it is about."""

    rule: str
    severity: Literal["error", "warning", "info"]
    address: AddressText | None
    place: PlaceText | None
    path: str
    message: str
    help: str
    why: str
    source: str
    also: list[RelatedJson]
    addresses: list[AddressText]


def finding_json(finding: Finding, say: Say) -> FindingJson:
    """One finding as plain values."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "address": str(finding.address) if finding.address else None,
        "place": str(finding.place) if finding.place else None,
        "path": finding.path,
        "message": say(finding.message),
        "help": say(finding.help),
        "why": say(finding.why),
        "source": say(finding.source),
        "also": [{"place": str(r.place), "label": say(r.label)} for r in finding.also],
        "addresses": [str(a) for a in (finding.address, *finding.others) if a],
    }


def finding_of(plain: FindingJson, hear: Hear) -> Finding:
    """The finding that was written so, as it was told; without the lines of the files.

    Raises:
        ValueError: if an address or a place is none.
    """
    first = Address.parse(plain["address"]) if plain["address"] else None
    others = plain["addresses"][1:] if first else plain["addresses"]
    return Finding(
        plain["rule"], Severity(plain["severity"]), hear(plain["message"]), hear(plain["why"]),
        hear(plain["help"]), hear(plain["source"]), first, plain["path"],
        _place(plain["place"]) if plain["place"] else None,
        tuple(Related(_place(r["place"]), hear(r["label"])) for r in plain["also"]),
        tuple(map(Address.parse, others)),
    )


def _place(text: str) -> Place:
    file, line, column = text.rsplit(":", 2)
    return Place(file, int(line), int(column))
