"""Plan files as a whole: what is written is read back, and what is no plan is refused by its form."""

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from pydantic_core import SchemaValidator

from reconciler.model.finding import Finding
from reconciler.model.place import Place
from reconciler.model.report import Report
from reconciler.model.schema import schema_of
from reconciler.model.sections import Findings, Guards, LeftAlone, Notes, Section, Steps
from reconciler.model.text import Text
from reconciler.wire.plan import PlanJson, form, plan_of
from reconciler.wire.report import ReportJson, report_json
from tests.views.samples import SAMPLES
from tests.wire.typed import bare, fields, objects, wrong

PLANS = {name: sample for name, sample in SAMPLES.items() if sample.head.command == "plan"}
NOTE = Notes((Text("Ein Hinweis.", "A note."),))


def plain_of(report: Report, language: str = "de") -> dict[str, Any]:
    """The report as it is read from a file."""
    plain: dict[str, Any] = json.loads(json.dumps(report_json(report, language)))
    return plain


def without_lines(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without the lines of their places."""
    return tuple(replace(f, place=f.place and Place(*f.place[:3]),
                         also=tuple(r._replace(place=Place(*r.place[:3])) for r in f.also)) for f in findings)


def kept(section: Section) -> Section:
    """A section without what no plan file holds: lines of files, whole resources, bodies of positions."""
    match section:
        case Findings(findings):
            return replace(section, findings=without_lines(findings))
        case Guards(ways=ways):
            return replace(section, ways=without_lines(ways))
        case Steps(plan):
            changes = (replace(c, after=None, before=c.before if c.was else None) for c in plan.changes)
            return replace(section, plan=replace(plan, changes=tuple(changes)))
        case LeftAlone(foreign=foreign):
            return replace(section, foreign=tuple(replace(p, body={}) for p in foreign))
        case _:
            return section


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", PLANS)
def test_the_same_sections_in_whatever_language(name: str, language: str) -> None:
    """All that a plan says is read back, in both languages, in the order in which it is to be read."""
    report = PLANS[name].having(NOTE)
    again = plan_of(plain_of(report, language))
    assert again.sections == tuple(map(kept, report.sections))
    assert (again.closing, replace(again.head, title=report.head.title)) == (report.closing, report.head)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_report_has_its_form(name: str) -> None:
    """Writers give what the types say, and keys stand in the order in which they are declared."""
    shape: Any = PlanJson if name in PLANS else ReportJson
    plain = plain_of(SAMPLES[name])
    for one in {ReportJson, shape}:
        SchemaValidator(schema_of(one)).validate_python(plain, strict=True)
    for path, said, told in objects(ReportJson, plain):
        declared = [key for key in fields(said) if key in told]
        assert [key for key in told if key in declared] == declared, path
        assert set(told) == set(declared), path


RICH = plain_of(SAMPLES["plan"].having(NOTE))
"""A plan in which nearly every object occurs."""


def spots() -> Iterator[tuple[Any, Any, dict[str, Any], str]]:
    """Each key that a plan file is asked for, once an object type, in a copy of the plan that may be spoilt."""
    plain = deepcopy(RICH)
    seen: set[tuple[str, str]] = set()
    for _, said, told in objects(PlanJson, plain):
        for key in fields(said):
            if key in told and (said.__name__, key) not in seen:
                seen.add((said.__name__, key))
                yield plain, said, told, key


def refused(plain: dict[str, Any]) -> bool:
    """Whether reading it says that it is no plan; every other exception would be a bug."""
    try:
        plan_of(plain)
    except ValueError:
        return True
    return False


def test_each_missing_key_is_refused() -> None:
    """Generated from the types: whatever key is needed and left out, it is no plan file."""
    taken = []
    for plain, said, told, key in spots():
        was = dict(told)
        del told[key]
        if refused(plain) is not (key in said.__required_keys__):
            taken.append((said.__name__, key))
        told.clear()
        told.update(was)
    assert not taken


def test_each_wrong_value_is_refused() -> None:
    """Generated from the types: a number for a text, a list for an object, an unknown verb, channel, kind of change."""
    taken = []
    for plain, said, told, key in spots():
        was = told[key]
        for spoilt in wrong(fields(said)[key], was):
            told[key] = spoilt
            if not refused(plain):
                taken.append((said.__name__, key, spoilt))
        told[key] = was
    assert not taken
    assert not refused(RICH)


def test_nearly_every_object_is_spoilt() -> None:
    """The sample holds what these tests are about; an object that it lacks is named here."""
    here = {said.__name__ for _, said, _ in objects(PlanJson, RICH)}
    assert {"PlanJson", "OrderJson", "WaitJson", "ChangeJson", "FieldJson", "ThingJson", "WordJson", "BlockedJson",
            "FindingJson", "CommitmentsJson", "BindingJson", "EmergencyJson", "HandoverJson", "GapJson", "ChoreJson",
            "BlockingJson", "PositionJson", "SelectionJson", "OriginJson", "SummaryJson"} <= here
    assert bare(fields(PlanJson)["cost"], None) is type(None)
    assert form().validate_python(RICH, strict=True)
