"""Sections: what each part of a report tells machines, as keys of one object."""

from collections import Counter
from typing import TypedDict, assert_never, cast

from reconciler.model.meaning import Lying
from reconciler.model.message import Say
from reconciler.model.order import Outcome, Receipt
from reconciler.model.plan import Plan
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
    Purchase,
    Section,
    Steps,
    Stuck,
    Unbought,
    Underway,
    Waiting,
)
from reconciler.model.term import Terms
from reconciler.wire._plain import AddressText, Count, Day, Language, day_or_null
from reconciler.wire.audit import AuditJson, audit_json
from reconciler.wire.change import BlockedJson, ChangeJson, blocked_json, change_json
from reconciler.wire.cost import CostJson, cost_json
from reconciler.wire.finding import FindingJson, finding_json
from reconciler.wire.meaning import (
    BlockingJson,
    ChoreJson,
    CommitmentsJson,
    EmergencyJson,
    GapJson,
    HandoverJson,
    OrderedJson,
    UnorderedJson,
    blocking_json,
    chore_json,
    commitments_json,
    emergency_json,
    gap_json,
    grouped_json,
    handover_json,
    ordered_json,
    unordered_json,
)
from reconciler.wire.order import OrderJson, ReceiptJson, WaveJson, order_json, receipt_json, wave_json
from reconciler.wire.position import PendingJson, PositionJson, TermJson, pending_json, position_json, term_json

FORECAST = "forecast"
"""The state of an order of a later wave in the report of apply."""

_COUNTED = {
    Outcome.DONE: "done",
    Outcome.ALREADY_PRESENT: "alreadyPresent",
    Outcome.REJECTED: "rejected",
    Outcome.SKIPPED: "skipped",
    Outcome.NOT_TRIED: "notTried",
    Outcome.UNKNOWN: "unknown",
}


class SelectionJson(TypedDict):
    """What was chosen."""

    target: list[str]
    exclude: list[str]
    select: list[str]


class StatusJson(TypedDict):
    """A portal in a few figures."""

    counts: dict[str, Count]
    inCart: Count
    ordered: Count
    nextDue: Day | None
    auditHead: str | None


class KeysJson(TypedDict, total=False):
    """What sections tell, in the order in which it is written."""

    counts: dict[str, Count]
    changes: list[ChangeJson]
    waves: list[WaveJson]
    blocked: list[BlockedJson]
    pending: list[PendingJson]
    terms: list[TermJson]
    findings: list[FindingJson]
    positions: list[PositionJson]
    commitments: CommitmentsJson
    unordered: UnorderedJson | None
    ordered: OrderedJson | None
    indirect: dict[str, list[str]]
    astray: dict[str, list[str]]
    followers: dict[str, list[str]]
    emergency: list[EmergencyJson]
    numbers: list[HandoverJson]
    gaps: list[GapJson]
    manual: list[ChoreJson]
    blocking: list[BlockingJson]
    cost: CostJson | None
    unmanaged: list[AddressText]
    kept: list[AddressText]
    allowances: dict[str, Count]
    refused: list[str]
    selection: SelectionJson
    cart: dict[str, str]
    cartOfOthers: dict[str, str]
    foreign: list[PositionJson]
    receipts: list[ReceiptJson]
    notes: list[str]
    closing: str
    texts: dict[Language, dict[str, str]]
    status: StatusJson
    audit: AuditJson


