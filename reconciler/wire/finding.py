"""Findings: a breach as it is told, with its places."""

from typing import Literal

from typing_extensions import TypedDict

from reconciler.model.address import Address
from reconciler.model.finding import Finding, Related, Severity
from reconciler.model.place import Place
from reconciler.wire._plain import AddressText, PlaceText, text_of


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


def finding_json(finding: Finding, language: str) -> FindingJson:
    """One finding as plain values."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "address": str(finding.address) if finding.address else None,
        "place": str(finding.place) if finding.place else None,
        "path": finding.path,
        "message": finding.message.of(language),
        "help": finding.help.of(language),
        "why": finding.why.of(language),
        "source": finding.source.of(language),
        "also": [{"place": str(r.place), "label": r.label.of(language)} for r in finding.also],
        "addresses": [str(a) for a in (finding.address, *finding.others) if a],
    }


def finding_of(plain: FindingJson) -> Finding:
    """The finding that was written so, as it was told; without the lines of the files.

    Raises:
        ValueError: if an address or a place is none.
    """
    return Finding(
        plain["rule"], Severity(plain["severity"]), text_of(plain["message"]), text_of(plain["why"]),
        text_of(plain["help"]), text_of(plain["source"]), Address.parse(plain["address"]) if plain["address"] else None,
        plain["path"], _place(plain["place"]) if plain["place"] else None,
        tuple(Related(_place(r["place"]), text_of(r["label"])) for r in plain["also"]),
        tuple(map(Address.parse, plain["addresses"][1:])),
    )


def _place(text: str) -> Place:
    file, line, column = text.rsplit(":", 2)
    return Place(file, int(line), int(column))
