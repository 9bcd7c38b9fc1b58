"""``show``: a plan file read back, as it was reviewed."""

import json
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import office, seat, unchanged, wish

ANNA = seat("anna.schmidt", "58")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """An empty company that wants one workplace, with a plan for it in plan.json."""
    folder = office(tmp_path, [], [ANNA])
    assert reconciler(folder, "plan", "--out", "plan.json").exit == 0
    return folder


def test_show_says_what_is_in_it(there: Path):
    """The same plan, read back: the same orders, findings and digest."""
    plan = json.loads((there / "plan.json").read_text())
    shown = json.loads(reconciler(there, "show", "plan.json", "--output", "json").out)
    assert shown["command"] == "show"
    assert {k: v for k, v in shown.items() if k != "command"} == {k: v for k, v in plan.items() if k != "command"}
    human = reconciler(there, "show", "plan.json")
    assert human.exit == 0
    assert "workplace/anna.schmidt" in human.out


def test_neither_manifests_nor_portal_are_asked(there: Path, tmp_path: Path):
    """What changed meanwhile changes nothing of what is shown; a folder without a workspace will do."""
    shown = unchanged(there, "show", "plan.json").out
    wish(there, seat("bert.maier", "59"))
    assert reconciler(there, "show", "plan.json").out == shown
    assert reconciler(tmp_path, "show", "office/plan.json").out == shown


def test_what_is_no_plan_file(there: Path):
    """It is refused in one sentence, and nothing is shown."""
    (there / "plan.json").write_text("{}")
    said = reconciler(there, "show", "plan.json")
    assert (said.exit, said.out) == (5, "")
    assert "plan.json" in said.last
