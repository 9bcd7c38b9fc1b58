"""What must be known before the yes: money, ends, what is fixed for good, mails, and distant effects."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reconciler.model.consequences import Binding, Gap
from reconciler.model.meaning import Booking, Commitments, Ending, Meaning
from reconciler.model.sections import Outlook
from reconciler.views.say import words
from reconciler.views.say import words_cart as own
from reconciler.views.say import words_cost as money
from reconciler.views.say.consequence import Consequence, Part
from reconciler.views.say.cost import cart_sentence, sum_sentences, tier_sentences, unpriced_names
from reconciler.views.say.distance import at_a_distance
from reconciler.views.say.lying import lingering
from reconciler.views.say.order import item_word
from reconciler.views.spoken import Count, Spoken

_DAYS = 3


def consequences(outlook: Outlook, voice: Spoken) -> Iterator[Consequence]:
    """All that a plan brings with it, the gravest first; where there is nothing to say yes to, what lies there."""
    yield from lingering(outlook.lying, voice)
    if outlook.asks:
        yield from meant(outlook.meaning, voice, more=outlook.lying.unordered is not None)
        yield from at_a_distance(outlook, voice)


def meant(meaning: Meaning, voice: Spoken, *, more: bool = False) -> Iterator[Consequence]:
    """What a yes brings with it; ``more``: beside what lies in the cart already."""
    yield from _bound(meaning.commitments, voice, more=more)
    yield from _booked(meaning.books, voice)
    yield from _sums(meaning, voice)
    yield from _ends(meaning, voice)
    if meaning.named:
        yield Consequence(voice.say(words.FIXED), meaning.named)
    yield from _sent(meaning.commitments, voice)
    if meaning.passwords:
        yield Consequence(voice.say(words.PASSWORDS), tuple(map(str, meaning.passwords)))
    if meaning.manual:
        names = tuple(f"{chore.rule} ({chore.address})" for chore in meaning.manual)
        count = voice.count(len(names), words.CHORES)
        yield Consequence(count + ": {names}", names, grave=True, brief=count)


def _bound(bound: Commitments, voice: Spoken, *, more: bool) -> Iterator[Consequence]:
    """How many workplaces bind until when, and how many packages."""
    workplaces = words.BINDS_MORE if more else words.BINDS
    packages = words.BINDS_MORE_PACKAGES if more else words.BINDS_PACKAGES
    yield from _binds(workplaces, [(b, b.workplaces) for b in bound.binds if b.workplaces], voice)
    yield from _binds(packages, [(b, b.packages) for b in bound.binds if b.packages], voice)


def _booked(books: tuple[Booking, ...], voice: Spoken) -> Iterator[Consequence]:
    """What somebody pays for; in short without who."""
    if books:
        counts = Counter(booking.item for booking in books)
        short = ", ".join(f"{item} ({n}×)" if n > 1 else item for item, n in counts.items())
        names = tuple(f"{booking.item} ({booking.address})" for booking in books)
        yield Consequence(voice.say(words.BOOKS), names, grave=True,
                          brief=voice.say(words.BOOKS, names=short.replace("{", "{{").replace("}", "}}")))


def _sent(bound: Commitments, voice: Spoken) -> Iterator[Consequence]:
    """What goes out and cannot be called back."""
    counts = [voice.count(n, c) for c, n in ((words.MAILS, bound.mails), (words.SMS, bound.sms)) if n]
    if counts:
        yield Consequence(voice.say(words.SENDS, counts=", ".join(counts)))


def _binds(word: Count, binds: list[tuple[Binding, int]], voice: Spoken) -> Iterator[Consequence]:
    """How many bind until when, by day."""
    if not binds:
        return
    sentence = voice.count(sum(n for _, n in binds), word)
    last = binds[-1][0].until
    if len(binds) == 1:
        yield Consequence(f"{sentence} {voice.say(words.ALL_UNTIL, day=last)}", grave=True)
        return
    some = voice.say(words.OF_THEM_UNTIL)
    days = tuple(Part(some.format(n=voice.number(n), day=b.until)) for b, n in binds)
    at_last = f"{sentence}, {voice.say(words.BINDS_UNTIL, day=last)}"
    whole = at_last if len(days) > _DAYS else sentence  # what may be cut is not left unsaid
    yield Consequence(whole + ": {parts}", grave=True, brief=at_last, parts=days)


def _ends(meaning: Meaning, voice: Spoken) -> Iterator[Consequence]:
    """What is deleted or cancelled, what is lost with it, and who is out of reach until set up anew."""
    if meaning.ends:
        yield Consequence(voice.say(words.ENDS), tuple(_ended(end, voice) for end in meaning.ends), grave=True)
    if meaning.lost:
        yield Consequence(voice.count(meaning.lost, words.LOSES), grave=True)
    for sentence, gaps in ((words.REPLACES, [g for g in meaning.gaps if not g.item]),
                           (own.REBOOKS, [g for g in meaning.gaps if g.item])):
        if gaps:
            yield Consequence(voice.say(sentence), tuple(_gap(gap, voice) for gap in gaps), grave=True)


def _ended(end: Ending, voice: Spoken) -> str:
    """What ends, with its day unless that is today."""
    day = [voice.say(words.FROM_DAY, day=end.day)] if end.day else []
    item = item_word(end.item, voice)
    first, inside = (item, [str(end.address), *day]) if item else (str(end.address), day)
    return f"{first} ({', '.join(inside)})" if inside else first


def _sums(meaning: Meaning, voice: Spoken) -> Iterator[Consequence]:
    """The monthly sum, whose price changes with the count, and what has none."""
    cost = meaning.cost
    if cost is None:
        return
    yield from (Consequence(said, grave=True) for said in sum_sentences(cost, voice))
    if first := cart_sentence(cost, voice):
        yield Consequence(first, grave=True)
    for sentence, names in ((money.TIERS, tier_sentences(cost, voice)),
                            (money.UNPRICED, unpriced_names(cost, voice))):
        if names:
            yield Consequence(voice.say(sentence), names, grave=True)


def _gap(gap: Gap, voice: Spoken) -> str:
    """Who or what is replaced, until when it can be reached or used and from when again, as far as that is known."""
    days = [voice.say(own.LAST_USE if gap.item else words.LAST_DAY, day=gap.last)] if gap.last else []
    days.append(voice.say(words.AGAIN, day=gap.again) if gap.again else voice.say(words.AGAIN_UNKNOWN))
    was = f"{gap.was} → " if gap.was != gap.address else ""
    if not gap.item:
        return f"{was}{gap.address} ({', '.join(days)})"
    return f"{item_word(gap.item, voice)} ({', '.join([str(gap.address), *days])})"


def emergency_words(paths: Iterable[str], voice: Spoken) -> str:
    """The paths of these fields in words: what an emergency call depends on."""
    known = words.EMERGENCY_FIELDS
    return ", ".join(dict.fromkeys(voice.say(known[f]) if f in known else f for f in paths))
