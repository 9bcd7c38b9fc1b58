"""A report for a terminal."""

from collections.abc import Iterator
from itertools import chain

from reconciler.model.finding import Severity
from reconciler.model.report import Report
from reconciler.views import _words as words
from reconciler.views._cart import apply_sections, cart_sections, order_sections
from reconciler.views._counts import by_severity
from reconciler.views._findings import finding_lines
from reconciler.views._inert import inert
from reconciler.views._layout import listed, wrap
from reconciler.views._plan import heading, last_line, plan_sections, sheet
from reconciler.views._redact import disguised
from reconciler.views._view import Options, View


def render(report: Report, options: Options) -> str:
    """The report as lines of at most ``options.width`` columns; only paths and web addresses are longer."""
    sections = [s for s in _sections(disguised(report, options), options) if s]
    lines = chain.from_iterable((*section, "") for section in sections)
    return "\n".join(lines).rstrip("\n") + "\n"


def _sections(report: Report, options: Options) -> Iterator[list[str]]:
    findings = finding_lines(report.findings, options)
    while findings and not findings[-1]:
        findings.pop()
    notes = [line for note in report.notes for line in _note(note.of(options.language), options)]
    if _empty(report):
        yield from (findings, _no_changes(report, options), notes)
        return
    yield _title(report, options)
    yield findings
    yield from _body(report, options)
    yield notes
    yield _tail(report, options)


def _body(report: Report, options: Options) -> Iterator[list[str]]:
    if report.command == "cart":
        yield from cart_sections(report, options)
    elif report.command == "order":
        yield from order_sections(report, options)
    elif report.plan:
        on = sheet(report, report.plan, options)
        yield from apply_sections(on) if report.command == "apply" else plan_sections(on)


def _tail(report: Report, options: Options) -> list[str]:
    if report.plan and report.command not in ("apply", "order", "cart"):
        return last_line(sheet(report, report.plan, options))
    return [finding_counts(report, options.language)] if report.findings or report.documents else []


def finding_counts(report: Report, language: str) -> str:
    """``2 errors, 1 warning in 40 documents``."""
    errors = words.ERRORS.of(by_severity(report.findings, Severity.ERROR), language)
    warnings = words.WARNINGS.of(by_severity(report.findings, Severity.WARNING), language)
    where = words.IN_DOCUMENTS.of(report.documents, language) if report.documents else ""
    return f"{errors}, {warnings} {where}".rstrip()


def _title(report: Report, options: Options) -> list[str]:
    if report.command not in words.TITLES or not report.as_of:
        return []
    return heading(title(report, options.language), options)


def title(report: Report, language: str) -> str:
    """What the report is, of which day, portal and plan."""
    name = words.TITLES.get(report.command)
    parts = [name.of(language) if name else report.command]
    parts[0] += words.AS_OF.of(language).format(day=report.as_of) if report.as_of else ""
    if report.portal:
        parts.append(f"{report.portal.company} ({report.portal.driver})")
    if report.digest:
        parts.append(f"{words.DIGEST.of(language)} {report.digest.removeprefix('sha256:')[:12]}")
    return " · ".join(parts)


def _empty(report: Report) -> bool:
    plan = report.plan
    return bool(report.command in ("plan", "show", "drift", "apply") and plan
                and not (plan.changes or plan.waves or plan.blocked or plan.refused))


def _no_changes(report: Report, options: Options) -> list[str]:
    plan, language = report.plan, options.language
    assert plan
    known = [words.AS_OF.of(language).format(day=plan.as_of).lstrip(", "), words.UNCHANGED.of(plan.unchanged, language)]
    lines = wrap(f"{words.NO_CHANGES.of(language)} ({', '.join(known)}).", options.width)
    if plan.unmanaged:
        names = listed([str(a) for a in plan.unmanaged], 5, language)
        lines += wrap(f"{words.UNMANAGED.of(len(plan.unmanaged), language)}: {names}", options.width, "", "  ")
    return lines


def _note(text: str, options: Options) -> list[str]:
    return wrap(text, options.width, f"{inert(words.NOTE.of(options.language))}: ")


VIEW = View("human", render)
