"""The workspace file is read once a run, whoever needs something of it."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import office, seat

OPENED: list[str] = []
WATCHING: list[bool] = []
"""Not empty while opens are noted: what Python audits, it audits until its end."""


def _note(event: str, given: tuple[object, ...]) -> None:
    if WATCHING and event == "open" and str(given[0]).endswith("reconciler.yaml"):
        OPENED.append(str(given[0]))


sys.addaudithook(_note)


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """Each open of a workspace file from now on."""
    OPENED.clear()
    WATCHING.append(True)
    yield OPENED
    WATCHING.clear()


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A company with a joiner; what somebody reads is in the language of the workspace."""
    return office(tmp_path, [seat("anna.schmidt", "58")], [seat("anna.schmidt", "58"), seat("carl.lang", "60")])


LINES = {
    "plan --out plan.json --output json --output markdown=comment.md": 0, "validate --output json": 0, "drift": 2,
    "terms": 0, "cart": 0, "order --yes": 8, "apply --yes --verbose --output json": 0, "dump": 0, "portal status": 0,
    "explain INT-4": 0, "plan --target workplace/nobody": 4,
}


@pytest.mark.parametrize("line", LINES)
def test_a_run_reads_it_once(there: Path, line: str, opened: list[str]) -> None:
    """Settings, language of the report, language of the plan file and last sentence come from one reading."""
    said = reconciler(there, *line.split())
    assert (said.exit, len(opened)) == (LINES[line], 1), said


def test_a_broken_one_is_read_once_too(there: Path, opened: list[str]) -> None:
    """What is wrong with it is told in the language of the environment, to people and machines, after one reading."""
    path = there / "reconciler.yaml"
    path.write_text(path.read_text().replace("language", "langage"))
    opened.clear()
    said = reconciler(there, "plan", "--output", "json", environment={"LANG": "de_DE.UTF-8"})
    assert (said.exit, len(opened)) == (1, 1), said
    assert said.last.startswith("reconciler.yaml:4:")
    assert json.loads(said.out)["closing"] == said.last


def test_nothing_is_remembered_from_run_to_run(there: Path) -> None:
    """An edited workspace file holds at once."""
    assert "nothing was changed" in reconciler(there, "plan").err
    path = there / "reconciler.yaml"
    path.write_text(path.read_text().replace("language: en", "language: de"))
    assert "wurde nichts geändert" in reconciler(there, "plan").err
