"""Every example does what its ``expected`` folder says, word for word.

``RECONCILER_UPDATE_GOLDENS=1`` writes the files anew; read them before they are kept.
"""

import os
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import EXAMPLES, Said, process, reconciler

WALKED = sorted(path.parent.name for path in EXAMPLES.glob("*/steps.txt"))
AS_PROCESSES = "start"
"""The example whose steps are real processes; the others run in this one, which is faster."""

FORMATS = {"plan.json": "json", "plan.md": "markdown"}


@pytest.mark.parametrize("name", WALKED)
def test_an_example_does_what_it_says(name: str, tmp_path: Path):
    """Each step prints what its file holds, ends with its last sentence and its exit code; no file is left over."""
    expected = EXAMPLES / name / "expected"
    found = dict(_walk(name, tmp_path / name))
    for file, text in found.items():
        _compare(expected / file, text)
    others = set(FORMATS) if name == "musterwerke" else set()
    assert {path.name for path in expected.iterdir()} == {*found, *others}


@pytest.mark.parametrize("file", FORMATS)
def test_the_plan_of_the_large_example_in_other_formats(file: str, tmp_path: Path):
    """JSON and Markdown of one real plan, word for word."""
    folder = _copy("musterwerke", tmp_path / "musterwerke")
    reconciler(folder, "portal", "init", "--from", "portal", "--today", "2026-11-22")
    said = reconciler(folder, "plan", "--output", FORMATS[file], environment={"RECONCILER_REDACT_KEY": "golden"})
    assert said.exit == 0
    _compare(EXAMPLES / "musterwerke" / "expected" / file, said.out)


def _walk(name: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Run the steps of an example in a copy; gives for each the name of its file and what it said."""
    _copy(name, folder)
    run = process if name == AS_PROCESSES else reconciler
    for number, line in enumerate((folder / "steps.txt").read_text().splitlines(), 1):
        argv = shlex.split(line)
        words = argv[: 2 if argv[0] == "portal" else 1]
        yield f"{number:02}-{'-'.join(words)}.txt", _shown(line, run(folder, *argv))


def _copy(name: str, folder: Path) -> Path:
    return shutil.copytree(EXAMPLES / name, folder, ignore=shutil.ignore_patterns(".reconciler", "expected"))


def _shown(line: str, said: Said) -> str:
    return f"$ reconciler {line}\n{said.out}--- {said.last}\n--- exit {said.exit}\n"


def _compare(golden: Path, text: str) -> None:
    if os.environ.get("RECONCILER_UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="")
    assert golden.is_file(), f"{golden.name} is missing; RECONCILER_UPDATE_GOLDENS=1 writes it"
    assert golden.read_bytes().decode() == text
