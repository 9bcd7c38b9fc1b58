"""The reference portal: all behaviour, over any place to keep the books in."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from datetime import date

from reconciler.errors import LeaseHeld, UsageProblem
from reconciler.model.kind import Kind
from reconciler.model.marks import Cart, Ours
from reconciler.model.message import Word, sentence
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.position import Observation
from reconciler.model.references import claims
from reconciler.model.resource import Resource, State
from reconciler.model.rule import Facts, Rule
from reconciler.model.text import Text
from reconciler.portal import refusals as say
from reconciler.portal.bodies import readable
from reconciler.portal.books.lease import extended, held, named, shortened
from reconciler.portal.books.protocol import CALENDAR, LOCAL, OFFERED, SHOWN, Author, Books, Deed, Lease, Meta, Store
from reconciler.portal.clock import REHEARSAL, movable
from reconciler.portal.conditional import Conditional, Holds
from reconciler.portal.delivery import deliver
from reconciler.portal.desk import Desk
from reconciler.portal.letters import unreadable
from reconciler.portal.refusals import Refusal, refusal
from reconciler.portal.shown import Shown, filled, made_good, with_leaving
from reconciler.portal.verbs.cart import CART
from reconciler.portal.verbs.direct import DIRECT
from reconciler.portal.verbs.submit import SUBMIT

_CHANNELS = {"cart": CART, "direct": DIRECT}


class Service(Shown):
    """The portal. ``clock`` gives epoch seconds and serves leases only; the portal's own day is in the books.

    ``ours`` is False where a person orders, not this tool: their positions are foreign to it.
    """

    def __init__(
        self, store: Store, kinds: Mapping[str, Kind], rules: Collection[Rule], clock: Callable[[], float],
        *, ours: bool = True,
    ) -> None:
        super().__init__(store, clock)
        self._kinds = {key: kind for key, kind in kinds.items() if not kind.mark(Ours)}
        self._kept = {**self._kinds, **{key: kinds[key] for key in OFFERED if key in kinds}}
        self._rules = tuple(rule for rule in rules if rule.portal)
        self._ours = ours
        self._facts: tuple[tuple[str, int, date], Facts] | None = None

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    # What the tool does with any portal

    def observe(self, kinds: Collection[str] | None = None) -> Observation:
        """The portal as it is; see ``ports.Portal``."""
        with self._store.read() as books:
            meta = filled(books)
            positions = tuple(p for p in books.positions(SHOWN) if not made_good(books, p))
            resources = books.resources(kinds)
            lives = books.lives()
        state = State(with_leaving(resources, positions))
        return Observation("local", meta.company, meta.origin, str(meta.revision), meta.today, state,
                           positions, lives, meta.secret)

    def acquire(self, holder: str, plan: str = "") -> int:
        """Take the right to write; a new token supersedes all older ones.

        What is done under it is audited as part of the plan with the digest ``plan``.

        Raises:
            LeaseHeld: if another holder has it and gave a sign of life in the last two minutes.
        """
        holder = named(holder)
        with self._store.write() as books:
            now, kept = self._clock(), books.lease()
            lease = shortened(kept, now)
            hindered = held(lease, holder, now)
            if hindered is None:
                books.set_lease(extended(Lease(holder, lease.token + 1, plan=plan), now))
            elif lease != kept:  # kept although refused, so that the time runs
                books.set_lease(lease)
        if hindered:
            raise hindered
        return lease.token + 1

    def release(self, token: int) -> None:
        """Give the right to write back; nothing happens where another took it over."""
        with self._store.write() as books:
            if books.lease().token == token:
                books.set_lease(Lease("", token, 0.0))

    def execute(self, order: Order, token: int, actor: str = LOCAL) -> Receipt:
        """Carry out one order, once: checks, effect, memory of its reference and audit are one transaction.

        A refused order is not remembered and may be sent again. ``actor`` is who sends it, for the audit.

        Raises:
            LeaseHeld: if the token is not the last one that was given out.
            UsageProblem: for an order without a reference.
        """
        ref = _reference(order)
        with self._store.write() as books:
            lease = self._fence(books, token)
            desk = self._desk(books)
            refused = next(self._refusals(desk, order), None)
            if refused is None and books.sent(ref) is not None:
                return Receipt(ref, Outcome.ALREADY_PRESENT)
            if refused is None:
                _CHANNELS[order.channel][order.verb].effect(desk, order)
                books.remember(order, token, desk.meta.today)
                desk.note(order.verb, order)
                self._turn_page(desk, Author(actor, token, lease.plan))
        return self._answer(ref, desk, refused)

    def problems(self, order: Order) -> tuple[Refusal, ...]:
        """Everything that stands against an order now, what ``execute`` would say first; nothing is changed.

        Raises:
            UsageProblem: for an order without a reference.
        """
        _reference(order)
        with self._store.read() as books:
            return tuple(dict.fromkeys(self._refusals(self._desk(books), order)))

    def only_if(self, holds: Holds) -> "Service":
        """The same portal, which is written only while this holds of its books; else each change raises Changed."""
        found = copy(self)
        found._store = Conditional(self._store, holds)  # noqa: SLF001 - one of this class
        return found

    def submit(self, contents: Mapping[str, str], token: int, actor: str = LOCAL) -> Receipt:
        """Order these positions of the cart, all or none, and only as they were approved; chargeable.

        ``actor`` is who buys, for the audit.

        Raises:
            LeaseHeld: if the token is not the last one that was given out.
        """
        with self._store.write() as books:
            lease = self._fence(books, token)
            desk = self._desk(books)
            refused = SUBMIT.carry_out(desk, contents)
            if contents and refused is None:
                self._turn_page(desk, Author(actor, token, lease.plan))
        return self._answer("", desk, refused)

    # Administration

    def load(
        self, company: str, origin: str, today: date, resources: Iterable[Resource], *, secret: str = ""
    ) -> None:
        """Fill an empty portal; kinds and fields of ours are left out, and what is not readable later."""
        kept = [replace(r, body=readable(r.body)) for r in resources if r.address.kind in self._kept]
        with self._store.write() as books:
            books.put(kept)
            books.claim({r.address: claims(self._kept[r.address.kind], r.body) for r in kept})
            meta = (books.meta() or Meta(company, origin, today))._replace(
                company=company, origin=origin, today=today, revision=1, settled=1, secret=secret, clock=REHEARSAL)
            books.set_meta(books.record((Deed("init", today),), meta, Author(), self._clock()))

    def advance(self, to: date) -> None:
        """Move the portal's day forward and carry out what is due until then.

        Raises:
            UsageProblem: for a day before the portal's, or one that goes by the calendar.
        """
        with self._store.write() as books:
            desk = self._desk(books)
            movable(desk.meta.clock, desk.meta.today, to)
            deliver(desk, to)
            desk.note("advance")
            self._turn_page(desk, Author())
        self._keep_facts(desk)

    def catch_up(self, to: date) -> date:
        """Carry out what fell due until this day of the calendar, once; gives the day before. It never goes back."""
        with self._store.write() as books:
            desk = self._desk(books)
            before = desk.meta.today
            if before < to:
                deliver(desk, to)
                desk.note("advance")
                self._turn_page(desk, Author(CALENDAR))
        self._keep_facts(desk)
        return before

    def set_clock(self, clock: str) -> None:
        """From now on the portal goes by this clock, one of ``portal.clock``."""
        with self._store.write() as books:
            desk = self._desk(books)
            if desk.meta.clock != clock:
                desk.meta = desk.meta._replace(clock=clock)
                desk.note("clock")
                self._turn_page(desk, Author())

    def _fence(self, books: Books, token: int) -> Lease:
        """The lease, which this token has, after a sign of life."""
        lease = books.lease()
        if lease.token != token or not lease.holder:
            raise LeaseHeld(sentence("Das Schreibrecht {token} gilt nicht mehr (jetzt: {who}).",
                                     "The right to write {token} is no longer valid (now: {who}).",
                                     token=token, who=named(lease.holder) if lease.holder else Word("–")))
        lease = extended(lease, self._clock())
        books.set_lease(lease)
        return lease

    def _desk(self, books: Books) -> Desk:
        meta = filled(books)
        known, now = self._facts, (meta.origin, meta.settled, meta.today)
        if known is None or known[0] != now:
            kinds = [key for key, kind in self._kept.items() if not kind.mark(Cart)]
            known = self._facts = now, Facts(after=State(books.resources(kinds)), today=meta.today)
        return Desk(books, self._kinds, self._rules, meta, known[1], self._ours)

    def _refusals(self, desk: Desk, order: Order) -> Iterator[Refusal]:
        """Everything that stands against an order; what is no order, or was sent before, is not looked at further."""
        unread = tuple(unreadable(order))
        known = None if unread else desk.books.sent(str(order.ref))
        verb = None if unread else _CHANNELS.get(order.channel, {}).get(order.verb)
        if unread:
            yield from unread
        elif known is not None:  # never a second time, and never for anything else
            if known != order.digest:
                yield refusal("CART-4", say.OTHER_CONTENT, address=order.address, ref=order.ref)
        elif order.address.kind not in self._kinds:
            yield refusal("FORM-7", say.UNKNOWN_KIND, kind=order.address.kind)
        elif verb is None:
            yield refusal("FORM-2", say.UNKNOWN_VERB, verb=order.verb, address=order.address, channel=order.channel)
        else:
            yield from verb.refusals(desk, order)

    def _turn_page(self, desk: Desk, author: Author) -> None:
        revision = desk.meta.revision + 1
        meta = desk.meta._replace(revision=revision, settled=revision if desk.resettled else desk.meta.settled)
        desk.meta = desk.books.record(desk.deeds, meta, author, self._clock())
        desk.books.set_meta(desk.meta)

    def forget(self) -> None:
        """Read the settings anew: those that are known may be of a transaction that was not kept."""
        self._facts = None

    def _keep_facts(self, desk: Desk) -> None:
        self._facts = (desk.meta.origin, desk.meta.settled, desk.meta.today), desk.facts

    def _answer(self, ref: str, desk: Desk, refused: Refusal | None) -> Receipt:
        if refused is not None:
            return Receipt(ref, Outcome.REJECTED, refused.rule, refused.message, refused.breach)
        self._keep_facts(desk)
        return Receipt(ref, Outcome.DONE)


def _reference(order: Order) -> str:
    """The reference of an order, by which it is carried out once."""
    if not (order.ref and isinstance(order.ref, str)):
        raise UsageProblem(Text("Eine Vorschau lässt sich nicht bestellen.", "A forecast cannot be sent."))
    return order.ref
