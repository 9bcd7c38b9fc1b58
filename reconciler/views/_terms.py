"""The ledger of minimum terms: what still runs, what may end, and what is ending already."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from reconciler.model.report import Report
from reconciler.model.term import MinimumTerm
from reconciler.model.text import Text
from reconciler.views import _words as words
from reconciler.views import _words_looking as own
from reconciler.views._layout import table, wrap
from reconciler.views._sheet import heading
from reconciler.views._style import paint
from reconciler.views._view import Options


class Part(NamedTuple):
    """Terms that have something in common; ``name`` is for counts."""

    title: Text
    name: Text
    terms: tuple[MinimumTerm, ...]


def parts(report: Report) -> tuple[Part, ...]:
    """All terms of a report, each in one part: running, ending already, not bought, free to end."""
    leaving = tuple(t for t in report.terms if t.leaving)
    rest = [t for t in report.terms if not t.leaving]
    return (
        Part(own.RUNNING, own.RUNNING_COUNT, tuple(t for t in rest if t.running)),
        Part(own.UNBOUND, own.UNBOUND_COUNT, tuple(t for t in rest if t.state == "in-cart")),
        Part(own.LEAVING, own.LEAVING_COUNT, leaving),
        Part(own.MAY_END, own.MAY_END_COUNT, tuple(t for t in rest if t.over and t.state != "in-cart")),
    )


def parts_counted(report: Report, language: str) -> str:
    """``2 still running, 14 may end now``; only what there is, in the order of the parts."""
    told = (f"{words.number(len(p.terms), language)} {p.name.of(language)}" for p in parts(report) if p.terms)
    return ", ".join(told) or own.NO_TERMS.of(language)


def terms_sections(report: Report, options: Options) -> Iterator[list[str]]:
    """For a terminal: a table for each part; of those that may end a count, unless all are asked for."""
    language, found = options.language, parts(report)
    if not found[0].terms:
        yield wrap((own.NOTHING_RUNS if report.terms else own.NO_TERMS).of(language), options.width)
    for part in found:
        counted = part.title is own.MAY_END and options.detail == "normal"
        if counted and part.terms:
            yield wrap(own.OVER.of(len(part.terms), language), options.width)
        elif part.terms:
            rows = _by_day if options.detail == "concise" else _rows
            lines = table(rows(part.terms, report.as_of, language), options.width)
            lines[0] = paint(lines[0], "bold", colour=options.colour)
            yield [*heading(part.title.of(language), options), *lines]


def _by_day(terms: Sequence[MinimumTerm], day: date | None, language: str) -> list[tuple[str, ...]]:
    head = tuple(h.of(language) for h in (own.ENDS, own.DAYS, own.COUNT))
    counts = Counter(t.ends for t in terms)
    return [head, *((str(ends), days_left(ends, day), words.number(counts[ends], language)) for ends in counts)]


def _rows(terms: Sequence[MinimumTerm], day: date | None, language: str) -> list[tuple[str, ...]]:
    head = tuple(h.of(language) for h in (own.ENDS, own.DAYS, words.COLUMNS["rule"], words.COLUMNS["address"]))
    return [head, *((str(t.ends), days_left(t.ends, day), t.rule, ", ".join((str(t.address), *told(t, language))))
                    for t in terms)]


def days_left(ends: date, day: date | None) -> str:
    """How many days the end is away; nothing where it has come."""
    return str((ends - day).days) if day and ends > day else "–"


def told(term: MinimumTerm, language: str) -> Iterator[str]:
    """What is to be said of a term beside its address: the item, since when, and what is not usual."""
    if term.item:
        yield term.item
    yield own.SINCE.of(language).format(day=term.began)
    if term.state in own.TERM_STATES:
        yield own.TERM_STATES[term.state].of(language)
    ending = own.ENDING.get(("item" if term.item else "", term.leaving))
    if term.leaving:
        yield ending.of(language) if ending else term.leaving
