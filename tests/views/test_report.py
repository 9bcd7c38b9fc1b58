"""A report is a value, and what is shown of it follows from its sections."""

import pickle
from dataclasses import replace

import pytest

from reconciler.views.view import Options
from tests.views.samples import SAMPLES
from tests.views.shown import ALL


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_report_can_be_put_away_and_taken_out_again(sample: str) -> None:
    """It holds plain values only."""
    assert pickle.loads(pickle.dumps(SAMPLES[sample])) == SAMPLES[sample]  # noqa: S301 - ours


@pytest.mark.parametrize("view", ALL)
@pytest.mark.parametrize("sample", SAMPLES)
def test_no_view_asks_which_command_it_was(sample: str, view: str) -> None:
    """Under another command the same is said; only machines are told the name."""
    report = SAMPLES[sample]
    text = ALL[view].render(report, Options())
    other = ALL[view].render(replace(report, head=replace(report.head, command="elsewhere")), Options())
    for before, after in ((f'"command": "{report.head.command}"', '"command": "elsewhere"'),
                          (f"<!-- reconciler {report.head.command} -->", "<!-- reconciler elsewhere -->")):
        text = text.replace(before, after)
    assert other == text
