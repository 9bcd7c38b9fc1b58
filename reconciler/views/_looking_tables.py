"""The tables of a Markdown comment about drift or terms."""

from collections.abc import Iterator

from reconciler.model.change import Change
from reconciler.model.plan import Plan
from reconciler.model.report import Report
from reconciler.views import _words as words
from reconciler.views import _words_looking as own
from reconciler.views._code import code, prose
from reconciler.views._describe import SIGN_OF, differing, field_rows, written
from reconciler.views._drift import FIELDS_OF, drift_title, reason, step_of, why
from reconciler.views._fit import Section, table_head, table_row
from reconciler.views._terms import days_left, parts, told


def drift_table(report: Report, plan: Plan, language: str) -> Section:
    """What drifted, field by field."""
    columns = (words.COLUMNS["address"], words.COLUMNS["step"], words.COLUMNS["field"], own.IN_PORTAL, own.IN_MANIFEST,
               words.COLUMNS["where"])
    head = table_head(" ", *(c.of(language) for c in columns))
    rows = tuple(r for change in plan.changes for r in _drifted(change, report, language))
    return Section(drift_title(report).of(language), head, rows)


def pending_table(report: Report, language: str) -> Section:
    """What is on its way or waits."""
    head = table_head(" ", *(c.of(language) for c in (words.COLUMNS["address"], words.COLUMNS["step"], own.WHY)))
    rows = tuple(table_row(code(SIGN_OF.get(p.verb, "~")), code(str(p.address)), prose(step_of(p, language)),
                           prose(reason(p, language))) for p in report.pending)
    return Section(own.PENDING.of(language), head, rows)


def _drifted(change: Change, report: Report, language: str) -> Iterator[str]:
    what = "; ".join(map(prose, why(change, language)))
    front = (code(SIGN_OF[change.action]), code(str(change.address)), what)
    fields = list(differing(change)) if change.action in FIELDS_OF else []
    for f in fields:
        place = written(report, change.address, f.path)
        yield from (table_row(*front, *map(code, cells), code(place) if place else " ")
                    for cells in field_rows(f, language))
    if not fields:
        yield table_row(*front, " ", " ", " ", " ")


def term_tables(report: Report, language: str) -> Iterator[Section]:
    """A table for each part of the ledger; what may end now is folded."""
    columns = (own.ENDS, own.DAYS, words.COLUMNS["rule"], words.COLUMNS["address"], own.WHY)
    head = table_head(*(c.of(language) for c in columns))
    for part in parts(report):
        rows = tuple(table_row(str(t.ends), days_left(t.ends, report.as_of), code(t.rule), code(str(t.address)),
                               "; ".join(map(prose, told(t, language)))) for t in part.terms)
        yield Section(part.title.of(language), head, rows, folded=part.title is own.MAY_END)