def section_json(section: Section, say: Say) -> KeysJson:  # noqa: C901, PLR0911, PLR0912 - one case a section
    """The keys that one section gives."""
    match section:
        case Findings():
            return KeysJson(findings=[finding_json(f, say) for f in section.findings])
        case Chosen(selection):
            target, exclude, select = map(list, selection)
            return KeysJson(selection={"target": target, "exclude": exclude, "select": select})
        case Outlook():
            return _outlook(section)
        case Costs(cost):
            return KeysJson(cost=cost_json(cost))
        case Emergency(touched):
            return KeysJson(emergency=list(map(emergency_json, touched)))
        case Numbers(handovers):
            return KeysJson(numbers=list(map(handover_json, handovers)))
        case Manual(chores):
            return KeysJson(manual=[chore_json(c, say) for c in chores])
        case Steps():
            return _steps(section, say)
        case Outcomes():
            return _outcomes(section, say)
        case Differences():
            changes = [change_json(c, section.places) for c in section.changes]
            return KeysJson(changes=changes, waves=[], allowances={}, refused=[], cart={})
        case Stuck(blocked):
            return KeysJson(blocked=[blocked_json(b, say) for b in blocked])
        case Waiting(pending):
            return KeysJson(pending=[pending_json(p, say) for p in pending])
        case LeftAlone():
            return KeysJson(unmanaged=list(map(str, section.unmanaged)), kept=list(map(str, section.kept)),
                            foreign=[position_json(p, say) for p in section.foreign])
        case Cart() | Purchase():
            return _positions(section, say)
        case Terms():
            return KeysJson(terms=list(map(term_json, section.terms)))
        case Figures():
            return KeysJson(status={"counts": dict(section.counts), "inCart": section.in_cart,
                                    "ordered": section.ordered, "nextDue": day_or_null(section.next_due),
                                    "auditHead": section.head or None})
        case Audit():
            return KeysJson(audit=audit_json(section))
        case Notes(notes):
            return KeysJson(notes=[say(n) for n in notes])
        case Underway(lying):
            return _lying(lying)
        case Calm() | NoDrift() | Unbought() | Guards():
            return KeysJson()  # what they say follows from the others
        case _:
            assert_never(section)


def _outlook(outlook: Outlook) -> KeysJson:
    meaning = outlook.meaning
    return KeysJson(
        **_lying(outlook.lying),
        commitments={**commitments_json(meaning.commitments), "manual": len(meaning.manual)},
        indirect=grouped_json(outlook.indirect),
        astray=grouped_json(outlook.astray),
        followers=grouped_json(outlook.followers),
        gaps=list(map(gap_json, meaning.gaps)),
        blocking=list(map(blocking_json, outlook.blocking)),
    )


def _lying(lying: Lying) -> KeysJson:
    return KeysJson(unordered=unordered_json(lying.unordered), ordered=ordered_json(lying.ordered))


def _steps(steps: Steps, say: Say) -> KeysJson:
    return KeysJson(**_rest(steps.plan), changes=[change_json(c, steps.places) for c in steps.plan.changes],
                    waves=[wave_json(w, say) for w in steps.plan.waves])


def _outcomes(outcomes: Outcomes, say: Say) -> KeysJson:
    """As of a plan, each order with what became of it."""
    plan, sent = outcomes.plan, outcomes.sent
    counts = Counter(receipt.outcome for _, receipt in sent)
    due = [cast("OrderJson", {**order_json(o, say), **_answer(r, say)}) for o, r in sent]
    waves: list[WaveJson] = [{"notBefore": plan.waves[0].not_before.isoformat(), "orders": due}] if due else []
    for wave in outcomes.later:
        orders = [cast("OrderJson", {**order_json(o, say), "state": FORECAST}) for o in wave.orders]
        waves.append({"notBefore": wave.not_before.isoformat(), "orders": orders})
    return KeysJson(
        **_rest(plan), changes=[change_json(c, outcomes.places) for c in plan.changes], waves=waves,
        counts={"planned": counts.total(), **{name: counts[outcome] for outcome, name in _COUNTED.items()}},
    )


def _answer(receipt: Receipt, say: Say) -> dict[str, object]:
    return {key: value for key, value in receipt_json(receipt, say).items() if key != "ref"}


def _rest(plan: Plan) -> KeysJson:
    return KeysJson(allowances=dict(plan.allowances), refused=list(plan.refused), cart=dict(sorted(plan.cart.items())),
                    cartOfOthers=dict(sorted(plan.theirs.items())))


def _positions(section: Cart | Purchase, say: Say) -> KeysJson:
    meaning = section.meaning
    keys = KeysJson(positions=[position_json(p, say) for p in section.positions],
                    commitments=commitments_json(meaning.commitments), cost=cost_json(meaning.cost))
    if isinstance(section, Purchase):
        keys["manual"] = [chore_json(c, say) for c in meaning.manual]
        keys["receipts"] = [receipt_json(r, say) for r in section.receipts]
    return keys
