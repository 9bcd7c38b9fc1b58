"""What others wrote acts in no terminal and no pipeline, and nobody is named to strangers."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.cli.command import ENVIRONMENT, REPOSITORY, process, reconciler
from tests.cli.office import office, seat, staff, wish
from tests.engine.documents import document

ANNA = seat("anna.schmidt", "58", "devices: [{profile: universal-base-profile, label: Annas Tisch}]")
EVIL = "x\x1b[31m\n::error::\u202e##[group]y"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """An empty company that wants one workplace, in a file named after its person."""
    folder = office(tmp_path, [], [])
    (folder / "manifests" / "all.yaml").unlink()
    (folder / "manifests" / "people").mkdir()
    (folder / "manifests" / "people" / "anna.schmidt.yaml").write_text(ANNA)
    return folder


def _acts(text: str) -> list[str]:
    """What in a text would act."""
    return [line for line in text.splitlines()
            if "\x1b" in line or "\u202e" in line or "##[" in line or line.lstrip().startswith("::")]


LINES = ("show {}", "explain {}", "schema {}", "{}", "plan {}", "plan --{}", "plan -C {}", "plan --out {}/a",
         "plan --lang {}", "plan --target {}", "dump --out manifests/{}/b")


@pytest.mark.parametrize("line", LINES)
def test_arguments_do_not_act(there: Path, line: str):
    """Whatever an argument holds, it stays on its line."""
    said = reconciler(there, *(word.replace("{}", EVIL) for word in line.split()))
    assert _acts(said.out + said.err) == []
    assert len(said.err.splitlines()) == 1


def test_arguments_that_are_no_text(there: Path):
    """Bytes that are no UTF-8, and a very long word, are told without a traceback."""
    for words in ("show $'\\xff'", "$'\\xff'", "plan --target $'\\xff'", "plan -C $'\\xff'", "plan --lang $'\\xff'",
                  "explain $(head -c 100000 /dev/zero | tr '\\0' a)"):
        done = subprocess.run(["bash", "-c", f"{sys.executable} -m reconciler {words}"], cwd=there, capture_output=True,
                              env=dict(ENVIRONMENT, PYTHONPATH=str(REPOSITORY)), check=False)
        assert done.returncode in (1, 4, 5, 64), words
        assert b"Traceback" not in done.stderr
        done.stderr.decode()


@pytest.mark.parametrize("holder", ["\x1b[2J", "a\nb", "\udcff\udcfe", "x" * 5000])
def test_a_holder_that_nobody_can_read(there: Path, holder: str):
    """It is told to others who want to write, so it must be fit for them."""
    for command in ("apply", "order"):
        said = reconciler(there, command, "--yes", environment={"RECONCILER_HOLDER": holder})
        assert said.exit == 64
        assert "RECONCILER_HOLDER" in said.last


def test_a_holder_of_old_does_not_act(there: Path):
    """Who holds the right to write is told without acting, also where an older version let it in."""
    held = connect(open_workspace(there), load_kit())
    token = held.acquire("evil\x1b[31m\n::error::x")
    said = reconciler(there, "apply", "--yes")
    held.release(token)
    held.close()
    assert said.exit == 6
    assert "evil" in said.err
    assert _acts(said.err) == []


def test_what_is_dumped_does_not_act_and_stays_the_same(there: Path):
    """A name that is a command of a pipeline is written so that it is none, and read back as it was."""
    name = json.dumps("::error::Bonn##[x]")
    wish(there, document("Group", "bonn", f"displayName: {name}"))
    assert reconciler(there, "apply", "--yes").exit == 0
    said = reconciler(there, "dump")
    assert _acts(said.out) == []
    (there / "manifests" / "all.yaml").write_text(said.out)
    assert json.loads(reconciler(there, "plan", "--output", "json").out)["changes"] == []


STRANGERS = ("--redact pseudonym", "--output markdown", "--output markdown=c.md", "-v --output markdown=c.md")


@pytest.mark.parametrize("flags", STRANGERS)
def test_stderr_names_nobody_where_strangers_read(there: Path, flags: str):
    """Neither the sentences nor a traceback; the pseudonym is the one of the report."""
    environment = {"RECONCILER_REDACT_KEY": "k"}
    said = reconciler(there, "order", "--yes", *flags.replace("-v ", "").split(), environment=environment)
    assert said.exit == 8
    assert "anna" not in said.err.lower()
    assert "workplace/p-" in said.last
    pseudonym = said.last.partition("workplace/")[2].split()[0]
    comment = reconciler(there, "plan", "--output", "markdown", environment=environment).out
    assert f"workplace/{pseudonym}" in comment
    carried = reconciler(there, "apply", "--yes", *flags.split(), environment=environment)
    assert carried.exit == 0
    assert "anna" not in carried.err.lower()
    assert ("workplace/p-" in carried.err) == flags.startswith("-v")


def test_people_are_named_where_nobody_asked_otherwise(there: Path):
    """On a person's own terminal stderr says who it is."""
    assert "workplace/anna.schmidt" in reconciler(there, "order", "--yes").last
    assert "workplace/anna.schmidt" in reconciler(there, "order", "--yes", "--output", "markdown=a.md",
                                                  "--redact", "none").last


