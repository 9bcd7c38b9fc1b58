"""What each command takes: one table, and it is true of the commands, of their help and of the README."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from reconciler import cli
from reconciler.cli._flags import declared
from reconciler.cli._formats import Format, known
from reconciler.cli._group import Group
from reconciler.cli._option import Flag, flags_of
from reconciler.registry import offers
from tests.cli.command import ENVIRONMENT, REPOSITORY, reconciler
from tests.cli.office import office, seat, unchanged, wish

LINES = {line.path: line for line in Group(cli.__name__).lines()}
COMMANDS = tuple(LINES)
VIEWS = offers("reconciler.views", "VIEW")
FLAGS = tuple(declared().values())
FORMATS = {name for line in LINES.values() for name in line.command.formats}
ANNA = seat("anna.schmidt", "58")
VALUES = {"-C": ".", "--output": "human", "--lang": "en", "--as-of": "2026-11-22", "--target": "workplace/*",
          "--exclude": "workplace/nobody", "--select": "team=sales", "--allow": "creates=3", "--wait": "0",
          "--redact": "none", "--database": "sqlite:///.reconciler/portal.db"}
ARGUMENTS = {"show": ["plan.json"], "apply": ["--yes"], "order": ["--yes"], "explain": ["INT-4"],
             "completion": ["bash"],
             "portal init": ["--from", "portal", "--today", "2026-11-22"], "portal advance": ["--days", "0"],
             "portal serve": ["--host", "192.0.2.1"],  # refused, for it needs TLS
             "portal token create": ["name", "--rights", "read"], "portal token revoke": ["name"]}


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """An empty company that wants one workplace, with a plan file."""
    folder = office(tmp_path, [], [ANNA])
    assert reconciler(folder, "plan", "--out", "plan.json").exit == 0
    return folder


def _line(command: str, flag: Flag) -> list[str]:
    return [*command.split(), *ARGUMENTS.get(command, []), flag.name, *([VALUES[flag.name]] if flag.value.en else [])]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_takes_what_it_declares(there: Path, command: str):
    """Every other common flag is wrong usage, with those that take it, and its help lists none of them."""
    told = reconciler(there, *command.split(), "--help").out
    taken = {flag.name for flag in flags_of(LINES[command].params)}
    for flag in FLAGS:
        listed = re.search(rf"^  (-\w, )?{flag.name}\b", told, re.MULTILINE) is not None
        assert listed == (flag.name in taken), flag.name
        if flag.name not in taken:
            said = reconciler(there, *_line(command, flag))
            assert (said.exit, said.out) == (64, ""), flag.name
            assert flag.name in said.last
        elif flag.name not in ("--select", "--exclude"):
            assert reconciler(there, *_line(command, flag)).exit != 64, flag.name


@pytest.mark.parametrize("command", COMMANDS)
def test_flags_stand_anywhere(there: Path, command: str):
    """Before the command, behind it and at the end, glued with "=" or apart: the same is said."""
    words, more = command.split(), ARGUMENTS.get(command, [])
    told = {reconciler(there, *line, "--help") for line in (
        (*words, "--lang", "de", *more), (*words, *more, "--lang=de"), ("--lang", "de", *words, *more),
        ("--debug", "--lang=de", "-C", ".", *words, *more))}
    assert len(told) == 1
    line = {"show": ("plan.json",), "explain": ("INT-4",), "schema": ("Group",)}.get(command, ())
    if line or command in ("validate", "plan", "cart", "terms", "portal status"):
        said = [reconciler(there, *(one for one in given if one)) for given in (
            (*words, *line, "-C", ".", "--lang", "de"), ("-C", ".", *words, "--lang=de", *line),
            ("--lang", "de", "-C.", *words, *line), (*words, "--lang=de", *line, "-C."))]
        assert len(set(said)) == 1
        assert said[0].exit == 0


def test_the_help_lists_every_option_of_a_command(tmp_path: Path):
    """What typer takes and what the help tells are the same, in both languages."""
    for command, line in LINES.items():
        for language in ("en", "de"):
            told = reconciler(tmp_path, *command.split(), "--help", "--lang", language).out
            listed = set(re.findall(r"^  (?:-\w, )?(-[-\w]+)", told, re.MULTILINE))
            assert listed == {name for p in line.params for name in (*p.opts, *p.secondary_opts)
                              if name.startswith("-")} - {"-q", "-v"} | {"--help"}, command


def test_a_command_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A module beside the others is a command with help, flags and a place among the commands."""
    (tmp_path / "greet.py").write_text(
        "from reconciler.cli._command import Command\nfrom reconciler.model.text import Text\n"
        "COMMAND = Command(lambda flags: 0, 5, Text('grüßen', 'Greet'), Text('Grüßt.', 'Greets.'), 'greet')\n")
    monkeypatch.setattr(cli, "__path__", [*cli.__path__, str(tmp_path)])
    assert "  greet " in reconciler(tmp_path, "--help").out
    assert reconciler(tmp_path, "greet", "-C", ".").exit == 0
    assert "greet" in reconciler(tmp_path, "gret").last


