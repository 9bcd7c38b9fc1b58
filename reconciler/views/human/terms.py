"""The ledger of minimum terms for a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from reconciler.model.term import MinimumTerm, Terms
from reconciler.views.human.layout import table
from reconciler.views.human.sheet import Lines, Sheet
from reconciler.views.human.style import paint
from reconciler.views.say import words
from reconciler.views.say import words_looking as looking
from reconciler.views.say.term import days_left, parts, told
from reconciler.views.spoken import Spoken


def term_blocks(terms: Terms, on: Sheet) -> Iterator[Lines]:
    """A table for each part; of those that may end a count, unless all are asked for."""
    if not terms.running:
        yield on.wrapped(on.voice.say(looking.NOTHING_RUNS if terms.terms else looking.NO_TERMS))
    for part in parts(terms):
        if part.over and part.terms and on.options.detail == "normal":
            yield on.wrapped(on.voice.count(len(part.terms), looking.OVER))
        elif part.terms:
            rows = _by_day if on.options.concise else _rows
            top, *lines = table(rows(part.terms, terms.day, on.voice), on.options.width)
            yield [*on.heading(on.voice.say(part.title)), paint(top, "bold", colour=on.options.colour), *lines]


def _by_day(terms: Sequence[MinimumTerm], day: date | None, voice: Spoken) -> list[tuple[str, ...]]:
    head = tuple(map(voice.say, (looking.ENDS, looking.DAYS, looking.COUNT)))
    counts = Counter(t.ends for t in terms)
    return [head, *((voice.day(ends), days_left(ends, day), voice.number(n)) for ends, n in counts.items())]


def _rows(terms: Sequence[MinimumTerm], day: date | None, voice: Spoken) -> list[tuple[str, ...]]:
    head = tuple(map(voice.say, (looking.ENDS, looking.DAYS, words.COLUMNS["rule"], words.COLUMNS["address"])))
    return [head, *((voice.day(t.ends), days_left(t.ends, day), t.rule, ", ".join((str(t.address), *told(t, voice))))
                    for t in terms)]
