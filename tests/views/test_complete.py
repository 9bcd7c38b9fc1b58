"""Nothing gets lost between a report and what is shown of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

import pytest

from reconciler.model.address import Address
from reconciler.model.consequences import Binding, Blocking, Chore, Gap, Handover, Touched
from reconciler.model.finding import Finding
from reconciler.model.meaning import Commitments
from reconciler.model.message import Name
from reconciler.model.order import Order, Receipt, Wait
from reconciler.model.pending import Pending
from reconciler.model.plan import Blocked, Wave
from reconciler.model.position import Position
from reconciler.model.report import Report
from reconciler.model.resource import Resource
from reconciler.model.term import MinimumTerm
from reconciler.views.redact import disguised
from reconciler.views.view import Options
from tests.views.changes import END, PLANNED
from tests.views.findings import ERRORS, warning
from tests.views.samples import SAMPLES, WHOLE, checked, planned
from tests.views.shown import DETAILS, LANGUAGES, VIEWS

Value = TypeVar("Value")


def each(value: Any, of: type[Value]) -> Iterator[Value]:
    """Every value of a type inside of a report; how a resource was as a whole is not told, nor every place."""
    if isinstance(value, Resource):
        return
    if isinstance(value, of):
        yield value
    if isinstance(value, Name):
        return
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from each(getattr(value, field.name), of) if field.name != "places" else ()
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from each(pair, of)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from each(one, of)


def addresses(report: Report) -> Iterator[str]:
    """All addresses that a report names; of some a sentence says the name alone."""
    yield from map(str, each(report.sections, Address))
    yield from (name.address.name for name in each(report.sections, Name))


def values(report: Report) -> Iterator[str]:
    """All numbers, ranges and days that stand before the yes."""
    yield from (h.number for h in each(report, Handover))
    yield from (r for b in each(report, Blocking) for side in (b.opens, b.blocks) for found in side.values()
                for r in found)
    yield from (str(b.until) for b in each(report, Binding))
    yield from (str(day) for gap in each(report, Gap) for day in (gap.last, gap.again) if day)
    yield from (p.item for p in each(report, Position) if p.item)


RULED: tuple[type[Any], ...] = (Finding, Chore, Blocked, Wait, Receipt, Pending, MinimumTerm)


def rules(report: Report) -> Iterator[str]:
    """All rule ids that a report names."""
    for kind in RULED:
        yield from (one.rule for one in each(report.sections, kind) if one.rule)


@pytest.mark.parametrize("redact", ["none", "pseudonym"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_address_every_rule_and_every_value_is_shown(sample: str, view: str, language: str, redact: str) -> None:
    """Under its own name or under its pseudonym."""
    report = SAMPLES[sample]
    options = Options(language, redact=redact, detail="full")
    text = VIEWS[view].render(report, options)
    if view == "human":  # a long address is a word of its own, wherever the line was broken
        text = re.sub(r"\s+", " ", text)
    known = disguised(report, options)
    missing = {x for x in (*addresses(known), *rules(known), *values(known)) if x not in text}
    assert not missing


@pytest.mark.parametrize("detail", DETAILS)
def test_at_most_fifty_findings_and_the_count_of_the_rest(detail: str) -> None:
    """Ten thousand errors are fifty and a number; the JSON holds all."""
    report = checked(*(replace(ERRORS[1], path=f"p{n}") for n in range(10_000)))
    text = VIEWS["human"].render(report, Options("en", detail=detail))
    assert text.count("error[INT-4]") == 50
    assert "… and 9,950 more" in text
    assert VIEWS["json"].render(report, Options("en")).count('"rule": "INT-4"') == 10_000


def test_warnings_alike_are_folded() -> None:
    """Twelve warnings of one rule are one, the places of two more, and a count; errors never are."""
    text = VIEWS["human"].render(checked(*ERRORS * 2, *map(warning, range(1, 13))), Options("en"))
    assert text.count("warning[AUTH-3]") == 1
    assert text.count("manifests/lager.yaml") == 3
    assert "… and 9 more" in text
    assert text.count("error[") == 4


@pytest.mark.parametrize("redact", ["none", "pseudonym"])
def test_a_replace_shows_only_what_changes(redact: str) -> None:
    """It carries the whole resource; a number that looks equal behind its mask is still told."""
    for view, detail in (("human", "full"), ("markdown", "normal")):
        text = VIEWS[view].render(SAMPLES["drift"], Options("en", redact=redact, detail=detail))
        assert "timeZone" not in text
        assert "number.external" in text


HOSTS = tuple(Address("workplace", f"person.nr{n:02}") for n in range(60))
CROWD = planned(replace(
    WHOLE, indirect={Address("template", "t"): HOSTS}, emergency=tuple(Touched(a, ("number.external",)) for a in HOSTS),
    numbers=tuple(Handover(f"+4922863800{n}", a) for n, a in enumerate(HOSTS, 100)),
    gaps=tuple(Gap(a, a) for a in HOSTS), foreign=tuple(Position("x", a, "delete", ours=False) for a in HOSTS),
    blocking=tuple(Blocking(a, "standard", "intern", {}, {"outgoing": ("+49900",)}, 1) for a in HOSTS),
    commitments=Commitments(60, END, 60, 60, 0, tuple(
        Binding(END + timedelta(days=n), 1) for n in range(60))),
    plan=replace(PLANNED, waves=tuple(Wave(PLANNED.as_of, tuple(Order("o", "cart", verb, a, item) for a in HOSTS))
                                      for verb, item in (("activate", ""), ("delete", ""), ("book", "assistant")))),
))


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_lists_are_cut_with_a_count(language: str) -> None:
    """Of sixty of each, some are shown and the others counted; all of them when asked for; else only their number."""
    def ahead(detail: str) -> str:
        text = VIEWS["human"].render(CROWD, Options(language, detail=detail))
        before, _, after = re.sub(r"\s+", " ", text).partition({"de": " Welle 1", "en": " Wave 1"}[language])
        return before + after[after.rindex({"de": "fremde Pos", "en": "of others"}[language]):]

    more = {"de": "weitere", "en": "more"}[language]
    normal, full, concise = (ahead(detail) for detail in ("normal", "full", "concise"))
    assert normal.count(f"55 {more}") == 8  # days, bookings, ends, gaps, user names, indirect, blocking, foreign
    assert normal.count(f"40 {more}") == 2  # emergency, numbers
    assert f" {more}" not in full.replace(f"and 1 {more}", "")
    assert all(full.count(str(a)) == 8 for a in HOSTS)
    assert "person.nr59" not in concise
    assert concise.count("60") >= 9
