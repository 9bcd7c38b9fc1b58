"""What a plan brings with it, as plain JSON values."""

from collections.abc import Iterator, Mapping
from typing import Any

from reconciler.model.address import Address
from reconciler.model.cost import decimal_text
from reconciler.model.report import Commitments, Report, Unordered
from reconciler.views._cost import sums_json


def outlook(report: Report, language: str) -> dict[str, Any]:
    """What binds, what changes at a distance, what touches emergency calls, what is left to a person, and so on."""
    return {
        "commitments": {**commitments_json(report.commitments), "manual": len(report.manual)},
        "unordered": unordered_json(report.unordered),
        "ordered": report.ordered and {"count": report.ordered.count, "until": report.ordered.until.isoformat()},
        "indirect": _grouped(report.indirect),
        "followers": _grouped(report.followers),
        "emergency": [{"address": str(t.address), "fields": list(t.paths)} for t in report.emergency],
        "numbers": [{"number": h.number, "from": str(h.giver), "to": str(h.taker) if h.taker else None}
                    for h in report.numbers],
        "gaps": list(_gaps(report)),
        "manual": manual_json(report, language),
        "blocking": list(_blocking(report)),
    }


def _grouped(names: Mapping[Address, tuple[Address, ...]]) -> dict[str, list[str]]:
    return {str(first): list(map(str, others)) for first, others in names.items()}


def unordered_json(unordered: Unordered | None) -> dict[str, Any] | None:
    """What of ours lies in the cart and was not bought; ``monthly`` is what its order adds to a month."""
    if unordered is None:
        return None
    sums = unordered.monthly
    return {
        "count": unordered.count,
        "since": unordered.since and unordered.since.isoformat(),
        "monthly": decimal_text(sums.difference) if sums else None,
        "currency": unordered.currency or None if sums else None,
        "sums": sums_json(sums) if sums else None,
        "commitments": commitments_json(unordered.commitments),
    }


def manual_json(report: Report, language: str) -> list[dict[str, str]]:
    """What is left to a person."""
    return [{"address": str(c.address), "rule": c.rule, "message": c.message.of(language)} for c in report.manual]


def commitments_json(bound: Commitments) -> dict[str, Any]:
    """How much binds until when, and what is sent out."""
    return {
        "workplaces": bound.workplaces,
        "packages": bound.packages,
        "until": bound.until and bound.until.isoformat(),
        "binds": [{"until": b.until.isoformat(), "workplaces": b.workplaces, "packages": b.packages}
                  for b in bound.binds],
        "mails": bound.mails,
        "sms": bound.sms,
    }


def _gaps(report: Report) -> Iterator[dict[str, Any]]:
    for gap in report.gaps:
        yield {
            "address": str(gap.address),
            **({"was": str(gap.was)} if gap.was != gap.address else {}),
            **({"item": gap.item} if gap.item else {}),
            "last": gap.last and gap.last.isoformat(),
            "again": gap.again and gap.again.isoformat(),
        }


def _blocking(report: Report) -> Iterator[dict[str, Any]]:
    for blocking in report.blocking:
        yield {
            "address": str(blocking.address),
            "before": blocking.before,
            "after": blocking.after,
            "effect": blocking.effect,
            "opens": {direction: list(found) for direction, found in blocking.opens.items()},
            "blocks": {direction: list(found) for direction, found in blocking.blocks.items()},
            "stays": {direction: list(found) for direction, found in blocking.stays.items()},
            "workplaces": blocking.workplaces,
        }
