"""A report for a terminal."""

from collections.abc import Iterator
from typing import assert_never

from reconciler.model.report import Report
from reconciler.model.sections import (
    Calm,
    Cart,
    Chosen,
    Costs,
    Differences,
    Emergency,
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
    Terms,
    Unbought,
    Underway,
    Waiting,
)
from reconciler.views.human.blocks import Block, stacked
from reconciler.views.human.calm import calm_lines, chosen_lines, no_drift_lines, underway_lines
from reconciler.views.human.cart import cart_blocks, purchase_blocks
from reconciler.views.human.cost import cost_table
from reconciler.views.human.drift import difference_lines, waiting_lines
from reconciler.views.human.findings import finding_lines
from reconciler.views.human.frame import last_lines, note_lines, title, title_lines
from reconciler.views.human.left import foreign_lines, guard_lines, stuck_lines, unmanaged_lines
from reconciler.views.human.outcomes import hint_lines, outcome_blocks
from reconciler.views.human.outlook import before_yes, emergency_lines, manual_lines, number_lines
from reconciler.views.human.sheet import Sheet, sheet
from reconciler.views.human.steps import step_blocks
from reconciler.views.human.terms import term_blocks
from reconciler.views.redact import disguised
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
    first: tuple[type[Section], ...] = (Findings, Calm, Chosen, LeftAlone) if on.calm else (
        (Chosen, Findings, Outcomes, Stuck) if on.sent else (Chosen, Findings))
    left_out = _BESIDE_CALM if on.calm else _BESIDE_OUTCOMES if on.sent and not on.options.full else ()
    for part in first:
        yield from (s for s in report.sections if isinstance(s, part))
    yield from (s for s in report.sections if not isinstance(s, (*first, *left_out, Unbought)))
    yield from (s for s in report.sections if isinstance(s, Unbought) and not on.calm)


def _said(section: Section, on: Sheet) -> Iterator[Block]:  # noqa: C901, PLR0912 - one case a section
    """One section in blocks; in short, those of a line or two stand together."""
    ahead, last = ("ahead", "last") if on.options.concise else ("", "")
    match section:
        case Findings(findings):
            yield Block(finding_lines(findings, on.options))
        case Chosen(selection):
            yield Block(chosen_lines(selection, on), "top")
        case Calm():
            yield Block(calm_lines(section, on), "top")
        case Outlook():
            yield Block(before_yes(section, on))
        case Costs(cost):
            yield Block(cost_table(cost, on))
        case Emergency(touched):
            yield Block(emergency_lines(touched, on), ahead)
        case Manual(chores):
            yield Block(manual_lines(chores, on), ahead)
        case Numbers(handovers):
            yield Block(number_lines(handovers, on), ahead)
        case Steps(plan):
            yield from map(Block, step_blocks(plan, on))
        case Outcomes():
            yield from map(Block, outcome_blocks(section, on))
        case Differences():
            yield Block(difference_lines(section, on))
        case NoDrift():
            yield Block(no_drift_lines(section, on))
        case Underway(lying):
            yield Block(underway_lines(lying, on))
        case Unbought():
            yield Block(hint_lines(section, on))
        case Stuck(blocked):
            yield Block(stuck_lines(blocked, on.later))
        case Waiting(pending):
            yield Block(waiting_lines(pending, on))
        case LeftAlone():
            beside = "top" if on.calm else last
            yield Block(unmanaged_lines(section, on), beside)
            yield Block(foreign_lines(section, on), beside)
            yield Block(on.legend(), "last")
        case Guards():
            yield Block(guard_lines(section, on), "last")
        case Cart():
            yield from map(Block, cart_blocks(section, on))
        case Purchase():
            yield from map(Block, purchase_blocks(section, on))
        case Terms():
            yield from map(Block, term_blocks(section, on))
        case Notes():
            pass  # they stand below everything
        case _:
            assert_never(section)


VIEW = View("human", render)
