"""The tables of a comment, the most important first."""

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
from reconciler.views.markdown.cart import left_tables, position_table, result_table
from reconciler.views.markdown.code import code, prose
from reconciler.views.markdown.drift import drift_table, pending_table
from reconciler.views.markdown.findings import finding_table
from reconciler.views.markdown.fit import Rank, Table, columns, table_head, table_row
from reconciler.views.markdown.outlook import cost_table, emergency_table, manual_table, number_table
from reconciler.views.markdown.steps import field_table, step_table, stuck_table
from reconciler.views.markdown.terms import term_tables
from reconciler.views.say import words
from reconciler.views.say import words_looking as looking
from reconciler.views.say.audit import audit_rows
from reconciler.views.say.figures import figure_rows
from reconciler.views.spoken import Spoken


def tables(report: Report, voice: Spoken) -> list[Table]:
    """All that a report has to tell; what has no rows is left out."""
    found = (table for section in report.sections for table in _tables(section, voice) if table.rows)
    return sorted(found, key=lambda table: table.rank)


def _tables(section: Section, voice: Spoken) -> Iterator[Table]:  # noqa: C901, PLR0912 - one case a section
    match section:
        case Costs(cost):
            yield cost_table(cost, voice)
        case Emergency(touched):
            yield emergency_table(touched, voice)
        case Manual(chores):
            yield manual_table(chores, voice)
        case Numbers(handovers):
            yield number_table(handovers, voice)
        case Findings(findings):
            yield finding_table(findings, voice)
        case Cart() | Purchase():
            yield cost_table(section.meaning.cost, voice)
            yield manual_table(section.meaning.manual, voice)
            yield position_table(section.positions, words.POSITIONS, voice)
        case Terms():
            yield from term_tables(section, voice)
        case Steps(plan):
            yield from (step_table(plan, plan.waves, voice), field_table(plan, voice))
        case Outcomes(plan):
            yield result_table(section, voice)
            yield from (step_table(plan, section.later, voice), field_table(plan, voice))
        case Differences():
            yield drift_table(section, voice)
        case Stuck(blocked):
            yield stuck_table(blocked, voice)
        case Waiting(pending):
            yield pending_table(pending, voice)
        case LeftAlone():
            yield from left_tables(section, voice)
        case Figures():
            rows = tuple(table_row(code(what), code(number)) for what, number in figure_rows(section, voice))
            yield Table(voice.say(looking.FIGURES), columns(voice, "", ""), rows)
        case Audit():
            head, *lines = audit_rows(section, voice)
            yield Table(voice.say(looking.AUDIT), table_head(*head), tuple(table_row(*map(code, row)) for row in lines))
        case Notes(notes):
            yield Table(voice.say(words.NOTES), (), tuple(f"- {prose(voice.say(n))}" for n in notes), rank=Rank.NOTES)
        case Calm() | Chosen() | Guards() | NoDrift() | Outlook() | Unbought() | Underway():
            pass  # what they have to say stands in front
        case _:
            assert_never(section)
