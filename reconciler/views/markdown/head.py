"""What stands above the tables: counts, where from, what it means, and what stops it."""

from collections.abc import Iterable, Iterator
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
from reconciler.views.markdown.code import code
from reconciler.views.say import words
from reconciler.views.say.calm import chosen_sentence
from reconciler.views.say.consequence import Consequence
from reconciler.views.say.counts import finding_counts, summary
from reconciler.views.say.lying import lingering
from reconciler.views.say.outcome import hints
from reconciler.views.say.outlook import consequences, meant
from reconciler.views.spoken import MORE, Spoken

_NAMES = 10


def head_lines(report: Report, voice: Spoken) -> Iterator[str]:
    """The heading with counts only, for that line holds no word of others; then what a section says in front."""
    yield f"## {voice.say(report.head.title) or 'reconciler'}: {summary(report, voice)}"
    if origin := " · ".join(_origin(report, voice)):
        yield from ("", origin)
    for section in report.sections:
        yield from _said(section, voice)


def _said(section: Section, voice: Spoken) -> Iterator[str]:
    """What a section says above all tables, each paragraph after a blank line."""
    match section:
        case Chosen():
            if said := chosen_sentence(section, voice, _name):
                yield from ("", said)
        case Outlook():
            yield from _bullets(consequences(section, voice), voice)
        case Underway(lying):
            yield from _bullets(lingering(lying, voice), voice)
        case Cart() | Purchase():
            yield from _bullets(meant(section.meaning, voice), voice)
        case Unbought():
            yield from (line for said in hints(section, voice) for line in ("", said))
        case Guards() if section.refused:
            guards = voice.listed([_name(g) for g in section.refused[:_NAMES]], len(section.refused))
            yield from ("", f"**{voice.say(words.REFUSED, guards=guards)}**")
        case (Audit() | Calm() | Costs() | Differences() | Emergency() | Figures() | Findings() | Guards() | LeftAlone()
              | Manual() | NoDrift() | Notes() | Numbers() | Outcomes() | Steps() | Stuck() | Terms() | Waiting()):
            pass
        case _:
            assert_never(section)


def _bullets(told: Iterable[Consequence], voice: Spoken) -> Iterator[str]:
    """What a yes brings with it; what binds and what ends is bold."""
    found = list(told)
    yield from [""] if found else []
    for consequence in found[: 2 * _NAMES]:
        line = consequence.told(_NAMES, voice, _name)
        yield f"- **{line}**" if consequence.grave else f"- {line}"
    if len(found) > 2 * _NAMES:
        yield f"- {voice.count(len(found) - 2 * _NAMES, MORE)}"


def _origin(report: Report, voice: Spoken) -> Iterator[str]:
    """Day, portal and plan; beside these, what was found in the manifests."""
    head, found = report.head, report.get(Findings)
    if head.as_of:
        yield voice.say(words.AS_OF, day=voice.day(head.as_of))
    if head.portal:
        yield f"{_name(head.portal.company)} ({_name(head.portal.driver)})"
    if head.digest:
        yield f"{voice.say(words.DIGEST)} {_name(head.digest)}"
    if head.portal and found and found.findings:
        yield finding_counts(found, voice)


def _name(text: str) -> str:
    return code(text, 100)
