"""A report as the text of a comment on a pull request.

What binds money and what ends comes first. Nothing is cut in silence, and nothing that others wrote can act.
"""

from collections.abc import Iterator
from dataclasses import replace

from reconciler.model.report import Report
from reconciler.views import _words as words
from reconciler.views import _words_cart as own
from reconciler.views._cart import apply_hints, order_sentence, outcome_counts, shown_positions
from reconciler.views._code import code
from reconciler.views._counts import (
    calm_sentence,
    chosen_sentence,
    finding_counts,
    nothing_to_do,
    says_nothing,
    tallies,
)
from reconciler.views._drift import drift_counts
from reconciler.views._fit import fitted
from reconciler.views._layout import listed
from reconciler.views._redact import disguised
from reconciler.views._tables import sections
from reconciler.views._terms import parts_counted
from reconciler.views._view import Options, View
from reconciler.views._yes import consequences

LIMIT = 65_536
"""The most characters that GitHub takes for a comment."""
_NAMES = 10


def render(report: Report, options: Options) -> str:
    """The comment: a summary line, what binds and ends, then tables; at most ``LIMIT`` characters."""
    shown, language = disguised(report, options), options.language
    foot, finished = "", 0
    if report.command == "cart":
        positions, finished = shown_positions(shown, options.detail)
        shown = replace(shown, positions=tuple(positions))
    head = "\n".join(_head(shown, language)) + "\n"
    foot += f"\n{own.FINISHED.of(finished, language)}\n" if finished else ""
    foot += f"\n{words.PSEUDONYMS.of(language)}\n" if options.redact != "none" else ""
    foot += f"\n<!-- reconciler {report.command if report.command in words.TITLES else ''} -->\n"
    told = [s for s in sections(shown, language) if s.rows]
    return head + fitted(told, LIMIT - len(head) - len(foot), language) + foot


def _head(report: Report, language: str) -> Iterator[str]:
    title = words.TITLES.get(report.command)
    yield f"## {title.of(language) if title else 'reconciler'}: {_summary(report, language)}"
    if origin := " · ".join(_origin(report, language)):
        yield from ("", origin)
    if said := chosen_sentence(report, language, _name):
        yield from ("", said)
    if lines := list(_consequences(report, language)):
        yield from ("", *lines)
    if report.command == "apply":
        yield from (line for said in apply_hints(report, language) for line in ("", said))
    if report.plan and report.plan.refused:
        guards = listed([_name(g) for g in report.plan.refused[:_NAMES]], len(report.plan.refused), language)
        yield from ("", f"**{words.REFUSED.of(language).format(guards=guards)}**")


def _consequences(report: Report, language: str) -> Iterator[str]:
    """What the plan brings with it; what binds and what ends is bold."""
    found = list(consequences(report, language))
    for consequence in found[: 2 * _NAMES]:
        line = consequence.told(_NAMES, language, _name)
        yield f"- **{line}**" if consequence.grave else f"- {line}"
    if len(found) > 2 * _NAMES:
        yield f"- {words.MORE.of(len(found) - 2 * _NAMES, language)}"


def _summary(report: Report, language: str) -> str:
    """Counts only: this line holds no word of others."""
    if report.command == "apply" and report.plan:
        return outcome_counts(report, language)
    if report.command == "order":
        return order_sentence(report, language)
    if report.command == "cart":
        return own.POSITIONS.of(len(report.positions), language)
    if report.command == "terms":
        return parts_counted(report, language)
    if report.plan and not says_nothing(report):
        drifting = report.command == "drift"
        counts = drift_counts(report, report.plan, language) if drifting else tallies(report.plan, language)
        return calm_sentence(report, language) if nothing_to_do(report) else counts
    return finding_counts(report, language)


def _origin(report: Report, language: str) -> Iterator[str]:
    if report.as_of:
        yield words.AS_OF.of(language).format(day=report.as_of)
    if report.portal:
        yield f"{_name(report.portal.company)} ({_name(report.portal.driver)})"
    if report.digest:
        yield f"{words.DIGEST.of(language)} {_name(report.digest)}"
    if report.findings and report.command != "validate":
        yield finding_counts(report, language)


def _name(text: str) -> str:
    return code(text, 100)


VIEW = View("markdown", render, redact="pseudonym")