def test_a_traceback_names_nobody(there: Path):
    """With --debug and pseudonyms only our own lines and the sort of the problem are shown."""
    path = there / "workplace" / "anna.schmidt.json"
    said = process(there, "show", str(path), "--debug", "--redact", "pseudonym")
    assert "Traceback" not in said.err
    assert "PlanFileProblem" in said.err
    assert "anna" not in "".join(said.err.splitlines()[:-1])
    assert "anna" in process(there, "show", str(path), "--debug").err


ERRORS = {
    "show anna.schmidt.json": "plan file {}: does not exist. Plan again: reconciler plan --out {}",
    "validate -C anna.schmidt": "{} is no folder; -C names the folder of the workspace.",
    "plan": "{} does not exist. `reconciler portal init --from ...` makes a portal for rehearsal.",
}


@pytest.mark.parametrize("line", ERRORS)
def test_an_error_in_a_report_names_nobody(there: Path, line: str):
    """A file that is called after somebody is told by pseudonym, the same for whoever has the key; the rest stays."""
    settings = there / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("spec: {", "spec: {portal: {path: anna.schmidt.db}, "))

    def told(*more: str) -> str:
        words = (*line.split(), "--output", "json", *more)
        closing: str = json.loads(reconciler(there, *words, environment={"RECONCILER_REDACT_KEY": "k"}).out)["closing"]
        return closing

    hidden = told("--redact", "pseudonym")
    assert "anna.schmidt" in told()
    assert re.sub(r"v-[a-z2-7]{6}", "{}", hidden) == ERRORS[line]
    assert told("--redact", "pseudonym") == hidden


def test_the_calendar_names_nobody(there: Path):
    """A calendar is made to be given away: pseudonyms, unless somebody asks for names."""
    for line in ("apply --yes", "order --yes", "portal advance --days 1"):
        assert reconciler(there, *line.split()).exit == 0
    assert "anna" not in reconciler(there, "terms", "--output", "ics").out
    assert "workplace/p-" in reconciler(there, "terms", "--output", "ics").out
    assert "anna" in reconciler(there, "terms", "--output", "ics", "--redact", "none").out


NAMES = ("anna", "schmidt", "bert", "maier", "carl", "lang", "tisch")


@pytest.mark.parametrize("command", ["plan", "validate", "drift", "apply --yes"])
@pytest.mark.parametrize("form", ["markdown", "json", "human"])
def test_a_comment_names_nobody(there: Path, command: str, form: str):
    """Neither labels of devices, nor file names, nor a value that stands where a key belongs; also of a broken file."""
    people = there / "manifests" / "people"
    for extra in ("", "broken"):
        if extra:
            (people / "bert.maier.yaml").write_text("a: [\n")
            (people / "Lang_Carl.yml").write_text(seat("carl.lang", "60", "Carola Lang: {x: 1}"))
        said = reconciler(there, *command.split(), "--output", form, "--redact", "pseudonym", "--full",
                          environment={"RECONCILER_REDACT_KEY": "k"})  # drawn ones may spell a name by chance
        text = (said.out + said.err).lower().replace("language", "")  # a field, and nobody called Lang
        assert said.exit in (0, 2, 3)
        assert not [name for name in NAMES if name in text], text
        if extra:
            assert "manifests/people/p-" in text
            assert re.search("“v-[a-z2-7]{6}”|`v-[a-z2-7]{6}`", text), text
            assert "wording not shown" not in text


@pytest.mark.parametrize("flags", ["", "--concise", "--concise --redact pseudonym", "--output markdown"])
def test_the_way_out_of_a_guard_is_whole_in_a_log(tmp_path: Path, flags: str):
    """Off a terminal no width cuts anything, and the yes that a guard asks for can be copied from the log."""
    there = office(tmp_path, staff(12), staff(9), unmanaged="delete")
    for environment in ({"COLUMNS": ""}, {"COLUMNS": "40"}, {"COLUMNS": "0"}, {"COLUMNS": "abc"}):
        said = reconciler(there, "plan", *flags.split(), environment=environment)
        assert said.exit == 4
        assert "--allow deletes=3" in " ".join(said.out.split())
        assert "…" not in said.out.replace("….", "")


def test_lines_are_as_long_as_they_need_to_be(tmp_path: Path):
    """A concise finding with a long place and message stands whole on its line."""
    there = office(tmp_path, [], [seat("anna.schmidt", "58", internal="112")])
    out = reconciler(there, "validate", "--concise", environment={"COLUMNS": ""}).out
    whole = json.loads(reconciler(there, "validate", "--output", "json").out)["findings"][0]["message"]
    assert whole in out
    assert any(len(line) > 80 for line in out.splitlines())


def test_a_name_cannot_be_found_by_its_content(there: Path):
    """What a plan says of the cart is by content; with pseudonyms nobody finds a content by trying names."""
    known = json.loads(reconciler(there, "plan", "--output", "json").out)["cart"]
    hidden = json.loads(reconciler(there, "plan", "--output", "json", "--redact", "pseudonym").out)["cart"]
    assert known.keys() == hidden.keys()
    assert known
    assert not set(known.values()) & set(hidden.values())
