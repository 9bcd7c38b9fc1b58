"""What is written, where, in which language and colour."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import ENVIRONMENT, REPOSITORY, process, reconciler
from tests.cli.office import KOELN, office, seat, wish

ANNA = seat("anna.schmidt", "58")
PLANNING = {"changes", "waves", "blocked", "commitments", "cost", "unmanaged", "allowances", "refused"}
ALWAYS = {"formatVersion", "command", "exit", "asOf", "digest", "portal", "summary", "findings", "notes", "closing"}
KEYS = {"validate": ALWAYS, "plan": ALWAYS | PLANNING, "apply": ALWAYS | PLANNING | {"counts"},
        "drift": ALWAYS | PLANNING | {"pending"}, "terms": ALWAYS | {"terms"},
        "cart": ALWAYS | {"positions"}, "order": ALWAYS | {"positions", "receipts"}}
ARGUMENTS = {"apply": ["--yes"], "order": ["--yes"]}


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """An empty company that wants one workplace."""
    return office(tmp_path, [], [ANNA])


def _report(said, command: str):
    report = json.loads(said.out)
    assert report["command"] == command
    assert report["exit"] == said.exit
    assert report["closing"] == said.last
    assert set(report) >= KEYS[command]
    return report


@pytest.mark.parametrize("command", KEYS)
def test_json_has_all_keys_whatever_happens(there: Path, command: str):
    """Done, refused, without a portal and without a workspace: one report, the same keys, the last sentence in it."""
    line = [command, *ARGUMENTS.get(command, []), "--output", "json"]
    if command == "order":
        reconciler(there, "apply", "--yes")
    assert reconciler(there, *line).exit == (2 if command == "drift" else 0)
    _report(reconciler(there, *line), command)
    wish(there, seat("anna.schmidt", "58", internal="112"))
    _report(reconciler(there, *line), command)
    (there / ".reconciler" / "portal.db").unlink()
    _report(reconciler(there, *line), command)
    (there / "reconciler.yaml").unlink()
    assert _report(reconciler(there, *line), command)["exit"] == 1


def test_the_last_line_is_a_sentence(there: Path):
    """Every command ends with one sentence on stderr; what it is about is on stdout."""
    for line in ("validate", "plan", "apply --yes", "cart", "terms", "order --yes", "drift", "portal status",
                 "portal advance --days 1", "dump"):
        said = reconciler(there, *line.split())
        assert said.exit == 0
        assert len(said.err.splitlines()) == 1, line
        assert said.last.endswith(".")
        assert said.last not in said.out


def test_formats_go_to_files_and_to_stdout(there: Path):
    """Several formats at once; a file leaves stdout to people, unless they want it quiet."""
    said = reconciler(there, "plan", "--output", "json=a.json", "--output", "markdown=b.md")
    assert said.out.startswith("Plan")
    assert json.loads((there / "a.json").read_text())["command"] == "plan"
    assert (there / "b.md").read_text().startswith("## Plan")
    quiet = reconciler(there, "plan", "--output", "json=a.json", "-q")
    assert (quiet.out, quiet.err) == ("", "")
    assert json.loads(reconciler(there, "plan", "--output", "json", "--output", "human=c.txt").out)
    assert (there / "c.txt").read_text() == reconciler(there, "plan").out + "\n[reconciler plan]\n"


@pytest.mark.parametrize("name", ["a.json", "p.json"])
def test_files_are_private(there: Path, name: str):
    """What holds names and numbers is readable by its owner only, also where a file was open to all before."""
    line = ("plan", "--out", "p.json", "--output", "json=a.json")
    assert reconciler(there, *line).exit == 0
    (there / name).chmod(0o644)
    assert reconciler(there, *line).exit == 0
    assert stat.S_IMODE((there / name).stat().st_mode) == 0o600


LANGUAGES: tuple[tuple[tuple[str, ...], dict[str, str], str], ...] = (
    ((), {}, "en"), (("--lang", "de"), {}, "de"), ((), {"RECONCILER_LANG": "de"}, "de"),
    (("--lang", "en"), {"RECONCILER_LANG": "de"}, "en"), ((), {"LANG": "de_DE.UTF-8"}, "en"),
)


@pytest.mark.parametrize(("argv", "environment", "language"), LANGUAGES)
def test_the_language(there: Path, argv, environment, language: str):
    """The flag before the variable, the variable before the workspace, the workspace (English) before LANG."""
    said = reconciler(there, "plan", *argv, environment=environment)
    assert ("Nichts" in said.err or "nichts" in said.err) == (language == "de")
    assert ("Before the yes" in said.out) == (language == "en")


def test_the_language_of_the_environment(there: Path, tmp_path: Path):
    """Where no workspace says another, LANG does."""
    (there / "reconciler.yaml").write_text("apiVersion: cloudpbx/v1\nkind: Workspace\nmetadata: {name: x}\n")
    assert "geprüft" in reconciler(there, "validate", environment={"LANG": "de_DE.UTF-8"}).last
    assert "checked" in reconciler(there, "validate").last
    assert "Weder" in reconciler(tmp_path, "plan", environment={"LANG": "de_AT"}).last


def test_colour(there: Path):
    """Not in a pipe; there only with FORCE_COLOR; never with NO_COLOR."""
    assert "\x1b" not in reconciler(there, "plan", environment={"NO_COLOR": ""}).out
    assert "\x1b[" in reconciler(there, "plan", environment={"NO_COLOR": "", "FORCE_COLOR": "1"}).out
    assert "\x1b" not in reconciler(there, "plan", environment={"NO_COLOR": "1", "FORCE_COLOR": "1"}).out


def test_pseudonyms(there: Path):
    """Names of people stand in what people see, and in a comment only if it is asked for."""
    assert "anna" in reconciler(there, "plan").out
    assert "anna" not in reconciler(there, "plan", "--output", "markdown").out.lower()
    assert "anna" in reconciler(there, "plan", "--output", "markdown", "--redact", "none").out
    assert "anna" not in reconciler(there, "plan", "--redact", "pseudonym").out.lower()


def test_detail(there: Path):
    """--concise is shorter, --full names the places."""
    usual, short, long = (reconciler(there, "plan", *flags).out for flags in ((), ("--concise",), ("--full",)))
    assert len(short) < len(usual) < len(long)
    assert "manifests/all.yaml:" in long


SHELL = (
    ("plan >&-", 0), ("plan 2>&-", 0), ("plan >/dev/full", 1), ("plan | true", 0),
    ("apply --yes | true", 0), ("apply --yes >/dev/full", 0), ("apply --yes >&-", 0),
)


@pytest.mark.parametrize(("line", "code"), SHELL)
def test_readers_that_leave_and_full_disks(there: Path, line: str, code: int):
    """A reader that leaves stops nothing. Where output cannot be written a plan has failed, but not an apply."""
    script = f"{sys.executable} -m reconciler {line}; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], cwd=there, env=dict(ENVIRONMENT, PYTHONPATH=str(REPOSITORY)),
                          capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert reconciler(there, "cart").last.startswith("1 position" if line.startswith("apply") else "0 positions")


MACHINES: tuple[dict[str, str], ...] = (
    {}, {"LANG": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati"}, {"LANG": "tr_TR.UTF-8"},
    {"LC_ALL": "ja_JP.eucJP", "TZ": "America/Los_Angeles"}, {"LC_TIME": "xx_XX", "TZ": "no such place"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "7"},
)


def test_machines_differ_and_output_does_not(there: Path):
    """Language, time zone and locale of a machine change no byte of a plan file."""
    for n, environment in enumerate(MACHINES):
        assert process(there, "plan", "--out", f"{n}.json", environment=environment).exit == 0
    assert len({(there / f"{n}.json").read_bytes() for n in range(len(MACHINES))}) == 1


def test_json_is_a_plan_file(there: Path):
    """What ``--output json`` writes in the language of the workspace is byte for byte what ``--out`` writes."""
    reconciler(there, "plan", "--out", "plan.json", "--output", "json=report.json")
    assert (there / "plan.json").read_bytes() == (there / "report.json").read_bytes()
    assert reconciler(there, "apply", "report.json").exit == 0


def test_where_a_rule_is_broken_there_is_no_yes(tmp_path: Path):
    """A plan with errors has no steps; what it would bind or replace is not told as if somebody could agree to it."""
    moved = seat("anna.schmidt", "58").replace("group: bonn", "group: koeln").replace("228 6380-58", "221 4711-15")
    wished = [KOELN, moved, seat("bert.maier", "59", "language: fr")]
    there = office(tmp_path, [KOELN, seat("anna.schmidt", "58")], wished)
    said = reconciler(there, "plan", "--lang", "en")
    assert said.exit == 3
    assert "Before the yes" not in said.out
    assert "out of reach" not in reconciler(there, "plan", "--lang", "en", "--output", "markdown").out


def test_where_the_next_password_goes_is_told(tmp_path: Path):
    """Changed login data stand before the yes: whoever reads that mailbox can log in from then on."""
    before = seat("anna.schmidt", "58")
    there = office(tmp_path, [before], [before.replace("login: {email: anna", "login: {email: a")])
    said = " ".join(reconciler(there, "plan").out.split())
    assert "The next password goes to another address or mobile number: workplace/anna.schmidt" in said
