"""A report as JSON: the shapes of plan file, reports and findings that machines rely on."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from json import JSONEncoder
from typing import Any

from reconciler.model.change import Change, ItemChange
from reconciler.model.finding import Finding, Severity
from reconciler.model.inert import inert_json
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.pending import Pending
from reconciler.model.plan import Blocked, Plan
from reconciler.model.position import Position
from reconciler.model.report import Report
from reconciler.model.term import MinimumTerm
from reconciler.views._cost import cost_json
from reconciler.views._counts import blocked_addresses, by_action, by_severity, outcomes
from reconciler.views._describe import booked, number_of, was
from reconciler.views._outlook import commitments_json, manual_json, outlook
from reconciler.views._redact import disguised
from reconciler.views._view import Options, View

FORMAT_VERSION = "1.0"
PLANNING = ("plan", "show", "drift", "apply")
CARTED = ("cart", "order")

_COUNTED = {
    Outcome.DONE: "done",
    Outcome.ALREADY_PRESENT: "alreadyPresent",
    Outcome.REJECTED: "rejected",
    Outcome.SKIPPED: "skipped",
    Outcome.NOT_TRIED: "notTried",
    Outcome.UNKNOWN: "unknown",
}
FORECAST = "forecast"
"""The state of an order of a later wave in the report of apply."""


def render(report: Report, options: Options) -> str:
    """One JSON object; equal reports give equal bytes."""
    pieces = JSONEncoder(ensure_ascii=False, indent=2).iterencode(report_json(disguised(report, options),
                                                                              options.language))
    joined = iter(lambda: "".join(islice(pieces, 10_000)), "")  # a long report has millions of pieces
    return inert_json("".join((*joined, "\n")))


def report_json(report: Report, language: str) -> dict[str, Any]:
    """The report as plain values, all keys of its command present."""
    portal = report.portal
    plain: dict[str, Any] = {
        "formatVersion": FORMAT_VERSION,
        "command": report.command,
        "exit": report.exit,
        "asOf": report.as_of and report.as_of.isoformat(),
        "digest": report.digest or None,
        "portal": portal and {"driver": portal.driver, "company": portal.company, "origin": portal.origin,
                              "revision": portal.revision},
        "summary": _summary(report),
    }
    if report.command == "apply":
        plain["counts"] = _counts(report)
    if report.command in PLANNING:
        plain.update(_plan(report, language))
    if report.command == "drift":
        plain["pending"] = [_pending(p, language) for p in report.pending]
    if report.command == "terms":
        plain["terms"] = list(map(_term, report.terms))
    plain["findings"] = [_finding(f, language) for f in report.findings]
    if report.command in CARTED:
        plain["positions"] = [_position(p, language) for p in report.positions]
        plain["commitments"] = commitments_json(report.commitments)
        plain["cost"] = cost_json(report.cost)
    if report.command == "order":
        plain["manual"] = manual_json(report, language)
        plain["receipts"] = [{"ref": r.ref, **_answer(r, language)} for r in report.receipts]
    if report.command in PLANNING:
        plain.update(_bindings(report, language))
    return {**plain, "notes": [n.of(language) for n in report.notes], "closing": report.closing.of(language)}


def order_json(order: Order, language: str) -> dict[str, Any]:
    """One order as plain values: all that apply needs to send it, and why it waits."""
    return {
        "ref": order.ref,
        "channel": order.channel,
        "verb": order.verb,
        "address": str(order.address),
        **_given(
            item=order.item,
            target=order.target,
            activationDate=order.activation_date and order.activation_date.isoformat(),
            worksFrom=order.works_from and order.works_from.isoformat(),
            bindsUntil=order.binds_until and order.binds_until.isoformat(),
            note=order.note and order.note.of(language),
        ),
        "expects": order.expects,
        "waitsFor": [{"rule": w.rule, "until": w.until.isoformat(), "message": w.message.of(language)}
                     for w in order.waits_for],
        "body": dict(order.body),
    }


def _given(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _summary(report: Report) -> dict[str, int]:
    plan = report.plan
    return {
        **by_action(plan),
        "unchanged": plan.unchanged if plan else 0,
        "unmanaged": len(plan.unmanaged) if plan else 0,
        "blocked": blocked_addresses(plan),
        "waves": len(plan.waves) if plan else 0,
        "errors": by_severity(report.findings, Severity.ERROR),
        "warnings": by_severity(report.findings, Severity.WARNING),
        "documents": report.documents,
        **({"pending": len({p.address for p in report.pending})} if report.command == "drift" else {}),
    }


def _counts(report: Report) -> dict[str, int]:
    counts = Counter(receipt.outcome for _, receipt in outcomes(report))
    return {"planned": counts.total(), **{name: counts[outcome] for outcome, name in _COUNTED.items()}}


def _plan(report: Report, language: str) -> dict[str, Any]:
    plan = report.plan
    return {
        "changes": [_change(c, report) for c in plan.changes] if plan else [],
        "waves": list(_waves(plan, report, language)) if plan else [],
        "blocked": [_blocked(b, language) for b in plan.blocked] if plan else [],
    }


def _change(change: Change, report: Report) -> dict[str, Any]:
    address = str(change.address)
    return {
        "address": address,
        "action": str(change.action),
        "reason": change.reason,
        **_given(was=was(change)),
        "fields": [{"path": f.path, "before": f.before, "after": f.after,
                    "place": report.places.get((address, f.path)), **_given(items=list(map(_item, f.items)))}
                   for f in change.fields],
    }


def _item(item: ItemChange) -> dict[str, Any]:
    return {"key": dict(item.key) if item.key[0][0] else item.name, "action": item.action,
            "before": item.before, "after": item.after}


def _waves(plan: Plan, report: Report, language: str) -> Iterator[dict[str, Any]]:
    states = {id(o): _answer(r, language) for o, r in outcomes(report)} if report.command == "apply" else {}
    later = {"state": FORECAST} if report.command == "apply" else {}
    for wave in plan.waves:
        orders = [{**order_json(o, language), **states.get(id(o), later)} for o in wave.orders]
        yield {"notBefore": wave.not_before.isoformat(), "orders": orders}


def _answer(receipt: Receipt, language: str) -> dict[str, Any]:
    message = receipt.message and receipt.message.of(language)
    return {"state": str(receipt.outcome), **_given(rule=receipt.rule, message=message)}


def _blocked(blocked: Blocked, language: str) -> dict[str, Any]:
    return {
        "address": str(blocked.address),
        "action": blocked.action,
        "rule": blocked.rule,
        "message": blocked.message.of(language),
        "help": blocked.help.of(language),
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "address": finding.address and str(finding.address),
        "place": finding.place and str(finding.place),
        "path": finding.path,
        "message": finding.message.of(language),
        "help": finding.help.of(language),
        "why": finding.why.of(language),
        "source": finding.source.of(language),
        "also": [{"place": str(r.place), "label": r.label.of(language)} for r in finding.also],
        "addresses": [str(a) for a in (finding.address, *finding.others) if a],
    }


def _position(position: Position, language: str) -> dict[str, Any]:
    return {
        "ref": position.ref,
        "address": str(position.address),
        "verb": position.verb,
        **_given(item=position.item, number=number_of(position.body), books=list(booked(position.body))),
        "activationDate": position.activation_date and position.activation_date.isoformat(),
        **_given(worksFrom=position.works_from and position.works_from.isoformat()),
        "ours": position.ours,
        "state": position.state,
        **_given(rule=position.rule, reason=position.reason.of(language)),
    }


def _pending(pending: Pending, language: str) -> dict[str, Any]:
    return {
        "address": str(pending.address),
        "verb": pending.verb,
        "item": pending.item or None,
        "state": pending.state,
        "until": pending.until.isoformat(),
        "rule": pending.rule or None,
        "message": pending.message.of(language),
    }


def _term(term: MinimumTerm) -> dict[str, Any]:
    return {
        "address": str(term.address),
        "item": term.item or None,
        "state": term.state,
        "began": term.began.isoformat(),
        "ends": term.ends.isoformat(),
        "over": term.over,
        "rule": term.rule,
        "leaving": term.leaving or None,
    }


def _bindings(report: Report, language: str) -> dict[str, Any]:
    plan = report.plan
    return {
        **outlook(report, language),
        "cost": cost_json(report.cost),
        "unmanaged": [str(a) for a in plan.unmanaged] if plan else [],
        "kept": [str(a) for a in plan.kept] if plan else [],
        "allowances": dict(plan.allowances) if plan else {},
        "refused": list(plan.refused) if plan else [],
        "selection": {name: list(chosen) for name, chosen in (plan or Plan(date.min)).selection._asdict().items()},
        "cart": dict(sorted(plan.cart.items())) if plan else {},
        "foreign": [_position(p, language) for p in report.positions],
    }


VIEW = View("json", render)
