"""The ledger of minimum terms: what still runs, what may end, and what is ending already."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reconciler.model.term import MinimumTerm, Terms
from reconciler.model.text import Text
from reconciler.views.say import words_looking as looking
from reconciler.views.say.order import item_word
from reconciler.views.spoken import Spoken


class Part(NamedTuple):
    """Terms that have something in common; ``name`` is for counts; ``over``: they bind nobody."""

    title: Text
    name: Text
    terms: tuple[MinimumTerm, ...]
    over: bool = False


def parts(terms: Terms) -> tuple[Part, ...]:
    """All terms, each in one part: running, not bought, ending already, free to end."""
    return (
        Part(looking.RUNNING, looking.RUNNING_COUNT, terms.running),
        Part(looking.UNBOUND, looking.UNBOUND_COUNT, terms.unbound),
        Part(looking.LEAVING, looking.LEAVING_COUNT, terms.leaving),
        Part(looking.MAY_END, looking.MAY_END_COUNT, terms.free, over=True),
    )


def parts_counted(terms: Terms, voice: Spoken) -> str:
    """``2 still running, 14 may end now``; only what there is, in the order of the parts."""
    told = (f"{voice.number(len(p.terms))} {voice.say(p.name)}" for p in parts(terms) if p.terms)
    return ", ".join(told) or voice.say(looking.NO_TERMS)


def days_left(ends: date, day: date | None) -> str:
    """How many days the end is away; nothing where it has come."""
    return str((ends - day).days) if day and ends > day else "–"


def told(term: MinimumTerm, voice: Spoken) -> Iterator[str]:
    """What is to be said of a term beside its address: the item, since when, and what is not usual."""
    if term.item:
        yield item_word(term.item, voice)
    yield voice.say(looking.SINCE, day=voice.day(term.began))
    if term.state in looking.TERM_STATES:
        yield voice.say(looking.TERM_STATES[term.state])
    ending = looking.ENDING.get(("item" if term.item else "", term.leaving))
    if term.leaving:
        yield voice.say(ending) if ending else term.leaving