def test_each_command_has_its_tests():
    """In a file of its name; what several commands do together are stories beside them."""
    files = {path.stem.removeprefix("test_") for path in (REPOSITORY / "tests" / "cli").glob("test_*.py")}
    assert {command.split()[0] for command in COMMANDS} <= files


def test_the_readme_names_every_flag():
    """Its table of flags has each common one, the row of a command has its own; no other is named."""
    section = (REPOSITORY / "README.md").read_text().partition("## Commands")[2].partition("\n## ")[0]
    rows = " ".join(re.findall(r"^\| (`-.*?) \|", section, re.MULTILINE))
    named = set(re.findall(r"`(-[-\w]+)", rows))
    common = {name for flag in FLAGS for name in flag.names}
    assert named == common | {"--version"}
    for command, line in LINES.items():
        row = next(r for r in section.splitlines() if r.startswith(f"| `{command.split()[0]}"))
        own = {name for flag in flags_of(line.params) for name in flag.names} - common
        assert command.startswith("portal") or set(re.findall(r"--[-\w]+", row.split(" | ")[0])) == own, command


def test_formats_are_what_their_views_say():
    """What help reads in the source of a view, without loading it, is what the view says of itself."""
    assert known() == {name: Format(view.name, view.redact, view.fit, view.mark) for name, view in VIEWS.items()}
    assert set(known()) == FORMATS


WRONG = {
    "plan --allow nonsense=3": "creates", "plan --allow delets=3": "deletes", "plan --allow int-5=3": "INT-5",
    "plan --select x": "LABEL=VALUE", "plan --lang fr": "de, en", "plan --output markdwon": "markdown",
    "plan --output pdf": "human, json, markdown", "plan --output ics": "human, json, markdown",
    "planx": "plan", "plan --oot x": "--out", "plan --detailed": "--detailed-exitcode", "portal int": "portal init",
    "dump --output json": "--out", "apply --no-simulate --yes": "plan", "show plan.json extra": "extra",
    "order --target workplace/*": "as a whole", "order --exclude workplace/*": "as a whole",
    "order --select team=sales": "as a whole", "plan --yes=1": "--yes", "plan --concise --full": "--full",
    "plan --lang=": "empty", "plan --as-of 20261201": "2026-12-01", "plan --redact psuedonym": "pseudonym",
    "apply --yes --wait soon": "seconds", "portal advance --days -1": "--days", "plan --as-of": "DATE",
    "portal init --today 2026-11-22": "--from", "plan --out": "--out", "validate --with-foreign": "order",
    "terms --select team=sales": "--target", "--fulll": "--full", "portal --nonsense": "--nonsense",
    "--verion": "--version", "portal --output": "FORMAT", "plan --hlep": "--help", "--yes=1": "--yes",
    "completion bsh": "bash", "--nonsense 3 plan": "3",
}


@pytest.mark.parametrize("line", WRONG)
def test_wrong_usage_names_the_right_one(there: Path, line: str):
    """One sentence with the nearest right word; nothing on stdout, nothing changed. Both languages say it."""
    said = unchanged(there, *line.split())
    assert (said.exit, said.out) == (64, "")
    assert WRONG[line] in said.last
    assert len(said.err.splitlines()) == 1
    german = reconciler(there, *line.split(), environment={"RECONCILER_LANG": "de"})
    if "--lang" not in line:
        assert german.exit == 64
        assert german.last != said.last


