"""The workflows: pinned, with no more rights than they need, and with commands that work."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

from tests.cli.command import EXAMPLES, REPOSITORY, reconciler

OURS = REPOSITORY / ".github" / "workflows" / "ci.yml"
EXAMPLE = EXAMPLES / "ci" / "github-pull-request.yml"
NIGHTLY = EXAMPLES / "ci" / "github-nightly.yml"
WORKFLOWS = [OURS, EXAMPLE, NIGHTLY, REPOSITORY / "action.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_actions_are_pinned_by_commit(path: Path):
    """Every action of others names a commit, and its version for people."""
    for line in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8")):
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|reconciler/reconciler@COMMIT", line), line


@pytest.mark.parametrize("path", [OURS, EXAMPLE, NIGHTLY], ids=lambda p: p.name)
def test_jobs_have_few_rights_and_an_end(path: Path):
    """No right by default, some by job, a time limit, and no text of a pull request inside a script."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 30
        assert not [step["run"] for step in job["steps"] if "${{" in step.get("run", "")]


def test_plans_are_cancelled_and_applies_wait(tmp_path: Path):
    """A newer plan takes the place of an older one; an apply is never cut off."""
    jobs = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))["jobs"]
    assert jobs["plan"]["concurrency"]["cancel-in-progress"] is True
    assert jobs["apply"]["concurrency"]["cancel-in-progress"] is False


def test_the_commands_of_the_example_work(tmp_path: Path):
    """The lines of the workflow, one after the other, in the large example; the log shows no name of a person."""
    jobs = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))["jobs"]
    ignore = shutil.ignore_patterns(".reconciler", "expected")
    folder = Path(shutil.copytree(EXAMPLES / "musterwerke", tmp_path / "repository", ignore=ignore))
    reconciler(folder, "portal", "init", "--from", "portal", "--today", "2026-11-22")
    lines = [step["run"] for name in ("plan", "apply") for step in jobs[name]["steps"] if "run" in step]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("reconciler ")]
    assert [argv[0] for argv in commands] == ["validate", "plan", "apply"]
    for argv in commands:
        said = reconciler(folder, *argv, environment={"CI": "true", "RECONCILER_REDACT_KEY": "secret"})
        assert said.exit == 0
        assert "leon.albers" not in said.out + said.err
    assert "leon.albers" not in (folder / "comment.md").read_text()


def test_the_nightly_commands_work(tmp_path: Path):
    """What is due goes into the cart, nothing is bought, and then nothing differs; no name of a person in the log."""
    steps = yaml.safe_load(NIGHTLY.read_text(encoding="utf-8"))["jobs"]["nightly"]["steps"]
    ignore = shutil.ignore_patterns(".reconciler", "expected")
    folder = Path(shutil.copytree(EXAMPLES / "musterwerke", tmp_path / "repository", ignore=ignore))
    reconciler(folder, "portal", "init", "--from", "portal", "--today", "2026-11-22")
    commands = [shlex.split(step["run"])[1:] for step in steps if step.get("run", "").startswith("reconciler ")]
    assert [argv[0] for argv in commands] == ["plan", "apply", "drift"]
    for argv in commands:
        said = reconciler(folder, *argv, environment={"CI": "true", "RECONCILER_REDACT_KEY": "secret"})
        assert said.exit == 0
        assert "leon.albers" not in said.out + said.err


def test_a_night_is_stopped_by_a_guard(tmp_path: Path):
    """Nobody says yes at night: a replace stops the plan, and its file is refused as well."""
    steps = yaml.safe_load(NIGHTLY.read_text(encoding="utf-8"))["jobs"]["nightly"]["steps"]
    folder = Path(shutil.copytree(EXAMPLES / "move", tmp_path / "repository",
                                  ignore=shutil.ignore_patterns(".reconciler", "expected")))
    reconciler(folder, "portal", "init", "--from", "portal", "--today", "2026-11-22")
    commands = [shlex.split(step["run"])[1:] for step in steps if step.get("run", "").startswith("reconciler ")]
    assert [reconciler(folder, *argv).exit for argv in commands[:2]] == [4, 4]
    assert "0 Positionen" in reconciler(folder, "cart").last


def test_the_hook_runs(tmp_path: Path):
    """What pre-commit would run is a command of ours."""
    [hook] = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text())
    name, *argv = shlex.split(hook["entry"])
    assert name == "reconciler"
    folder = Path(shutil.copytree(EXAMPLES / "musterwerke", tmp_path / "musterwerke"))
    assert reconciler(folder, *argv).exit == 0
