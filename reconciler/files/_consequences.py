"""What a plan file tells beside its orders, read back: all that stands before the yes, and the positions of others."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from reconciler.files.cost import read_sums
from reconciler.model.address import Address
from reconciler.model.consequences import Binding, Blocking, Chore, Gap, Handover, Touched
from reconciler.model.position import Position
from reconciler.model.report import Commitments, Ordered, Report, Unordered
from reconciler.model.text import Text


def with_consequences(report: Report, plain: Mapping[str, Any]) -> Report:
    """The report with what the plan of this JSON brings with it.

    Raises:
        KeyError, TypeError, ValueError: if a part is missing or of another form.
    """
    return replace(
        report,
        commitments=_commitments(plain["commitments"]),
        indirect=_grouped(plain["indirect"]),
        followers=_grouped(plain["followers"]),
        emergency=tuple(Touched(Address.parse(e["address"]), tuple(e["fields"])) for e in plain["emergency"]),
        numbers=tuple(map(_handover, plain["numbers"])),
        blocking=tuple(map(_blocking, plain["blocking"])),
        gaps=tuple(map(_gap, plain["gaps"])),
        manual=tuple(map(_chore, plain["manual"])),
        positions=tuple(map(_position, plain["foreign"])),
        unordered=_unordered(plain["unordered"]),
        ordered=_ordered(plain["ordered"]),
    )


def _grouped(plain: Mapping[str, Any]) -> dict[Address, tuple[Address, ...]]:
    return {Address.parse(first): tuple(map(Address.parse, others)) for first, others in plain.items()}


def _commitments(plain: Mapping[str, Any]) -> Commitments:
    binds = tuple(Binding(date.fromisoformat(b["until"]), b["workplaces"], b["packages"]) for b in plain["binds"])
    until, counts = _day(plain["until"]), (plain["mails"], plain["sms"], plain["packages"])
    return Commitments(plain["workplaces"], until, *counts, binds)


def _unordered(plain: Mapping[str, Any] | None) -> Unordered | None:
    if plain is None:
        return None
    sums, currency = (read_sums(plain["sums"]), plain["currency"]) if plain["sums"] else (None, "")
    return Unordered(plain["count"], _day(plain["since"]), sums, currency, _commitments(plain["commitments"]))


def _ordered(plain: Mapping[str, Any] | None) -> Ordered | None:
    return Ordered(plain["count"], date.fromisoformat(plain["until"])) if plain else None


def _handover(plain: Mapping[str, Any]) -> Handover:
    return Handover(plain["number"], Address.parse(plain["from"]), Address.parse(plain["to"]) if plain["to"] else None)


def _gap(plain: Mapping[str, Any]) -> Gap:
    was = Address.parse(plain.get("was", plain["address"]))
    return Gap(Address.parse(plain["address"]), was, _day(plain["last"]), _day(plain["again"]),
               plain.get("item", ""))


def _chore(plain: Mapping[str, Any]) -> Chore:
    return Chore(Address.parse(plain["address"]), plain["rule"], Text(plain["message"], plain["message"]))


def _blocking(plain: Mapping[str, Any]) -> Blocking:
    opens, blocks, stays = ({d: tuple(found) for d, found in plain[key].items()}
                            for key in ("opens", "blocks", "stays"))
    address = Address.parse(plain["address"])
    return Blocking(address, plain["before"], plain["after"], opens, blocks, plain["workplaces"], stays)


def _position(plain: Mapping[str, Any]) -> Position:
    return Position(
        plain["ref"], Address.parse(plain["address"]), plain["verb"], plain.get("item", ""), state=plain["state"],
        activation_date=_day(plain["activationDate"]), ours=plain["ours"], rule=plain.get("rule", ""),
        reason=Text(plain.get("reason", ""), plain.get("reason", "")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
