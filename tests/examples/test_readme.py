"""What the README shows is what the tool says.

``RECONCILER_UPDATE_GOLDENS=1`` writes the README's plan anew; read it before it is kept.
"""

import os
import re
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from reconciler import cli

REPOSITORY = Path(__file__).parents[2]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], workspace: Path, line: str) -> str:
    """The standard output of one command in this workspace."""
    cli.main(["-C", str(workspace), *line.split()])
    return capsys.readouterr().out


def test_the_plan_in_the_readme_is_real(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The demo's plan stands in the README word for word."""
    workspace = tmp_path / "musterwerke"
    shutil.copytree(REPOSITORY / "examples" / "musterwerke", workspace, ignore=shutil.ignore_patterns(".reconciler"))
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("RECONCILER_PORTAL_SECRET", "demo")
    monkeypatch.setenv("COLUMNS", "80")
    run(capsys, workspace, "portal init --from portal --today 2026-11-22")

    shown = re.search(r"```text\n\$ reconciler (.*?)\n(.*?)```", README, re.DOTALL)

    assert shown
    said = run(capsys, workspace, shown.group(1))
    if os.environ.get("RECONCILER_UPDATE_GOLDENS"):
        (REPOSITORY / "README.md").write_text(README.replace(shown.group(2), said), encoding="utf-8")
    else:
        assert said == shown.group(2)


def test_every_command_and_exit_code_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    """The tables of commands and exit codes name all that there are."""
    from reconciler import errors

    cli.main(["--help"])
    listed = re.findall(r"^  ([a-z]+) {2,}", capsys.readouterr().out, re.MULTILINE)
    codes = {value for name, value in vars(errors).items() if name.isupper() and isinstance(value, int)}

    assert listed
    assert all(f"`{name}" in README for name in listed)
    assert all(f"| {code} |" in README for code in codes)


def test_the_tour_quotes_what_examples_print() -> None:
    """Each line of output in the tour stands in an example's expected output."""
    tour = (REPOSITORY / "docs" / "tour.de.md").read_text(encoding="utf-8")
    printed = {line for file in (REPOSITORY / "examples").glob("*/expected/*.txt")
               for line in file.read_text(encoding="utf-8").splitlines()}
    quoted = [line for block in re.findall(r"```text\n(.*?)```", tour, re.DOTALL) for line in block.splitlines()]
    assert quoted
    assert [line for line in quoted if line not in printed] == []


def test_the_tours_commands_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of the evening tour, each in the copy of the example that it names; nothing waits for an answer."""
    tour = (REPOSITORY / "docs" / "tour.de.md").read_text(encoding="utf-8")
    evening = tour.split("# Ein Abend mit dem Plan")[1]
    folder = tmp_path
    for command, rest in re.findall(r"^        (cp|reconciler) (.*)$", evening, re.MULTILINE):
        if command == "cp":
            source = rest.split()[1]
            folder = tmp_path / Path(source).name
            shutil.copytree(REPOSITORY / source, folder, ignore=shutil.ignore_patterns(".reconciler", "expected"))
        else:
            with chdir(folder):
                assert cli.main(rest.split()) == 0, rest
    capsys.readouterr()
    assert (tmp_path / "musterwerke" / "laufzeiten.ics").is_file()


@pytest.mark.parametrize("document", ["README.md", "docs/tour.de.md"])
def test_the_ten_minutes_work_as_written(document: str, tmp_path: Path) -> None:
    """Every command of the short tour, line for line in a shell: each ends with 0, or with the exit beside it."""
    text = (REPOSITORY / document).read_text(encoding="utf-8")
    tour = re.search(r"^1\. \*\*.*?(?=^5\. \*\*)", text, re.DOTALL | re.MULTILINE)
    assert tour
    lines = re.findall(r"^        (\S.*)$", tour.group(), re.MULTILINE)
    said = _in_a_shell(lines, tmp_path)

    assert len(said) == len(lines) > 15
    for line, (code, out) in zip(lines, said, strict=True):
        wanted = re.search(r"# exit ([0-9]+)", line)
        assert code == (int(wanted.group(1)) if wanted else 0), f"{line}\n{out}"
    assert [n for n, (_, out) in enumerate(said) if "INT-4" in out and "1122" in out]
    assert [n for n, (_, out) in enumerate(said) if "noch nicht bestellt: 1 Position" in out]
    assert [n for n, (_, out) in enumerate(said) if "Keine Änderungen: Das Portal ist, wie die Manifeste" in out]
    assert "workplace/dirk.winter" in said[-1][1]
    assert "group/" not in said[-1][1], "a lesson about a leaver deletes no group"


def _in_a_shell(lines: list[str], folder: Path) -> list[tuple[int, str]]:
    """Exit code and output of each line, one after the other in one shell that starts in the repository."""
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    command = bin_folder / "reconciler"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{REPOSITORY}" exec "{sys.executable}" -m reconciler "$@"\n')
    command.chmod(0o755)
    steps = "".join(f'{{ {line.replace(" /tmp/", f" {folder}/").split("  #")[0]} ; }} >"{folder}/{n}" 2>&1\n'
                    f'echo $? >"{folder}/{n}.exit"\n' for n, line in enumerate(lines))
    environment = {"PATH": f"{bin_folder}:{os.environ.get('PATH', '')}", "LANG": "C.UTF-8"}
    subprocess.run(["bash", "-c", steps], cwd=REPOSITORY, env=environment, check=False, timeout=120)
    return [(int((folder / f"{n}.exit").read_text()), (folder / str(n)).read_text(encoding="utf-8"))
            for n in range(len(lines))]


def test_every_folder_that_the_readme_names_exists() -> None:
    """No link of the README or of the tour leads nowhere."""
    for document in (REPOSITORY / "README.md", REPOSITORY / "docs" / "tour.de.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