def test_a_language_that_is_not_spoken(there: Path):
    """A variable that nobody understands is wrong usage too, not English in silence."""
    said = reconciler(there, "plan", environment={"RECONCILER_LANG": "fr"})
    assert said.exit == 64
    assert "RECONCILER_LANG" in said.last


def test_help_in_both_languages(tmp_path: Path):
    """By flag, variable or LANG; not one English word of the frame is left in German."""
    for command in ("", "portal", *COMMANDS):
        english, german = (reconciler(tmp_path, *command.split(), "-h", "--lang", words).out for words in ("en", "de"))
        assert english.startswith("Usage: reconciler")
        assert german.startswith("Aufruf: reconciler")
        for word in ("Usage", "Options", "Commands", "Example", "FILE", "DATE", "folder", "also"):
            assert not re.search(rf"\b{word}\b", german), (command, word)
    assert reconciler(tmp_path, "--help", environment={"LANG": "de_AT.UTF-8"}).out.startswith("Aufruf")
    assert reconciler(tmp_path, "--help", environment={"RECONCILER_LANG": "de"}).out.startswith("Aufruf")
    assert reconciler(tmp_path, "--help", environment={"LANG": "C"}).out.startswith("Usage")


def test_quiet_shows_what_went_wrong(there: Path):
    """Quiet says nothing where all went well, and the findings where it did not."""
    said = reconciler(there, "plan", "-q")
    assert (said.exit, said.out, said.err) == (0, "", "")
    wish(there, seat("anna.schmidt", "58", internal="112"))
    said = reconciler(there, "plan", "-q")
    assert (said.exit, said.out) == (3, "")
    assert "INT-4" in said.err
    assert said.last.startswith("No plan")


def test_colours_stay_out_of_files(there: Path):
    """FORCE_COLOR is for what is looked at, not for what is kept."""
    environment = {"NO_COLOR": "", "FORCE_COLOR": "1"}
    said = reconciler(there, "plan", "--output", "human=a.txt", "--output", "human", environment=environment)
    assert "\x1b[" in said.out
    assert "\x1b" not in (there / "a.txt").read_text()
    assert "\x1b" not in reconciler(there, "plan", "--no-color", environment=environment).out


def test_a_folder_that_is_none(there: Path, tmp_path: Path):
    """-C to a file, to nothing, or far too long is told with its name; a workspace above is not taken instead."""
    for folder in ("reconciler.yaml", "nowhere", "x" * 5000):
        said = reconciler(there, "plan", "-C", folder)
        assert said.exit == 1
        assert folder[:60] in said.last


def test_a_folder_that_was_deleted(there: Path):
    """Where the shell stands in a folder that is gone: a sentence; what needs no folder works."""
    for line, code in (("plan", 1), ("validate", 1), ("show plan.json", 1), ("explain INT-4", 0), ("--help", 0),
                       (f"plan -C {there}", 0), (f"plan -C {there} --out x.json", 1)):
        script = f"mkdir gone; cd gone; rmdir ../gone; {sys.executable} -m reconciler {line}"
        done = subprocess.run(["bash", "-c", script], cwd=there, capture_output=True, text=True, check=False,
                              env=dict(ENVIRONMENT, PYTHONPATH=str(REPOSITORY)))
        assert done.returncode == code, (line, done)
        assert "Traceback" not in done.stderr


READING = ("plan", "apply --yes", "cart", "terms", "dump", "portal status", "portal advance --days 1", "validate",
           "portal init --from portal --today 2026-11-22 --force")


@pytest.mark.parametrize("line", READING)
def test_where_the_portals_folder_is_a_file(there: Path, line: str):
    """A file named .reconciler is told, not stumbled over."""
    rmtree(there / ".reconciler")
    (there / ".reconciler").write_text("x")
    said = reconciler(there, *line.split())
    assert said.exit == (0 if line == "validate" else 1)
    assert line == "validate" or ".reconciler" in said.last
