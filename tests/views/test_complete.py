"""Nothing gets lost between a report and what is shown of it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reconciler.model.report import Report
from reconciler.views._redact import disguised
from reconciler.views._view import Options
from tests.views.samples import ERRORS, MANY, SAMPLES, warning
from tests.views.shown import DETAILS, LANGUAGES, VIEWS


def addresses(report: Report) -> Iterator[str]:
    """All addresses that a report names."""
    yield from (str(f.address) for f in report.findings if f.address)
    yield from (str(p.address) for p in report.positions)
    yield from (str(one.address) for one in (*report.pending, *report.terms))
    yield from (line.split(" ")[0] for line in report.emergency)
    for cause, names in report.indirect.items():
        yield from (cause, *names)
    if report.plan:
        yield from (str(c.address) for c in report.plan.changes)
        yield from (str(o.address) for w in report.plan.waves for o in w.orders)
        yield from (str(a) for a in (*(b.address for b in report.plan.blocked), *report.plan.unmanaged))


def rules(report: Report) -> Iterator[str]:
    """All rule ids that a report names."""
    yield from (f.rule for f in report.findings)
    if report.plan:
        yield from (b.rule for b in report.plan.blocked)
        yield from (w.rule for wave in report.plan.waves for o in wave.orders for w in o.waits_for)
    yield from (one.rule for one in (*report.receipts, *report.pending, *report.terms) if one.rule)


@pytest.mark.parametrize("redact", ["none", "pseudonym"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_address_and_every_rule_is_shown(sample: str, view: str, language: str, redact: str) -> None:
    """Under its own name or under its pseudonym."""
    report = SAMPLES[sample]
    options = Options(language, redact=redact, detail="full")
    text = VIEWS[view].render(report, options)
    if view == "human":  # a long address is a word of its own, wherever the line was broken
        text = re.sub(r"\s+", " ", text)
    known = disguised(report, options)
    missing = {x for x in (*addresses(known), *rules(known)) if x not in text}
    assert not missing


@pytest.mark.parametrize("detail", DETAILS)
def test_at_most_fifty_findings_and_the_count_of_the_rest(detail: str) -> None:
    """Ten thousand errors are fifty and a number; the JSON holds all."""
    report = replace(MANY, findings=tuple(replace(ERRORS[1], path=f"p{n}") for n in range(10_000)))
    text = VIEWS["human"].render(report, Options("en", detail=detail))
    assert text.count("error[INT-4]") == 50
    assert "… and 9,950 more" in text
    assert VIEWS["json"].render(report, Options("en")).count('"rule": "INT-4"') == 10_000


def test_warnings_alike_are_folded() -> None:
    """Twelve warnings of one rule are one, the places of two more, and a count; errors never are."""
    text = VIEWS["human"].render(replace(MANY, findings=(*ERRORS * 2, *map(warning, range(1, 13)))), Options("en"))
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
