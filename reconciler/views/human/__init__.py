"""A report for a terminal."""

from collections.abc import Iterator
from typing import assert_never

from reconciler.model.report import Report
from reconciler.model.sections import (
    Audit,
    Calm,
    Cart,
    Chosen,
    Costs,
    Differences,
    Emergency,
    Figures,
    Findings,
    Guards,
    LeftAlone,
    Manual,
    NoDrift,
    Notes,
    Numbers,
    Outcomes,
    Outlook,
    Purchase,
    Section,
    Steps,
    Stuck,
    Unbought,
    Underway,
    Waiting,
)
from reconciler.model.term import Terms
from reconciler.views.human.blocks import Block, stacked
from reconciler.views.human.calm import calm_blocks
from reconciler.views.human.cart import cart_blocks
from reconciler.views.human.drift import drift_lines
from reconciler.views.human.findings import finding_lines
from reconciler.views.human.frame import last_lines, note_lines, title, title_lines
from reconciler.views.human.layout import table
from reconciler.views.human.left import left_blocks
from reconciler.views.human.outcomes import outcome_blocks
from reconciler.views.human.outlook import outlook_blocks
from reconciler.views.human.sheet import Sheet, sheet
from reconciler.views.human.steps import step_blocks
from reconciler.views.human.terms import term_blocks
from reconciler.views.redact import disguised
from reconciler.views.say.audit import audit_rows
from reconciler.views.say.figures import figure_rows
from reconciler.views.view import Options, View

__all__ = ["VIEW", "render", "title"]

_BESIDE_CALM = (Outlook, Costs, Emergency, Numbers, Steps, Outcomes, Guards, Unbought)
"""Where nothing is to be done, these have nothing to say."""
_BESIDE_OUTCOMES = (Outlook, Costs, Emergency, Numbers, LeftAlone, Guards)
"""Where orders were sent, these were read before the yes."""


def render(report: Report, options: Options) -> str:
    """The report as lines of at most ``options.width`` columns; only paths and web addresses are longer."""
    shown = disguised(report, options)
    return stacked(_blocks(shown, sheet(shown, options)))


def _blocks(report: Report, on: Sheet) -> Iterator[Block]:
    yield Block(title_lines(report, on), "top")
    for section in _arranged(report, on):
        yield from _said(section, on)
    yield Block(note_lines(report.get(Notes), on))
    yield Block(last_lines(report, on))


def _arranged(report: Report, on: Sheet) -> Iterator[Section]:
    """The sections with what is read first in front, without what is not worth its lines beside others."""
    first: tuple[type[Section], ...] = (Chosen, Findings)
    left_out: tuple[type[Section], ...] = ()
    if on.calm:
        first, left_out = (Findings, Calm, Chosen, LeftAlone), _BESIDE_CALM
    elif on.sent:
        first, left_out = (Chosen, Findings, Outcomes, Stuck), () if on.options.full else _BESIDE_OUTCOMES
    for part in first:
        yield from (s for s in report.sections if isinstance(s, part))
    yield from (s for s in report.sections if not isinstance(s, (*first, *left_out, Unbought)))
    yield from (s for s in report.sections if isinstance(s, Unbought) and not on.calm)


def _said(section: Section, on: Sheet) -> Iterator[Block]:  # noqa: C901 - one case a family
    """One section in blocks; each family has a file."""
    match section:
        case Findings(findings):
            yield Block(finding_lines(findings, on.options))
        case Chosen() | Calm() | NoDrift() | Underway():
            yield from calm_blocks(section, on)
        case Outlook() | Costs() | Emergency() | Manual() | Numbers():
            yield from outlook_blocks(section, on)
        case Steps(plan):
            yield from map(Block, step_blocks(plan, on))
        case Outcomes() | Unbought():
            yield from map(Block, outcome_blocks(section, on))
        case Differences() | Waiting():
            yield Block(drift_lines(section, on))
        case Stuck() | LeftAlone() | Guards():
            yield from left_blocks(section, on)
        case Cart() | Purchase():
            yield from map(Block, cart_blocks(section, on))
        case Terms():
            yield from map(Block, term_blocks(section, on))
        case Figures() | Audit():
            rows = figure_rows(section, on.voice) if isinstance(section, Figures) else audit_rows(section, on.voice)
            yield Block(table(list(rows), on.options.width, ""))
        case Notes():
            pass  # they stand below everything
        case _:
            assert_never(section)


VIEW = View("human", render, fit=("report", "terms", "figures"), mark=r"\n\[reconciler [a-z ]+\]\n\Z")
