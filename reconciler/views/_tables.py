"""The tables of a Markdown comment."""

from collections.abc import Iterator

from reconciler.model.change import Change
from reconciler.model.cost import Cost
from reconciler.model.finding import Finding
from reconciler.model.order import Order
from reconciler.model.plan import Plan
from reconciler.model.report import Report
from reconciler.views import _words as words
from reconciler.views import _words_cart as own
from reconciler.views import _words_cost as money
from reconciler.views._cart import position_cells, reason_of, state_of
from reconciler.views._code import code, prose
from reconciler.views._cost import cost_rows, cost_title
from reconciler.views._counts import outcomes, uncovered
from reconciler.views._describe import (
    SIGN_OF,
    Known,
    differing,
    field_rows,
    known,
    note,
    pieces,
    shift,
    sign,
    step,
    told_fields,
    was,
)
from reconciler.views._findings import in_order
from reconciler.views._fit import Section, table_head, table_row
from reconciler.views._looking_tables import drift_table, pending_table, term_tables
from reconciler.views._manual import TITLE as MANUAL_TITLE
from reconciler.views._yes import emergency_words

_ALSO = 5
"""So many further places or resources are named in the row of a finding."""


def sections(report: Report, language: str) -> Iterator[Section]:
    """All that a report has to tell, the most important first."""
    if report.cost:
        yield _cost(report.cost, language)
    yield _emergency(report, language)
    yield _manual(report, language)
    yield _numbers(report, language)
    yield _findings(report, language)
    if report.command in ("cart", "order"):
        yield _positions(report, words.TITLES["cart"].of(language), language)
    elif report.command == "terms":
        yield from term_tables(report, language)
    elif report.plan:
        if report.command == "apply":
            yield _results(report, report.plan, language)
        drifting = report.command == "drift"
        yield drift_table(report, report.plan, language) if drifting else _steps(report, report.plan, language)
        yield _blocked(report.plan, language)
        yield pending_table(report, language) if drifting else _fields(report.plan, language)
        kept = {a: f" ({words.BY_KEEP.of(language)})" for a in report.plan.kept}
        rows = tuple(f"- {code(str(a))}{kept.get(a, '')}" for a in report.plan.unmanaged)
        yield Section(words.UNMANAGED_TITLE.of(language), (), rows, folded=True)
        yield _positions(report, words.FOREIGN_TITLE.of(language), language)
    yield Section(words.NOTES.of(language), (), tuple(f"- {prose(n.of(language))}" for n in report.notes))


def _head(language: str, *columns: str) -> tuple[str, str]:
    return table_head(*(words.COLUMNS[c].of(language) if c else " " for c in columns))


def _cost(cost: Cost, language: str) -> Section:
    rows = tuple(table_row(code(name), *cells) for name, *cells in cost_rows(cost, language))
    head = table_head(*(h.of(language) for h in money.COST_HEAD))
    return Section(cost_title(cost, language), head, rows)


def _emergency(report: Report, language: str) -> Section:
    rows = tuple(table_row(code(str(address)), prose(emergency_words(paths, language)))
                 for address, paths in report.emergency)
    return Section(words.EMERGENCY.of(language), _head(language, "address", "field"), rows)


def _manual(report: Report, language: str) -> Section:
    """What a person must do at the portal."""
    rows = tuple(table_row(code(str(c.address)), code(c.rule), prose(c.message.of(language))) for c in report.manual)
    return Section(MANUAL_TITLE.of(language), _head(language, "address", "rule", "step"), rows)


def _numbers(report: Report, language: str) -> Section:
    """Which number goes from whom to whom; who takes nothing leaves it free."""
    rows = tuple(
        table_row(code(h.number), code(str(h.giver)), code(str(h.taker)) if h.taker else words.NOBODY.of(language))
        for h in report.numbers
    )
    return Section(words.NUMBERS.of(language), _head(language, "number", "giver", "taker"), rows)


def _findings(report: Report, language: str) -> Section:
    rows = tuple(_finding(f, language) for f in in_order(report.findings))
    return Section(words.FINDINGS.of(language), _head(language, "severity", "rule", "where", "what", "help"), rows)


def _finding(finding: Finding, language: str) -> str:
    also = [r.place for r in finding.also] or finding.others
    left = len(also) - _ALSO
    return table_row(
        words.SEVERITIES[finding.severity].of(language),
        code(finding.rule),
        " ".join([*(code(str(p)) for p in (finding.place, finding.address, *also[:_ALSO]) if p),
                  *([words.MORE.of(left, language)] if left > 0 else [])]) or "–",
        prose(finding.message.of(language)),
        prose(finding.help.of(language)),
    )


def _results(report: Report, plan: Plan, language: str) -> Section:
    of = known(plan)
    rows = tuple(
        table_row(state_of(o, r, language), code(sign(o, of)), code(str(o.address)),
                  "; ".join(map(prose, filter(None, (step(o.verb, o.item, language), reason_of(r, language))))))
        for o, r in outcomes(report)
    )
    return Section(own.RESULT.of(language), _head(language, "state", "", "address", "step"), rows)


def _steps(report: Report, plan: Plan, language: str) -> Section:
    of = known(plan)
    waves = [w for w in plan.waves if report.command != "apply" or w.orders != plan.due]
    due = plan.waves[:1] if plan.due else ()
    rows = [
        table_row(words.NOW.of(language) if wave in due else str(wave.not_before), code(sign(order, of)),
                  code(str(order.address)), _step(order, of, language))
        for wave in waves for order in wave.orders
    ]
    rows += [_difference(change, language) for change in uncovered(plan)]
    title = words.STEPS if plan.waves else words.DIFFERENCES
    return Section(title.of(language), _head(language, "from", "", "address", "step"), tuple(rows))


def _difference(change: Change, language: str) -> str:
    said = (words.ACTIONS[change.action].of(language), was(change), *(shift(f, language) for f in differing(change)))
    what = "; ".join(map(prose, filter(None, said)))
    return table_row(" ", code(SIGN_OF[change.action]), code(str(change.address)), what)


def _step(order: Order, of: Known, language: str) -> str:
    waits = ((words.WAITS.of(language), w.rule, w.until, w.message.of(language)) for w in order.waits_for)
    told = (f"{word}: {code(rule)} {day} {prose(message) if message else ''}".rstrip()
            for word, rule, day, message in waits)
    fields = (code(text) for _, text in told_fields(order, of, language))
    return "; ".join([*map(prose, pieces(order, of, language)), *fields, *map(prose, note(order, language)), *told])


def _blocked(plan: Plan, language: str) -> Section:
    rows = tuple(
        table_row(code("!"), code(str(b.address)), code(b.rule), *(prose(t.of(language)) for t in (b.message, b.help)))
        for b in plan.blocked
    )
    return Section(words.BLOCKED.of(language), _head(language, "", "address", "rule", "what", "help"), rows)


def _positions(report: Report, title: str, language: str) -> Section:
    rows = tuple(table_row(*map(prose, position_cells(p, language))) for p in report.positions)
    head = table_head(*(h.of(language) for h in own.POSITION_HEAD))
    return Section(title, head, rows)


def _fields(plan: Plan, language: str) -> Section:
    rows = tuple(table_row(code(str(c.address)), *map(code, cells))
                 for c in plan.changes for f in differing(c) for cells in field_rows(f, language))
    head = _head(language, "address", "field", "before", "after")
    return Section(words.DETAILS.of(language), head, rows, folded=True)
