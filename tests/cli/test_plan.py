"""``plan``: what has to be ordered, and when; at the portal nothing is changed."""

import json
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import office, seat, staff, unchanged, wish
from tests.engine.documents import block

ANNA, BERT = seat("anna.schmidt", "58"), seat("bert.maier", "59")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Two people, and two more in the manifests."""
    return office(tmp_path, staff(2), [*staff(2), ANNA, BERT])


def test_what_is_planned_is_not_done(there: Path):
    """The changes in waves; at the portal all stays as it is, and a second plan says the same."""
    said = unchanged(there, "plan")
    assert said.exit == 0
    assert "workplace/anna.schmidt" in said.out
    assert "Wave 1" in said.out
    assert unchanged(there, "plan").out == said.out


def test_the_file_is_the_report(there: Path):
    """``--out`` keeps what ``--output json`` tells."""
    said = unchanged(there, "plan", "--out", "plan.json", "--output", "json")
    assert json.loads((there / "plan.json").read_text()) == json.loads(said.out)


def test_a_part(there: Path):
    """Only what was asked for is planned, by address or by exclusion."""
    for flags in (("--target", "workplace/anna*"), ("--exclude", "workplace/bert*")):
        report = json.loads(unchanged(there, "plan", *flags, "--output", "json").out)
        assert [c["address"] for c in report["changes"]] == ["workplace/anna.schmidt"]


def test_more_and_less(there: Path):
    """``--concise`` has a line a change, ``--full`` the place of each field; both name everybody."""
    concise, usual, full = (unchanged(there, "plan", *flag).out for flag in (["--concise"], [], ["--full"]))
    assert len(concise.splitlines()) < len(usual.splitlines()) < len(full.splitlines())
    assert all("workplace/bert.maier" in text for text in (concise, usual, full))
    assert "manifests/all.yaml:" in full


def test_taking_out_is_no_putting_in(there: Path):
    """A withdrawal is told as one, in the title of its wave, in its line and in its result."""
    reconciler(there, "apply", "--yes")
    wish(there, *staff(2), BERT)
    said = reconciler(there, "plan").out
    assert "Wave 1 – can be queued now (1 out of the cart)" in said
    assert "take out of the cart, no manifest asks for it any more" in " ".join(said.split())
    assert "into the cart" not in said
    assert "taken out of the cart" in reconciler(there, "apply", "--yes").out


def test_nothing_of_next_month_takes_effect_at_once(tmp_path: Path):
    """A direct change of a later wave is not called immediate."""
    soon = block("bonn-99", "+49228999", "group: bonn", "availableFrom: 2026-12-15")
    before = seat("anna.schmidt", "58")
    there = office(tmp_path, [soon, before], [before.replace("+49 228 6380-58", "+49 228 999-58")])
    said = reconciler(there, "plan").out
    assert "at once" not in said
    assert "not before 2026-12-15 (1 takes effect on the day on which apply runs)" in " ".join(said.split())
