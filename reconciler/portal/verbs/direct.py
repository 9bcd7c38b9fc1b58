"""The direct verbs: what costs nothing takes effect at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reconciler.model.address import Address
from reconciler.model.kind import Field, only_mended
from reconciler.model.marks import Assigned, Cart, Fixed, Ours, WriteOnce
from reconciler.model.message import Message, Word, sentence
from reconciler.model.order import Order
from reconciler.model.resource import Life, Resource
from reconciler.portal import refusals as say
from reconciler.portal.bodies import laid, overlaid
from reconciler.portal.checks import abandoned, fits, malformed
from reconciler.portal.desk import Desk
from reconciler.portal.laws import broken_as_a_whole
from reconciler.portal.refusals import Refusal, refusal
from reconciler.portal.verbs.cart import absent
from reconciler.portal.verbs.renaming import RENAME, renames
from reconciler.portal.verbs.verb import Verb


def against_create(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against a new resource that costs nothing."""
    yield from _free(desk, order.address)
    if desk.books.resource(order.address):
        yield refusal("REF-1", say.TAKEN_NAME, address=order.address, standing=desk.standing(order.address))
    body = desk.body(order)
    if body is None:
        yield malformed(desk, order.address, order.body)
        return
    yield from fits(desk, Resource(order.address, body, life=Life()), None, desk.meta.today)


def create(desk: Desk, order: Order) -> None:
    """Make a resource that costs nothing."""
    desk.put(Resource(order.address, desk.body(order), life=Life()))
    desk.books.count_life(order.address)


def against_update(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against other values for leaves of a resource, or other names."""
    before = desk.books.resource(order.address)
    if before is None:
        yield absent(desk, order.address)
    elif renames(desk, order):
        yield from RENAME.refusals(desk, order)
    else:
        yield from _settable(desk, order, before)


def update(desk: Desk, order: Order) -> None:
    """Set leaves of a resource by path (None: absent), or call something otherwise."""
    if renames(desk, order):
        RENAME.effect(desk, order)
        return
    before = desk.books.resource(order.address)
    if before is None:
        raise ValueError(order.address)  # that is a refusal
    desk.put(replace(before, body=overlaid(desk.kind(order.address), before.body, order.body)))
    desk.books.count_life(order.address)


def against_remove(desk: Desk, order: Order) -> Iterator[Refusal]:
    """What stands against the end of a resource that costs nothing: somebody refers to it, a rule needs it."""
    yield from _free(desk, order.address)
    resource = desk.books.resource(order.address)
    if resource is None:
        yield absent(desk, order.address)
        return
    yield from abandoned(desk, resource, None)
    known = frozenset(broken_as_a_whole(desk.rules, desk.settings))
    left = broken_as_a_whole(desk.rules, desk.settings.but(without=(order.address,)))
    yield from (one for one in left if one not in known)


def remove(desk: Desk, order: Order) -> None:
    """Remove a resource that costs nothing."""
    desk.drop(order.address)
    desk.books.count_life(order.address)


DIRECT: Mapping[str, Verb[Order]] = {
    "create": Verb(against_create, create),
    "update": Verb(against_update, update),
    "remove": Verb(against_remove, remove),
}


def _free(desk: Desk, address: Address) -> Iterator[Refusal]:
    kind = desk.kind(address)
    if fact := kind.mark(Assigned):
        yield refusal(fact.rule, say.FACT, what=address)
    if cart := kind.mark(Cart):
        yield refusal(cart.rule, say.COSTS, what=address)


def _settable(desk: Desk, order: Order, before: Resource) -> Iterator[Refusal]:
    kind, address = desk.kind(order.address), order.address
    fields = {field.path: field for field in kind.fields if field.path in order.body and not field.mark(Ours)}
    unknown = [path for path in order.body if path not in fields]
    yield from (refusal("FORM-1", say.UNKNOWN_PATH, address=address, path=path) for path in unknown)
    if not order.body:
        yield refusal("FORM-2", say.NOTHING_TO_DO, address=address)
    if unknown or not order.body:
        return
    body = overlaid(kind, before.body, order.body)
    if body is None:
        yield malformed(desk, address, laid(kind, before.body, order.body))
        return
    after = replace(before, body=body)
    for field in fields.values():
        yield from _changeable(field, before, after)
    yield from fits(desk, after, before, desk.meta.today)
    yield from abandoned(desk, before, after)


def _of(field: Field, resource: Resource) -> Message:
    """A field and whose it is."""
    return sentence("{path} ({address})", "{path} ({address})", path=Word(field.path), address=resource.address)


def _changeable(field: Field, before: Resource, after: Resource) -> Iterator[Refusal]:
    if field.value(before.body) == field.value(after.body):
        return
    if fixed := field.mark(Fixed):
        yield refusal(fixed.rule, say.FIXED, path=field.path, address=before.address)
    if once := field.mark(WriteOnce):
        yield refusal(once.rule, say.SETTLED, path=field.path, address=before.address)
    if fact := field.mark(Assigned):
        yield refusal(fact.rule, say.FACT, what=_of(field, before))
    cart = field.mark(Cart)
    if cart and not only_mended(field, field.value(before.body), field.value(after.body)):
        yield refusal(cart.rule, say.COSTS, what=_of(field, before))
