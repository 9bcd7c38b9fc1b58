"""What a plan brings with it: what binds, what lies in the cart, who is touched, and what is left to a person."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NotRequired, TypedDict, cast

from reconciler.model.address import Address
from reconciler.model.consequences import Binding, Blocking, Chore, Gap, Handover, Touched
from reconciler.model.meaning import Commitments, Next, Ordered, Unordered
from reconciler.model.message import Say
from reconciler.model.money import decimal_text
from reconciler.wire._plain import AddressText, Amount, Count, Day, Hear, day_of, day_or_null, given
from reconciler.wire.cost import Currency, SumsJson, sums_json, sums_of

Effect = Literal["widened", "tightened", "changed"]


class BindingJson(TypedDict):
    """So many new workplaces, and packages and mobile integrations, bound until one day."""

    until: Day
    workplaces: Count
    packages: Count


class CommitmentsJson(TypedDict):
    """How much binds until when, what is sent out, and in a plan how much is left to a person."""

    workplaces: Count
    packages: Count
    until: Day | None
    binds: list[BindingJson]
    mails: Count
    sms: Count
    manual: NotRequired[Count]


class UnorderedJson(TypedDict):
    """What of ours lies in the cart and was not bought; ``monthly`` is what its order adds to a month.

    ``complete`` is told where it is false, because something in these sums has no price.
    """

    count: Count
    since: Day | None
    monthly: Amount | None
    currency: Currency | None
    sums: SumsJson | None
    complete: NotRequired[bool]
    commitments: CommitmentsJson
    next: NotRequired[Next]
    withdrawn: NotRequired[Count]


class OrderedJson(TypedDict):
    """What is ordered and not carried out."""

    count: Count
    until: Day


class EmergencyJson(TypedDict):
    """A resource whose steps touch emergency calls, and by which fields."""

    address: AddressText
    fields: list[str]


HandoverJson = TypedDict("HandoverJson", {"number": str, "from": AddressText, "to": AddressText | None})
"""A number, who gives it up, and who gets it."""


class GapJson(TypedDict):
    """A workplace that is set up anew, and the days without it."""

    address: AddressText
    was: NotRequired[AddressText]
    item: NotRequired[str]
    last: Day | None
    again: Day | None


class ChoreJson(TypedDict):
    """What a person must do at the portal."""

    address: AddressText
    rule: str
    message: str


class BlockingJson(TypedDict):
    """Calls that are blocked differently: by direction the ranges that open, that close, and that stay blocked."""

    address: AddressText
    before: str
    after: str
    effect: Effect
    opens: dict[str, list[str]]
    blocks: dict[str, list[str]]
    stays: dict[str, list[str]]
    workplaces: Count


def commitments_json(bound: Commitments) -> CommitmentsJson:
    """How much binds, as plain values."""
    return {
        "workplaces": bound.workplaces,
        "packages": bound.packages,
        "until": day_or_null(bound.until),
        "binds": [{"until": b.until.isoformat(), "workplaces": b.workplaces, "packages": b.packages}
                  for b in bound.binds],
        "mails": bound.mails,
        "sms": bound.sms,
    }


def commitments_of(plain: CommitmentsJson) -> Commitments:
    """The commitments that were written so."""
    binds = tuple(Binding(date.fromisoformat(b["until"]), b["workplaces"], b["packages"]) for b in plain["binds"])
    return Commitments(plain["workplaces"], day_of(plain["until"]), plain["mails"], plain["sms"], plain["packages"],
                       binds)


def unordered_json(unordered: Unordered | None) -> UnorderedJson | None:
    """What lies unbought, as plain values."""
    if unordered is None:
        return None
    sums = unordered.monthly
    plain: UnorderedJson = {
        "count": unordered.count,
        "since": day_or_null(unordered.since),
        "monthly": decimal_text(sums.difference) if sums else None,
        "currency": unordered.currency or None if sums else None,
        "sums": sums_json(sums) if sums else None,
        "commitments": commitments_json(unordered.commitments),
        "next": unordered.next,
        "withdrawn": unordered.withdrawn,
    }
    if sums and not sums.complete:
        plain = {**plain, "complete": False}
    return given(plain, UnorderedJson.__required_keys__ | {"complete"})


def unordered_of(plain: UnorderedJson | None) -> Unordered | None:
    """What was written so."""
    if plain is None:
        return None
    sums = sums_of(plain["sums"]) if plain["sums"] else None
    return Unordered(plain["count"], day_of(plain["since"]), sums, plain["currency"] or "" if sums else "",
                     commitments_of(plain["commitments"]), plain.get("next", "order"), plain.get("withdrawn", 0))


def ordered_json(ordered: Ordered | None) -> OrderedJson | None:
    """What is on its way, as plain values."""
    return {"count": ordered.count, "until": ordered.until.isoformat()} if ordered else None


def ordered_of(plain: OrderedJson | None) -> Ordered | None:
    """What was written so."""
    return Ordered(plain["count"], date.fromisoformat(plain["until"])) if plain else None


def grouped_json(names: Mapping[Address, tuple[Address, ...]]) -> dict[str, list[str]]:
    """Addresses by what they belong to, as plain values."""
    return {str(first): list(map(str, others)) for first, others in names.items()}


def grouped_of(plain: Mapping[str, list[str]]) -> dict[Address, tuple[Address, ...]]:
    """What was written so."""
    return {Address.parse(first): tuple(map(Address.parse, others)) for first, others in plain.items()}


def emergency_json(touched: Touched) -> EmergencyJson:
    """Whose change touches emergency calls, as plain values."""
    return {"address": str(touched.address), "fields": list(touched.paths)}


def emergency_of(plain: EmergencyJson) -> Touched:
    """What was written so."""
    return Touched(Address.parse(plain["address"]), tuple(plain["fields"]))


def handover_json(handover: Handover) -> HandoverJson:
    """One handover as plain values."""
    return {"number": handover.number, "from": str(handover.giver),
            "to": str(handover.taker) if handover.taker else None}


def handover_of(plain: HandoverJson) -> Handover:
    """The handover that was written so."""
    return Handover(plain["number"], Address.parse(plain["from"]), Address.parse(plain["to"]) if plain["to"] else None)


def gap_json(gap: Gap) -> GapJson:
    """One gap as plain values."""
    plain: GapJson = {"address": str(gap.address), "was": str(gap.was) if gap.was != gap.address else "",
                      "item": gap.item, "last": day_or_null(gap.last), "again": day_or_null(gap.again)}
    return given(plain, GapJson.__required_keys__)


def gap_of(plain: GapJson) -> Gap:
    """The gap that was written so."""
    was = Address.parse(plain.get("was", plain["address"]))
    return Gap(Address.parse(plain["address"]), was, day_of(plain["last"]), day_of(plain["again"]),
               plain.get("item", ""))


def chore_json(chore: Chore, say: Say) -> ChoreJson:
    """One thing to do by hand, as plain values."""
    return {"address": str(chore.address), "rule": chore.rule, "message": say(chore.message)}


def chore_of(plain: ChoreJson, hear: Hear) -> Chore:
    """What was written so."""
    return Chore(Address.parse(plain["address"]), plain["rule"], hear(plain["message"]))


def blocking_json(blocking: Blocking) -> BlockingJson:
    """What is blocked differently, as plain values."""
    return {
        "address": str(blocking.address),
        "before": blocking.before,
        "after": blocking.after,
        "effect": cast("Effect", blocking.effect),
        "opens": _lists(blocking.opens),
        "blocks": _lists(blocking.blocks),
        "stays": _lists(blocking.stays),
        "workplaces": blocking.workplaces,
    }


def blocking_of(plain: BlockingJson) -> Blocking:
    """What was written so."""
    opens, blocks, stays = ({d: tuple(found) for d, found in side.items()}
                            for side in (plain["opens"], plain["blocks"], plain["stays"]))
    return Blocking(Address.parse(plain["address"]), plain["before"], plain["after"], opens, blocks,
                    plain["workplaces"], stays)


def _lists(side: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {direction: list(found) for direction, found in side.items()}
