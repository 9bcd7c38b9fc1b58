"""Reports: what a command tells machines. Each section gives its keys, and a report has those of its sections."""

import json
from collections import Counter
from typing import Annotated, TypedDict, cast

from pydantic_core import PydanticSerializationError, to_json

from reconciler.model.change import Action
from reconciler.model.finding import Severity
from reconciler.model.inert import inert_json
from reconciler.model.report import Report
from reconciler.model.schema import Bounds
from reconciler.model.sections import Differences, Findings, LeftAlone, Steps, Stuck, Waiting
from reconciler.wire._plain import Count, Day, Voice, day_or_null
from reconciler.wire.section import KeysJson, section_json

Version = Annotated[str, Bounds(pattern=r"^1\.[0-9]+$")]
Digest = Annotated[str, Bounds(pattern="^sha256:")]
FORMAT_VERSION = "1.0"


class OriginJson(TypedDict):
    """Which portal it is about."""

    driver: str
    company: str
    origin: str
    revision: str


class HeadJson(TypedDict):
    """What every report has."""

    formatVersion: Version
    command: str
    exit: Count
    asOf: Day | None
    digest: Digest | None
    portal: OriginJson | None
    summary: dict[str, Count]


class ReportJson(HeadJson, KeysJson):
    """A whole report."""


def report_json(report: Report, language: str) -> ReportJson:
    """The report as plain values; that of a plan tells beside its sentences what they are in the other language."""
    voice = Voice(language)
    keys = KeysJson(notes=[], closing=voice(report.closing))
    for section in report.sections:
        keys.update(section_json(section, voice))
    if report.get(Steps):
        keys.update(KeysJson(texts={voice.other: dict(sorted(voice.others.items()))}))
    found = cast("dict[str, object]", keys)
    told = {key: found[key] for key in KeysJson.__annotations__ if key in found}
    return cast("ReportJson", {**_head(report), **told})


def json_text(plain: ReportJson) -> str:
    """Plain values as text that a person can read and in which nothing acts; equal values give equal bytes."""
    try:
        text = to_json(plain, indent=2).decode()
    except PydanticSerializationError:  # half a character, in the name of a file: only the slow one can write that
        text = json.dumps(plain, ensure_ascii=False, indent=2)
    return inert_json(text + "\n")


def _head(report: Report) -> HeadJson:
    head = report.head
    return {
        "formatVersion": FORMAT_VERSION,
        "command": head.command,
        "exit": head.exit,
        "asOf": day_or_null(head.as_of),
        "digest": head.digest or None,
        "portal": cast("OriginJson", head.portal._asdict()) if head.portal else None,
        "summary": _summary(report),
    }


def _summary(report: Report) -> dict[str, int]:
    """Counts of addresses, findings and documents."""
    plan, drift = report.plan, report.get(Differences) or Differences()
    found, waiting = report.get(Findings) or Findings(), report.get(Waiting)
    left, stuck = report.get(LeftAlone) or LeftAlone(), report.get(Stuck) or Stuck()
    actions = Counter(change.action for change in (plan.changes if plan else drift.changes))
    return {
        **{str(action): actions[action] for action in Action},
        "unchanged": plan.unchanged if plan else drift.unchanged,
        "unmanaged": len(left.unmanaged),
        "blocked": stuck.addresses,
        "waves": len(plan.waves) if plan else 0,
        "errors": found.count(Severity.ERROR),
        "warnings": found.count(Severity.WARNING),
        "documents": found.documents,
        **({"pending": waiting.addresses} if waiting else {}),
    }
