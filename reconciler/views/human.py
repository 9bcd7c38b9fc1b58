"""A report for a terminal."""

from collections.abc import Iterator
from itertools import chain

from reconciler.model.plan import Plan
from reconciler.model.report import Report
from reconciler.views import _words as words
from reconciler.views._ahead import foreign_section
from reconciler.views._cart import apply_sections, cart_sections, order_sections, outcome_counts
from reconciler.views._counts import (
    all_active,
    calm_sentence,
    chosen_sentence,
    finding_counts,
    nothing_to_do,
    says_nothing,
)
from reconciler.views._drift import drift_counts, drift_sections
from reconciler.views._findings import finding_lines
from reconciler.views._layout import listed, wrap
from reconciler.views._manual import manual_section
from reconciler.views._plan import last_line, plan_sections
from reconciler.views._redact import disguised
from reconciler.views._sheet import heading, sheet
from reconciler.views._terms import terms_sections
from reconciler.views._view import Options, View
from reconciler.views._yes import lingering


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
    if options.redact != "none":
        notes += _note(words.PSEUDONYMS.of(options.language), options)
    if report.plan and nothing_to_do(report):
        on = sheet(report, report.plan, options)
        calm = [*_no_changes(report, report.plan, options), *_chosen(report, options), *foreign_section(on)]
        yield from (findings, calm, manual_section(report, options), notes)
        return
    yield [*_title(report, options), *_chosen(report, options)]
    yield findings
    yield from _body(report, options)
    yield notes
    yield _last(report, options)


def _body(report: Report, options: Options) -> Iterator[list[str]]:
    if report.command == "cart":
        yield from cart_sections(report, options)
    elif report.command == "order":
        yield from order_sections(report, options)
    elif report.command == "terms":
        yield from terms_sections(report, options)
    elif report.plan and report.command == "drift":
        yield from drift_sections(sheet(report, report.plan, options))
    elif report.plan:
        on = sheet(report, report.plan, options)
        yield from apply_sections(on) if report.command == "apply" else plan_sections(on, on.plan.waves)


def _last(report: Report, options: Options) -> list[str]:
    if report.plan and report.command == "apply":
        return wrap(outcome_counts(report, options.language), options.width, "", "  ")
    if says_nothing(report) and report.command != "order":
        return [finding_counts(report, options.language)]
    if report.plan and report.command == "drift":
        counts = drift_counts(report, report.plan, options.language)
        return wrap(f"{words.TITLES['drift'].of(options.language)}: {counts}", options.width, "", "  ")
    if report.plan and report.command not in ("order", "cart"):
        return last_line(sheet(report, report.plan, options))
    return [finding_counts(report, options.language)] if report.findings or report.documents else []


def _title(report: Report, options: Options) -> list[str]:
    if report.command not in words.TITLES or not report.as_of:
        return []
    return heading(title(report, options.language), options)


def title(report: Report, language: str) -> str:
    """What the report is, of which day, portal and plan."""
    name = words.TITLES.get(report.command)
    parts = [name.of(language) if name else report.command]
    if report.as_of:
        parts.append(words.AS_OF.of(language).format(day=report.as_of))
    if report.portal:
        parts.append(f"{report.portal.company} ({report.portal.driver})")
    if report.digest:
        parts.append(f"{words.DIGEST.of(language)} {report.digest.removeprefix('sha256:')[:12]}")
    return " · ".join(parts)


def _chosen(report: Report, options: Options) -> list[str]:
    said = chosen_sentence(report, options.language)
    return wrap(said, options.width, "", "  ") if said else []


def _no_changes(report: Report, plan: Plan, options: Options) -> list[str]:
    language = options.language
    known = [words.AS_OF.of(language).format(day=plan.as_of)]
    known += [words.UNCHANGED.of(plan.unchanged, language)] if all_active(report) else []
    lines = wrap(f"{calm_sentence(report, language)} ({', '.join(known)}).", options.width)
    for left in lingering(report, language):
        lines += wrap(left.told(0, language), options.width, "  ", "    ")
    alone = tuple(a for a in plan.unmanaged if a not in plan.kept)
    for word, some in ((words.UNMANAGED, alone), (words.KEPT, plan.kept)):
        if some:
            names = listed([str(a) for a in some[:5]], len(some), language)
            lines += wrap(f"{word.of(len(some), language)}: {names}", options.width, "", "  ")
    return lines


def _note(text: str, options: Options) -> list[str]:
    return wrap(text, options.width, f"{words.NOTE.of(options.language)}: ")


VIEW = View("human", render)
