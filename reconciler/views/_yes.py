"""What must be known before the yes: money, ends, what is fixed for good, mails, and distant effects."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reconciler.model.consequences import Binding, Blocking, Gap
from reconciler.model.order import Order
from reconciler.model.position import Position
from reconciler.model.profiles import DIRECTIONS
from reconciler.model.report import Report, Unordered
from reconciler.views import _words as words
from reconciler.views import _words_cart as own
from reconciler.views import _words_cost as money
from reconciler.views._cost import cart_sentence, monthly, sum_sentences, tier_sentences, unpriced_names
from reconciler.views._describe import ENDING, Known, books, item_word, known
from reconciler.views._layout import listed
from reconciler.views._manual import COUNT

_DAYS = 3


class Part(NamedTuple):
    """A day with its count, or a number range: words of ours, then what others wrote."""

    ours: str
    theirs: str = ""

    def told(self, shown: Callable[[str], str]) -> str:
        """Both on one line."""
        return " ".join(filter(None, (self.ours, shown(self.theirs) if self.theirs else "")))


class Consequence(NamedTuple):
    """A sentence with places for ``{cause}``, ``{names}`` and ``{parts}``; ``grave`` is about money or an end.

    ``brief`` is the sentence where there is room for one line only: no parts, and the number of the names for them.
    """

    sentence: str
    names: tuple[str, ...] = ()
    cause: str = ""
    grave: bool = False
    brief: str = ""
    parts: tuple[Part, ...] = ()

    def told(self, most: int, language: str, shown: Callable[[str], str] = str) -> str:
        """The sentence with at most so many names, each as ``shown`` gives it, and a count of the rest."""
        parts = listed([part.told(shown) for part in self.parts[:most]], len(self.parts), language)
        names = listed(list(map(shown, self.names[:most])), len(self.names), language)
        return self.sentence.format(cause=shown(self.cause), names=names, parts=parts)

    def counted(self, language: str) -> str:
        """The shortest sentence, with the number of names in place of names."""
        sentence = self.brief or self.sentence
        return sentence.format(cause=self.cause, names=words.number(len(self.names), language), parts="")


def consequences(report: Report, language: str) -> Iterator[Consequence]:
    """All that a plan brings with it, the gravest first."""
    orders = [o for w in report.plan.waves for o in w.orders] if report.plan else []
    yield from lingering(report, language)
    if report.plan and not (report.plan.waves or report.plan.blocked):  # nothing to say yes to: a rule is broken
        return
    yield from _money(report, orders, language)
    yield from _sums(report, language)
    yield from _ends(report, language)
    new = tuple(o.address.name for o in orders if o.verb == "activate")
    if new:
        yield Consequence(words.FIXED.of(language), new)
    bound = report.commitments
    counts = [c.of(n, language) for c, n in ((words.MAILS, bound.mails), (words.SMS, bound.sms)) if n]
    if counts:
        yield Consequence(words.SENDS.of(language).format(counts=", ".join(counts)))
    moved = (str(o.address) for o in orders if o.verb == "update" and any(p.split(".")[0] == "login" for p in o.body))
    if names := tuple(dict.fromkeys(moved)):
        yield Consequence(words.PASSWORDS.of(language), names)
    if report.manual:
        names = tuple(f"{chore.rule} ({chore.address})" for chore in report.manual)
        count = COUNT.of(len(names), language)
        yield Consequence(count + ": {names}", names, grave=True, brief=count)
    yield from _at_a_distance(report, language)


def _money(report: Report, orders: list[Order], language: str) -> Iterator[Consequence]:
    bound, more = report.commitments, report.unordered is not None
    workplaces = words.BINDS_MORE if more else words.BINDS
    packages = words.BINDS_MORE_PACKAGES if more else words.BINDS_PACKAGES
    yield from _binds(workplaces, [(b, b.workplaces) for b in bound.binds if b.workplaces], language)
    yield from _binds(packages, [(b, b.packages) for b in bound.binds if b.packages], language)
    of = known(report.plan) if report.plan else Known({}, frozenset())
    booked = [(item, o.address) for o in orders for item in books(o, of)]
    if booked:
        counts = Counter(item for item, _ in booked)
        short = ", ".join(f"{item} ({n}×)" if n > 1 else item for item, n in counts.items())
        names = tuple(f"{item} ({address})" for item, address in booked)
        yield Consequence(words.BOOKS.of(language), names, grave=True,
                          brief=words.BOOKS.of(language).format(names=short.replace("{", "{{").replace("}", "}}")))


def _binds(word: words.Count, binds: list[tuple[Binding, int]], language: str) -> Iterator[Consequence]:
    """How many bind until when, by day."""
    if not binds:
        return
    sentence = word.of(sum(n for _, n in binds), language)
    last = binds[-1][0].until
    if len(binds) == 1:
        yield Consequence(f"{sentence} {words.ALL_UNTIL.of(language).format(day=last)}", grave=True)
        return
    some = words.OF_THEM_UNTIL.of(language)
    days = tuple(Part(some.format(n=words.number(n, language), day=b.until)) for b, n in binds)
    at_last = f"{sentence}, {words.BINDS_UNTIL.of(language).format(day=last)}"
    whole = at_last if len(days) > _DAYS else sentence  # what may be cut is not left unsaid
    yield Consequence(whole + ": {parts}", grave=True, brief=at_last, parts=days)


def _ends(report: Report, language: str) -> Iterator[Consequence]:
    """What is deleted or cancelled, what is lost with it, and who is out of reach until set up anew."""
    ending = [*_ending(report, language)]
    if ends := tuple(said for _, said in ending):
        yield Consequence(words.ENDS.of(language), ends, grave=True)
    if lost := sum(step.verb == "delete" and step.address.kind == "workplace" for step, _ in ending):
        yield Consequence(words.LOSES.of(lost, language), grave=True)
    for sentence, gaps in ((words.REPLACES, [g for g in report.gaps if not g.item]),
                           (own.REBOOKS, [g for g in report.gaps if g.item])):
        if gaps:
            yield Consequence(sentence.of(language), tuple(_gap(g, language) for g in gaps), grave=True)


def _sums(report: Report, language: str) -> Iterator[Consequence]:
    """The monthly sum, whose price changes with the count, and what has none."""
    cost = report.cost
    if cost is None:
        return
    yield from (Consequence(said, grave=True) for said in sum_sentences(cost, language))
    if first := cart_sentence(cost, language):
        yield Consequence(first, grave=True)
    for sentence, names in ((money.TIERS, tier_sentences(cost, language)),
                            (money.UNPRICED, unpriced_names(cost, language))):
        if names:
            yield Consequence(sentence.of(language), names, grave=True)


def _ending(report: Report, language: str) -> Iterator[tuple[Order | Position, str]]:
    """Each order of a plan, or position of a cart, that ends something; in words, with its day unless that is today."""
    plan = report.plan
    if plan is None:
        mine = [p for p in report.positions if p.open and (report.command == "order" or _to_buy(p))]
        yield from ((p, _ended(p, [], language)) for p in mine if p.verb in ENDING)
        return
    for wave in plan.waves:
        later = [] if wave.orders == plan.due else [words.FROM_DAY.of(language).format(day=wave.not_before)]
        yield from ((o, _ended(o, later, language)) for o in wave.orders if o.verb in ENDING)


def _to_buy(position: Position) -> bool:
    return position.ours and position.state == "in-cart"


def _ended(step: Order | Position, day: list[str], language: str) -> str:
    item = item_word(step.item, language)
    first, inside = (item, [str(step.address), *day]) if item else (str(step.address), day)
    return f"{first} ({', '.join(inside)})" if inside else first


def lingering(report: Report, language: str) -> Iterator[Consequence]:
    """What lies in the cart already and was not bought, with what that would mean; what is ordered and not active."""
    if there := report.unordered:
        since = own.SINCE.of(language).format(day=there.since) if there.since else ""
        said = [own.UNORDERED.of(there.count, language, since=since), *_meaning(there, language)]
        yield Consequence(f"{'; '.join(said)}. {own.BUY.of(language)}", grave=True)
    if way := report.ordered:
        yield Consequence(own.ON_ITS_WAY.of(way.count, language, day=str(way.until)))


def _meaning(there: Unordered, language: str) -> Iterator[str]:
    """What buying it binds, and what it does to the monthly sum."""
    bound = there.commitments
    if bound.binds:
        counts = ((words.WORKPLACES, bound.workplaces), (own.PACKAGES_BIND, bound.packages))
        what = f" {words.AND.of(language)} ".join(c.of(n, language) for c, n in counts if n)
        until = (words.BINDS_UNTIL if len(bound.binds) > 1 else words.ALL_UNTIL).of(language)
        yield own.WOULD_BIND.of(language).format(what=what, until=until.format(day=bound.binds[-1].until))
    if there.monthly:
        yield monthly(own.MONTHLY, there.monthly, there.currency, language)


def _gap(gap: Gap, language: str) -> str:
    """Who or what is replaced, until when it can be reached or used and from when again, as far as that is known."""
    last = own.LAST_USE if gap.item else words.LAST_DAY
    days = [last.of(language).format(day=gap.last)] if gap.last else []
    days.append(words.AGAIN.of(language).format(day=gap.again) if gap.again else words.AGAIN_UNKNOWN.of(language))
    was = f"{gap.was} → " if gap.was != gap.address else ""
    if not gap.item:
        return f"{was}{gap.address} ({', '.join(days)})"
    return f"{item_word(gap.item, language)} ({', '.join([str(gap.address), *days])})"


def _at_a_distance(report: Report, language: str) -> Iterator[Consequence]:
    """Who changes by what was edited elsewhere, and what is blocked differently."""
    known = {b.address: b for b in report.blocking if b.address.kind == "blockingprofile"}
    edited = dict(known)
    for cause, names in report.indirect.items():
        count = words.INDIRECT.of(len(names), language)
        head, brief = _edited(edited.pop(cause, None), language)
        brief += ": " + words.INDIRECT_BRIEF.of(len(names), language)
        yield Consequence(f"{head}: {count}: {{names}}", tuple(map(str, names)), str(cause), brief=brief,
                          parts=_ranges(known.get(cause), language))
    for cause, blocking in edited.items():
        head, brief = _edited(blocking, language)
        yield Consequence(head, (), str(cause), brief=brief, parts=_ranges(blocking, language))
    for renamed, names in report.followers.items():
        sentence = words.FOLLOWERS.of(len(names), language)
        yield Consequence(f"{sentence}: {{names}}", tuple(map(str, names)), str(renamed), brief=sentence)
    yield from _switches(report, language)


def _edited(blocking: Blocking | None, language: str) -> tuple[str, str]:
    """What was edited, with what became of the blocking: at length, and in short."""
    if blocking is None:
        return "{cause}", "{cause}"
    brief = f"{{cause}} {words.EFFECTS[blocking.effect].of(language)}"
    return brief + " ({parts})", brief


def _switches(report: Report, language: str) -> Iterator[Consequence]:
    """Who is under another profile from now on, those with the same effect together."""
    alike: dict[tuple[str, str], list[Blocking]] = {}
    for blocking in report.blocking:
        if blocking.address.kind != "blockingprofile":
            alike.setdefault((blocking.before, blocking.after), []).append(blocking)
    for (before, after), same in alike.items():
        effect = words.BLOCKING.of(language).format(effect=words.EFFECTS[same[0].effect].of(language))
        names = tuple(_concerned(b, language) for b in same)
        yield Consequence(effect + " ({parts}), {cause}: {names}", names, f"{before} → {after}",
                          brief=effect + ", {cause}: {names}", parts=_ranges(same[0], language))


def _concerned(blocking: Blocking, language: str) -> str:
    if blocking.address.kind == "workplace":
        return str(blocking.address)
    return f"{blocking.address} ({words.WORKPLACES.of(blocking.workplaces, language)})"


def _ranges(blocking: Blocking | None, language: str) -> tuple[Part, ...]:
    """The ranges, the first of each direction with what happens to it."""
    if blocking is None:
        return ()
    return (*_side(words.BLOCKS.of(language), blocking.blocks, language),
            *_side(words.OPENS.of(language), blocking.opens, language, blocking.stays))


def _side(
    verb: str, by_direction: Mapping[str, tuple[str, ...]], language: str,
    stays: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Iterator[Part]:
    for direction, found in by_direction.items():
        word = DIRECTIONS.get(direction)
        head = f"{verb} {word.of(language)}" if word else verb
        yield from (Part("" if place else head, one) for place, one in enumerate(found))
        yield from (Part("" if place else words.EXCEPT.of(language), one)
                    for place, one in enumerate(stays.get(direction, ())))


def emergency_words(paths: Iterable[str], language: str) -> str:
    """These fields in words: what an emergency call depends on."""
    known = words.EMERGENCY_FIELDS
    return ", ".join(dict.fromkeys(known[f].of(language) if f in known else f for f in paths))
