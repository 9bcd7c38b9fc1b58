"""Plan files: the report of a plan, read back in full or refused."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, NotRequired, TypedDict

from pydantic_core import SchemaValidator

from reconciler.model.address import Address
from reconciler.model.meaning import Lying
from reconciler.model.plan import Plan
from reconciler.model.planned import Planned
from reconciler.model.report import Head, Origin, Report
from reconciler.model.schema import schema_of
from reconciler.model.sections import Notes
from reconciler.model.selection import Selection
from reconciler.wire._plain import AddressText, Count, Day, Hear, Language, hearing
from reconciler.wire.change import BlockedJson, ChangeJson, blocked_of, change_of, places_of
from reconciler.wire.cost import CostJson, cost_of
from reconciler.wire.finding import FindingJson, finding_of
from reconciler.wire.meaning import (
    BlockingJson,
    ChoreJson,
    CommitmentsJson,
    EmergencyJson,
    GapJson,
    HandoverJson,
    OrderedJson,
    UnorderedJson,
    blocking_of,
    chore_of,
    commitments_of,
    emergency_of,
    gap_of,
    grouped_of,
    handover_of,
    ordered_of,
    unordered_of,
)
from reconciler.wire.order import WaveJson, wave_of
from reconciler.wire.position import PositionJson, position_of
from reconciler.wire.report import Digest, OriginJson, Version
from reconciler.wire.section import SelectionJson


class SummaryJson(TypedDict):
    """The counts that cannot be counted in the file itself."""

    unchanged: Count
    documents: Count


class PlanJson(TypedDict):
    """A whole plan file. Keys that are not listed may be anything."""

    formatVersion: Version
    command: Literal["plan"]
    exit: Literal[0, 4]
    asOf: Day
    digest: Digest
    portal: OriginJson
    summary: SummaryJson
    changes: list[ChangeJson]
    waves: list[WaveJson]
    blocked: list[BlockedJson]
    findings: list[FindingJson]
    commitments: CommitmentsJson
    unordered: UnorderedJson | None
    ordered: OrderedJson | None
    indirect: dict[str, list[str]]
    astray: NotRequired[dict[str, list[str]]]
    followers: dict[str, list[str]]
    emergency: list[EmergencyJson]
    numbers: list[HandoverJson]
    gaps: list[GapJson]
    manual: list[ChoreJson]
    blocking: list[BlockingJson]
    cost: CostJson | None
    unmanaged: list[AddressText]
    kept: NotRequired[list[AddressText]]
    allowances: dict[str, Count]
    refused: list[str]
    selection: SelectionJson
    cart: dict[str, str]
    cartOfOthers: NotRequired[dict[str, str]]
    foreign: list[PositionJson]
    notes: list[str]
    closing: str
    texts: dict[Language, dict[str, str]]


@cache
def form() -> SchemaValidator:
    """What checks plain values."""
    return SchemaValidator(schema_of(PlanJson))


def plan_of(plain: Mapping[str, Any]) -> Report:
    """The report that a plan file holds.

    Raises:
        ValueError: if a key is missing or a value is not of its form.
    """
    return _report(form().validate_python(plain, strict=True))


def _report(plain: PlanJson) -> Report:
    hear = hearing(plain["texts"])
    as_of = date.fromisoformat(plain["asOf"])
    head = Head("plan", exit=plain["exit"], as_of=as_of, portal=Origin(**plain["portal"]), digest=plain["digest"])
    return Report(head, (*_planned(plain, as_of, hear).sections, Notes(tuple(map(hear, plain["notes"])))),
                  hear(plain["closing"]))


def _planned(plain: PlanJson, as_of: date, hear: Hear) -> Planned:
    return Planned(
        _plan(plain, as_of, hear),
        findings=tuple(finding_of(f, hear) for f in plain["findings"]),
        documents=plain["summary"]["documents"],
        places=places_of(plain["changes"]),
        commitments=commitments_of(plain["commitments"]),
        cost=cost_of(plain["cost"]),
        lying=Lying(unordered_of(plain["unordered"]), ordered_of(plain["ordered"])),
        indirect=grouped_of(plain["indirect"]),
        astray=grouped_of(plain.get("astray", {})),
        followers=grouped_of(plain["followers"]),
        emergency=tuple(map(emergency_of, plain["emergency"])),
        numbers=tuple(map(handover_of, plain["numbers"])),
        blocking=tuple(map(blocking_of, plain["blocking"])),
        gaps=tuple(map(gap_of, plain["gaps"])),
        manual=tuple(chore_of(c, hear) for c in plain["manual"]),
        foreign=tuple(position_of(p, hear) for p in plain["foreign"]),
    )


def _plan(plain: PlanJson, as_of: date, hear: Hear) -> Plan:
    return Plan(
        as_of=as_of,
        changes=tuple(map(change_of, plain["changes"])),
        waves=tuple(wave_of(w, hear) for w in plain["waves"]),
        blocked=tuple(blocked_of(b, hear) for b in plain["blocked"]),
        unchanged=plain["summary"]["unchanged"],
        unmanaged=tuple(map(Address.parse, plain["unmanaged"])),
        kept=tuple(map(Address.parse, plain.get("kept", ()))),
        allowances=plain["allowances"],
        refused=tuple(plain["refused"]),
        selection=Selection(*(tuple(plain["selection"][part]) for part in ("target", "exclude", "select"))),
        cart=plain["cart"],
        theirs=plain.get("cartOfOthers", {}),
    )
