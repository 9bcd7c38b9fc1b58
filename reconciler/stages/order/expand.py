"""Changes in, steps out: what has to be sent for each change, by the marks of the kind alone."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from reconciler.model import waits as say
from reconciler.model.address import Address
from reconciler.model.booking import due, first_end, item_name, item_term, laid_over
from reconciler.model.change import Action, Change, Diff, FieldChange
from reconciler.model.kind import Field, Kind, only_mended, plain
from reconciler.model.marks import Begins, Cart, Fixed, Term, Unique
from reconciler.model.message import Message, Name
from reconciler.model.order import Wait
from reconciler.model.position import Observation, Position
from reconciler.model.renames import NAME, WAS
from reconciler.model.resource import Life, Resource
from reconciler.model.step import Step
from reconciler.model.written import AUTO, written
from reconciler.stages.order._lawful_order import Breaks, Trial, in_lawful_order
from reconciler.stages.order._steps import address_claim, going_claim, holdings, item_claim, sent, whole


def expand(
    diff: Diff, observation: Observation, kinds: Mapping[str, Kind], breaks: Breaks = lambda _: frozenset()
) -> tuple[Step, ...]:
    """The steps of all changes, and those that the portal already has in its cart or is carrying out."""
    cart = _Cart(observation, breaks)
    steps = [step for change in diff.changes for step in _steps(change, kinds[change.address.kind], cart)]
    taken = {step.target for step in steps}
    there = (sent(p, diff, kinds[p.address.kind], observation) for p in observation.positions
            if p.open and p.ref not in taken and p.address.kind in kinds)
    return (*steps, *there)


class _Cart:
    """What the portal has: open positions and what is active, for looking up; and its rules."""

    def __init__(self, observation: Observation, breaks: Breaks) -> None:
        self.today = observation.today
        self.active = observation.state
        self.lives = observation.lives
        self.breaks = breaks
        self.by_ref = {p.ref: p for p in observation.expected.positions if p.open}
        self.mine: dict[Address, list[Position]] = {}
        self.open: dict[Address, list[Position]] = {}
        for position in self.by_ref.values():
            self.open.setdefault(position.address, []).append(position)
            if position.mine:
                self.mine.setdefault(position.address, []).append(position)

    def item(self, address: Address, verb: str, item: str) -> Position | None:
        """Our own position that books or cancels this item."""
        return next((p for p in self.mine.get(address, ()) if (p.verb, p.item) == (verb, item)), None)

    def coming(self, present: Resource, but: Collection[str], kind: Kind) -> Resource:
        """What is active with all that is booked or cancelled in the cart, but for some positions."""
        body = present.body
        for position in self.open.get(present.address, ()):
            if position.item and position.ref not in but:
                body = laid_over(kind, body, position)
        return replace(present, body=body)

    def without_ours(self, before: Resource, kind: Kind) -> Resource:
        """What will be, if all that is ours in the cart is taken out."""
        mine = self.mine.get(before.address, ())
        present, life = self.active.get(before.address), before.life or Life()
        if not mine or not present:
            return before
        booked = {**(present.life or life).booked, **life.booked}
        kept = {item: day for item, day in booked.items() if not self.item(before.address, "book", item)}
        return replace(self.coming(present, {p.ref for p in mine}, kind), life=replace(life, booked=kept))

    def had(self, resource: Resource) -> bool:
        """Whether it was there before, by this name or the one that it says it had."""
        names = filter(None, (resource.address.name, resource.annotations.get(WAS)))
        return any(self.lives.get(resource.address._replace(name=name)) for name in names)

    def due(self, ref: str) -> date:
        """The day on which a position takes effect."""
        position = self.by_ref.get(ref)
        return due(position, self.today) if position else self.today


def _steps(change: Change, kind: Kind, cart: _Cart) -> Iterator[Step]:
    if change.action is Action.CREATE and change.after:
        yield from _created(change, change.after, kind, cart)
    elif change.action is Action.DELETE and change.before:
        yield from _withdrawals(change.address, cart)
        yield _delete(cart.without_ours(change.before, kind), kind, cart)
    elif change.action is Action.REPLACE and change.before and change.after:
        yield from _withdrawals(change.before.address, cart)
        yield replace(_delete(cart.without_ours(change.before, kind), kind, cart), heir=change.address)
        yield _made_anew(change, change.before, change.after, kind)
    elif change.action is Action.WITHDRAW:
        yield from _withdraw(change, kind, cart)
    else:
        yield from _update(change, kind, cart)


def _created(change: Change, after: Resource, kind: Kind, cart: _Cart) -> Iterator[Step]:
    """Something new; or anew what goes already, without what else of ours lies in the cart for it."""
    if change.before is None:
        yield replace(_create(after, kind, change.fields), anew=cart.had(after))
        return
    yield from _withdrawals(change.before.address, cart, but=change.before.life.leaving if change.before.life else "")
    yield _made_anew(change, change.before, after, kind)


def _made_anew(change: Change, before: Resource, after: Resource, kind: Kind) -> Step:
    """The set-up of what is deleted first, by this plan or by a position that is there already."""
    made = _create(after, kind, change.fields)
    claims = made.claims | {address_claim(before.address)}  # one person, one workplace at a time
    return replace(made, claims=claims, note=say.replaced(_fixed(change, kind)))


def _fixed(change: Change, kind: Kind) -> Iterator[tuple[str, Fixed]]:
    """What cannot be changed, and is to change."""
    name = kind.mark(Fixed)
    if name and change.before and change.before.address != change.address:
        yield NAME, name
    for difference in change.fields:
        mark = _leaf(kind, difference).mark(Fixed)
        if mark and difference.before != difference.after:
            yield difference.path, mark


def _create(after: Resource, kind: Kind, fields: tuple[FieldChange, ...]) -> Step:
    carted = bool(kind.mark(Cart))
    return Step(
        after.address, "cart" if carted else "direct", "activate" if carted else "create",
        body=whole(after.body, kind), fields=fields, after=after,
        claims=holdings(after, kind) | {address_claim(after.address)},
        activation_date=_begins(after, kind),
    )


def _begins(resource: Resource, kind: Kind) -> date | None:
    """The day that somebody wished it to begin on."""
    begins = kind.marked(Begins)
    day: date | None = begins[0].value(resource.body) if begins else None
    return day


def _delete(before: Resource, kind: Kind, cart: _Cart) -> Step:
    carted = bool(kind.mark(Cart))
    since, waits = _term(before, kind, cart)
    return Step(
        before.address, "cart" if carted else "direct", "delete" if carted else "remove", before=before,
        claims=frozenset({going_claim(before.address)}),
        releases=holdings(before, kind) | {address_claim(before.address)}, since=since, waits=waits,
    )


def _term(before: Resource, kind: Kind, cart: _Cart) -> tuple[date | None, tuple[Wait, ...]]:
    """Until when the terms of the resource and of all that is booked for it run."""
    life, own = before.life or Life(), kind.mark(Term)
    waits = []
    if own and life.began:
        waits.append(say.term(own, Name(before.address), life.began))
    for item, booked in sorted(life.booked.items()):
        mark = item_term(kind, item)
        if mark:
            waits.append(say.term(mark, item_name(item), booked))
    running = tuple(w for w in waits if w.until > cart.today)
    last = max((w.until for w in running), default=None)
    return last, tuple(w for w in running if w.until == last)


def _withdrawals(address: Address, cart: _Cart, but: str = "") -> Iterator[Step]:
    for position in cart.mine.get(address, ()):
        if position.ref != but:
            yield _taken_out(position)


def _taken_out(position: Position) -> Step:
    return Step(position.address, "cart", "withdraw", position.item, target=position.ref)


def _withdraw(change: Change, kind: Kind, cart: _Cart) -> Iterator[Step]:
    life = change.before.life if change.before else None
    if change.before and life and life.state == "in-cart":
        freed = holdings(change.before, kind) | {address_claim(change.address)}
        yield Step(change.address, "cart", "withdraw", target=life.ref, before=change.before, releases=freed)
        return
    if change.after is None:
        yield from _withdrawals(change.address, cart)
        return
    yield Step(change.address, "cart", "withdraw", target=life.leaving if life else "", before=change.before)
    yield from _update(change, kind, cart)


def _update(change: Change, kind: Kind, cart: _Cart) -> Iterator[Step]:
    before, after = change.before, change.after
    if not before or not after:
        return
    life = before.life or Life()
    if life.state == "in-cart":
        yield _change(change, before, after, kind, cart)
        return
    waits: tuple[Wait, ...] = (say.active(cart.due(life.ref)),) if life.state == "ordered" else ()
    mended = {f.path for f in change.fields if _is_mended(f, before, after, kind, cart)}
    items = [step for difference in change.fields if _leaf(kind, difference).mark(Cart)
             and difference.path not in mended for step in _items(difference, before, kind, cart)]
    waits += tuple(say.carried_out(p.address, p.verb, cart.due(p.ref))
                   for p in cart.open.get(change.address, ()) if p.verb == "book" and p.item in mended)
    since = max((wait.until for wait in waits), default=None)
    present = cart.active.get(change.address) or before
    coming = cart.coming(present, {step.target for step in items}, kind)
    for step in in_lawful_order(change, items, Trial(present, coming, after.body, kind, cart.breaks)):
        begins = max(filter(None, (since, step.since)), default=None)
        note = step.note or _kept(step, after, kind)
        yield replace(step, since=begins, waits=waits + step.waits, note=note)


def _is_mended(difference: FieldChange, before: Resource, after: Resource, kind: Kind, cart: _Cart) -> bool:
    """Whether what was booked stays, but for a part that can be set directly; a position in the cart is changed."""
    field = _leaf(kind, difference)
    booking = cart.item(before.address, "book", difference.path)
    return booking is None and only_mended(field, field.value(before.body), field.value(after.body))


def _kept(step: Step, wish: Resource, kind: Kind) -> Message | None:
    """Where a unique value changes, another one that was chosen for it once and stays as it is."""
    unique = [f for f in kind.fields if f.mark(Unique)]
    changed = {f.path for f in step.fields if f.before is not None}
    if changed.isdisjoint(f.path for f in unique):
        return None
    stays = (f for f in unique if f.path not in changed and written(wish, f.path) in (None, AUTO))
    return next((say.kept(f.path, f.value(wish.body)) for f in stays), None)


def _change(change: Change, before: Resource, after: Resource, kind: Kind, cart: _Cart) -> Step:
    """Other settings for a position that still lies in the cart."""
    ref = before.life.ref if before.life else ""
    old, new = holdings(before, kind), holdings(after, kind)
    begins = _begins(after, kind)
    if begins is None and _begins(before, kind) is None:  # who never wrote a day keeps the one that was chosen
        begins = cart.by_ref[ref].activation_date
    step = Step(change.address, "cart", "change", body=whole(after.body, kind), fields=change.fields, target=ref,
                before=before, after=after, claims=new - old, releases=old - new, activation_date=begins)
    return replace(step, note=_kept(step, after, kind))


def _items(difference: FieldChange, before: Resource, kind: Kind, cart: _Cart) -> Iterator[Step]:
    """Bookings and cancellations for one leaf; a position of ours that says the opposite is taken out instead."""
    if isinstance(difference.before, list) or isinstance(difference.after, list):
        old, new = difference.before or [], difference.after or []
        for item in (i for i in old if i not in new):
            yield _ended(item, difference, before, kind, cart)
        for item in (i for i in new if i not in old):
            position = cart.item(before.address, "cancel", item)
            yield _taken_out(position) if position else _book(item, difference, before, None)
        return
    item, value = difference.path, difference.after
    booking, ending = (cart.item(before.address, verb, item) for verb in ("book", "cancel"))
    if booking and value is not None:
        yield Step(before.address, "cart", "change", item, {"value": value}, (difference,), target=booking.ref,
                   before=before)
        return
    if difference.before is not None:
        yield _ended(item, difference, before, kind, cart)
    if value is not None:
        kept = ending and _active_value(item, before.address, kind, cart) == value
        yield _taken_out(ending) if ending and kept else _book(item, difference, before, value)


def _active_value(item: str, address: Address, kind: Kind, cart: _Cart) -> object:
    """What is booked today in a leaf of its own, as a plain value."""
    active, field = cart.active.get(address), kind.field(item)
    return plain(field.value(active.body)) if active and field else None


def _ended(item: str, difference: FieldChange, before: Resource, kind: Kind, cart: _Cart) -> Step:
    position = cart.item(before.address, "book", item)
    return _taken_out(position) if position else _cancel(item, difference, before, kind, cart)


def _book(item: str, difference: FieldChange, before: Resource, value: object) -> Step:
    return Step(before.address, "cart", "book", item, {"value": value} if value else {}, (difference,), before=before,
                claims=frozenset({item_claim(before.address, item), going_claim(before.address)}))


def _cancel(item: str, difference: FieldChange, before: Resource, kind: Kind, cart: _Cart) -> Step:
    booked, mark = (before.life or Life()).booked.get(item), item_term(kind, item)
    waits: tuple[Wait, ...] = ()
    if booked and mark and first_end(mark, booked) > cart.today:
        waits = (say.term(mark, item_name(item), booked),)
    return Step(before.address, "cart", "cancel", item, fields=(difference,), before=before, waits=waits,
                claims=frozenset({item_claim(before.address, item)}),  # of one item nothing else may be open
                releases=frozenset({item_claim(before.address, item)}), since=waits[0].until if waits else None)


def _leaf(kind: Kind, difference: FieldChange) -> Field:
    return next(f for f in kind.fields if f.path == difference.path)
