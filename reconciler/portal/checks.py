"""What stands against an order: each check yields every refusal that it knows."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from reconciler.model.address import Address
from reconciler.model.booking import item_name, items, own_term, term_of_item
from reconciler.model.kind import Kind
from reconciler.model.marks import AvailableFrom, Manual, Needs, Term, Unique, Within
from reconciler.model.message import Message, Value, sentence
from reconciler.model.offers import offers_less
from reconciler.model.references import Reference, claims, references, refers_by, satisfied, taken_by_rule, target
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts
from reconciler.portal import refusals as say
from reconciler.portal.bodies import blank, misfit
from reconciler.portal.desk import Desk
from reconciler.portal.laws import broken, spoiled
from reconciler.portal.letters import each_once
from reconciler.portal.refusals import Refusal, refusal
from reconciler.portal.users import users


def fits(desk: Desk, after: Resource, before: Resource | None, day: date) -> Iterator[Refusal]:
    """Whether a resource may be as ``after`` says from ``day`` on; what ``before`` had already may stay untouched."""
    yield from complete(desk, after, before)
    yield from doubled(desk, after, before)
    yield from ordered_by_hand(desk, after, before)
    yield from referring(desk, after, before, day)
    yield from unclaimed(desk, after, before)
    yield from spoiled(desk, after, before)


def malformed(desk: Desk, address: Address, plain: Mapping[str, Any]) -> Refusal:
    """The refusal for values that make no body: the field and the rule of form that it breaks."""
    rule, path = misfit(desk.kind(address), plain)
    return refusal(rule, say.MISFIT if path else say.MALFORMED, address=address, path=path)


def complete(desk: Desk, after: Resource, before: Resource | None) -> Iterator[Refusal]:
    """What must not be empty has a value, and unique values are chosen.

    Who exists already may give a unique value back for a moment, so that others can take it.
    """
    kind = desk.kind(after.address)
    empty = blank(kind)
    for field in kind.fields:
        if field.path in kind.required or (field.mark(Unique) is not None and before is None):
            missing = field.value(empty)
            was_missing = before is not None and field.value(before.body) == missing
            if field.value(after.body) == missing and not was_missing:
                yield refusal("FORM-3", say.MISSING, address=after.address, path=field.path)


def doubled(desk: Desk, after: Resource, before: Resource | None) -> Iterator[Refusal]:
    """In no list that is new anything stands twice."""
    for field in desk.kind(after.address).fields:
        value = field.value(after.body)
        if isinstance(value, tuple) and not (before and field.value(before.body) == value):
            yield from each_once(after.address, value)


def ordered_by_hand(desk: Desk, after: Resource, before: Resource | None) -> Iterator[Refusal]:
    """Nothing is added that is booked by hand only."""
    for field in desk.kind(after.address).carted:
        manual = field.mark(Manual)
        if manual:
            old = field.value(before.body) if before else ()
            added = (item for item in field.value(after.body) if item in manual.values and item not in old)
            yield from (refusal(manual.rule, say.BY_HAND, item=item) for item in added)


def referring(desk: Desk, after: Resource, before: Resource | None, day: date) -> Iterator[Refusal]:
    """What is newly referred to exists, and is available on ``day``."""
    kind = desk.kind(after.address)
    old = references(kind, before.body) if before else ()
    for reference in references(kind, after.body):
        if reference in old:
            continue
        found = target(reference, desk.settings)
        if found is None:
            yield _dangling(kind, after.address, reference)
        else:
            yield from _available(desk, after.address, reference, found, day)


def unclaimed(desk: Desk, after: Resource, before: Resource | None = None) -> Iterator[Refusal]:
    """Nobody else holds a unique value that is newly claimed, active or ordered or in the cart."""
    kind = desk.kind(after.address)
    old = claims(kind, before.body) if before else ()
    for claim in claims(kind, after.body):
        others = () if claim in old else desk.books.holders(claim)
        for holder in others:
            if holder != after.address:
                yield refusal(taken_by_rule(kind, claim), say.TAKEN_VALUE, value=claim.value,
                              holder=holder, standing=desk.standing(holder))


def abandoned(desk: Desk, before: Resource, after: Resource | None) -> Iterator[Refusal]:
    """Whether others lose what they refer to; only looked at where less is offered than before.

    A number that still lies in its block must also still be lawful there (its group may have changed).
    """
    if after and not offers_less(desk.kind(before.address), before.body, after.body):
        return
    address = before.address
    alone = State((before,))
    then = Facts(after=desk.settings.but((after,) if after else (), without=(address,)), today=desk.meta.today)
    for user in users(desk, address):
        kind = desk.kind(user.address)
        for reference in references(kind, user.body):
            if reference.kind != address.kind or not satisfied(reference, alone):
                continue
            lawless = reference.number and set(broken(desk, user, then)) - set(broken(desk, user, desk.facts))
            if lawless or not satisfied(reference, then.after):
                rule = refers_by(kind, reference).in_use
                yield refusal(rule, say.IN_USE, user=user.address, wanted=_wanted(reference), path=reference.path)


def terms_over(desk: Desk, resource: Resource, ended: tuple[str, ...], *, whole: bool = False) -> Iterator[Refusal]:
    """The terms of these items (and of the resource) are over; the one that runs longest comes first."""
    kind = desk.kind(resource.address)
    found: list[tuple[Value, tuple[Term, date] | None]] = []
    found += [(resource.address, own_term(kind, resource))] if whole else []
    found += ((_item_of(item, resource), term_of_item(kind, resource, item)) for item in ended)
    running = [(what, *term) for what, term in found if term and term[1] > desk.meta.today]
    for what, term, until in sorted(running, key=lambda r: r[2], reverse=True):
        yield refusal(term.rule, say.TERM, what=what, until=until)


def _item_of(item: str, resource: Resource) -> Message:
    return sentence("{item} ({whose})", "{item} ({whose})", item=item_name(item), whose=resource.address)


def deletable(desk: Desk, resource: Resource) -> Iterator[Refusal]:
    """Every term is over, and nobody refers to the resource."""
    kind = desk.kind(resource.address)
    yield from terms_over(desk, resource, items(kind, resource.body), whole=True)
    yield from abandoned(desk, resource, None)


def _dangling(kind: Kind, address: Address, reference: Reference) -> Refusal:
    mark = refers_by(kind, reference)
    sentence = say.OUTSIDE if isinstance(mark, Within) else say.NOT_OFFERED if isinstance(mark, Needs) else say.DANGLING
    return refusal(mark.rule, sentence, address=address, path=reference.path, wanted=_wanted(reference))


def _wanted(reference: Reference) -> str:
    if reference.number is not None:
        return reference.number
    if reference.element is None:
        return f"{reference.kind}/{reference.name}"
    where = f"{reference.kind}/{reference.name}" if reference.name else reference.kind
    return f"{reference.element[1]} ({where})"


def _available(
    desk: Desk, address: Address, reference: Reference, found: Address, day: date
) -> Iterator[Refusal]:
    held = desk.settings.get(found)
    for field in desk.kind(found).fields:
        mark = field.mark(AvailableFrom)
        since = field.value(held.body) if held and mark else None
        if mark and since and since > day:
            yield refusal(mark.rule, say.TOO_EARLY, wanted=_wanted(reference), until=since, address=address, day=day)
