"""Files that the tool writes: whole or not at all, and nothing that it did not write is replaced unasked."""

import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cli.command import ENVIRONMENT, REPOSITORY, reconciler
from tests.cli.office import office, seat, staff, unchanged, wish

ANNA = seat("anna.schmidt", "58")
OURS = {
    "plan --out {}": "a.json", "plan --output json={}": "a.json", "plan --output markdown={}": "a.md",
    "plan --output human={}": "a.txt", "terms --output ics={}": "a.ics", "apply --yes --output json={}": "a.json",
    "portal status --output human={}": "a.txt", "portal status --output json={}": "a.json",
    "drift --output markdown={}": "a.md", "validate --output human={}": "a.txt",
}


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """An empty company that wants one workplace."""
    return office(tmp_path, [], [ANNA])


def _drafts(folder: Path) -> list[str]:
    return [p.name for p in folder.rglob(".reconciler-*")]


@pytest.mark.parametrize("line", OURS)
def test_what_we_wrote_is_replaced(there: Path, line: str):
    """A pipeline may write to the same file every night; an empty file is a place made for us."""
    name = OURS[line]
    (there / name).touch()
    for _ in range(2):
        assert reconciler(there, *line.format(name).split()).exit in (0, 2)
        assert (there / name).stat().st_size
        assert stat.S_IMODE((there / name).stat().st_mode) == 0o600


@pytest.mark.parametrize("line", OURS)
def test_what_others_wrote_is_left_alone(there: Path, line: str):
    """A file that a person wrote is refused before anything is done, and replaced with --force only."""
    mine = there / "mine.txt"
    mine.write_text("by hand\n")
    said = unchanged(there, *line.format(mine).split())
    assert said.exit == 1
    assert "mine.txt" in said.last
    assert "--force" in said.last
    assert mine.read_text() == "by hand\n"
    assert reconciler(there, *line.format(mine).split(), "--force").exit in (0, 2)
    assert mine.read_text() != "by hand\n"


def test_a_plan_goes_onto_a_plan_only(there: Path):
    """Another report of ours, a manifest and the workspace file are no plan files."""
    assert reconciler(there, "drift", "--output", "json=drift.json").exit == 2
    for name in ("drift.json", "manifests/all.yaml", "reconciler.yaml"):
        before = (there / name).read_bytes()
        assert reconciler(there, "plan", "--out", name).exit == 1, name
        assert (there / name).read_bytes() == before


PLACES = {"folder": "portal", "too long": "x" * 300, "below a file": "reconciler.yaml/plan.json", "disk": "loop0"}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("flag", ["--out {}", "--output json={}"])
def test_what_is_no_place_for_a_file(there: Path, flag: str, place: str):
    """Told with its name before anything is sent; exit 1."""
    if place == "disk":
        try:
            os.mknod(there / PLACES[place], 0o600 | stat.S_IFBLK, os.makedev(7, 200))
        except OSError:
            pytest.skip("no right to make a device here")
    command = "plan" if flag.startswith("--out ") else "apply --yes"
    said = unchanged(there, *command.split(), *flag.format(PLACES[place]).split(), "--force")
    assert said.exit == 1
    assert PLACES[place][:60] in said.last
    assert not _drafts(there)


def test_a_link_is_followed(there: Path):
    """The link stays; what it leads to is replaced, or made."""
    (there / "deep").mkdir()
    (there / "link.json").symlink_to("deep/plan.json")
    for _ in range(2):
        assert reconciler(there, "plan", "--out", "link.json").exit == 0
        assert (there / "link.json").is_symlink()
        assert json.loads((there / "deep" / "plan.json").read_text())["command"] == "plan"
    (there / "ring").symlink_to("ring")
    assert reconciler(there, "plan", "--out", "ring").exit == 1


def test_a_pipe_is_written_into(there: Path):
    """A reader of a named pipe gets the whole plan, and the pipe stays a pipe."""
    os.mkfifo(there / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((there / "pipe").read_bytes()))
    reader.start()
    assert reconciler(there, "plan", "--out", "pipe").exit == 0
    reader.join(10)
    assert (there / "pipe").is_fifo()
    reconciler(there, "plan", "--out", "plan.json")
    assert got == [(there / "plan.json").read_bytes()]


def test_a_device_is_written_into(there: Path):
    """/dev/null stays what it is and takes two outputs; a full device is exit 1, but not after a change."""
    assert reconciler(there, "plan", "--out", "/dev/null", "--output", "json=/dev/null").exit == 0
    assert Path("/dev/null").is_char_device()
    assert reconciler(there, "plan", "--output", "json=/dev/full").exit == 1
    reconciler(there, "plan", "--out", "plan.json")
    assert reconciler(there, "show", "plan.json", "--output", "json=/dev/full").exit == 1
    said = reconciler(there, "apply", "--yes", "--output", "json=/dev/full")
    assert said.exit == 0
    assert "/dev/full" in said.err
    assert reconciler(there, "cart").last.startswith("1 position")


SHELL = {
    "plan --out -": "plan", "plan --output json=-": "plan", "plan --output json=/dev/stdout": "plan",
    "plan --output json=/dev/fd/1": "plan", "plan -q --output json=/dev/fd/3 3>&1": "plan",
    "plan --output json=/dev/stderr 2>&1 >/dev/null | grep -v '^1 order'": "plan",
    "plan -q --output json=/dev/stdout > x.json; cat x.json": "plan",
    "plan -q --output json=>(cat >y.json); sleep 0.5; cat y.json": "plan",
}


@pytest.mark.parametrize("line", SHELL)
def test_streams_by_name(there: Path, line: str):
    """``-`` and /dev/stdout are stdout, nothing else goes there; other open streams get it too."""
    done = subprocess.run(["bash", "-c", f"{sys.executable} -m reconciler {line}"], cwd=there, capture_output=True,
                          env=dict(ENVIRONMENT, PYTHONPATH=str(REPOSITORY)), text=True, check=False)
    assert json.loads(done.stdout)["command"] == SHELL[line], done


MIXED = (
    "--output json --output markdown", "--output json --output json=-", "--out - --output json",
    "--out /dev/stdout --output markdown=-", "--out a.json --output json=a.json", "--output json=a --output human=./a",
    "--out link --output json=a", "--output json=a --output json=a",
)


@pytest.mark.parametrize("line", MIXED)
def test_two_outputs_in_one_place(there: Path, line: str):
    """They would be mixed, or one lost: wrong usage, and nothing is written."""
    (there / "link").symlink_to("a")
    said = unchanged(there, "plan", *line.split())
    assert (said.exit, said.out) == (64, "")
    assert not (there / "a").exists()
    assert not (there / "a.json").exists()


@pytest.mark.parametrize("line", ["plan --out", "plan --output json=", "schema --write", "dump --out", "-C"])
def test_an_empty_name(there: Path, line: str):
    """A variable that is not set in a script must not become stdout or this folder."""
    *words, last = line.split()
    argv = [*words, last, *([] if last.endswith("=") else [""])]
    said = reconciler(there, *argv, *([] if words else ["plan"]))
    assert said.exit == 64
    assert said.out == ""


LIMIT = 36
"""Blocks of 1,024 bytes that a file may have in the next tests."""

PLENTY = [seat(f"person.nr{n}", f"{n}", f"devices: [{{profile: universal-base-profile, label: {'Tisch ' * 40}}}]")
          for n in range(11, 97)]
"""More workplaces than go into such a file."""


def _limited(there: Path, line: str) -> None:
    """Run a line that must fail because no file may grow beyond the limit."""
    before = {p.name: p.read_bytes() for p in there.rglob("*.*") if ".reconciler" not in p.parts}
    script = f"ulimit -f {LIMIT}; {sys.executable} -B -m reconciler {line}"
    done = subprocess.run(["bash", "-c", script], cwd=there, capture_output=True, text=True, check=False,
                          env=dict(ENVIRONMENT, PYTHONPATH=str(REPOSITORY)))
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stderr
    assert {p.name: p.read_bytes() for p in there.rglob("*.*") if ".reconciler" not in p.parts} == before
    assert not _drafts(there)


@pytest.mark.parametrize("line", ["plan --out plan.json", "plan -q --output json=plan.json"])
def test_a_short_write_of_a_plan_is_none(tmp_path: Path, line: str):
    """Where the disk takes only a part, the old plan stays as it was, exit is 1, and no draft is left."""
    there = office(tmp_path, [], [ANNA])
    assert reconciler(there, *line.split()).exit == 0
    wish(there, *PLENTY)
    _limited(there, f"{line} --allow creates=99")


def test_a_short_write_of_a_dump_is_none(tmp_path: Path):
    """One file that does not fit keeps all others from being written."""
    there = office(tmp_path, PLENTY, PLENTY)
    _limited(there, "dump --out dumped")
    assert not list((there / "dumped").iterdir())


def test_a_full_disk(tmp_path: Path):
    """On a file system with no room left: exit 1, the old plan stays whole, no draft."""
    there, disk = office(tmp_path, staff(40), staff(41)), tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)], check=False,
                             capture_output=True)
    if mounted.returncode:
        pytest.skip("no right to mount here")
    try:
        assert reconciler(there, "plan", "--out", str(disk / "plan.json")).exit == 0
        before = (disk / "plan.json").read_bytes()
        (disk / "fill").write_bytes(b"x" * (os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize))
        assert reconciler(there, "plan", "--out", str(disk / "plan.json")).exit == 1
        assert (disk / "plan.json").read_bytes() == before
        assert not _drafts(disk)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        said = unchanged(there, "apply", "--yes", "--output", f"json={disk / 'report.json'}")
        assert said.exit == 1
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_dump_never_replaces_what_somebody_wrote(there: Path):
    """Untouched files of a dump are written anew; one that was edited, or is by hand, stops the whole dump."""
    assert reconciler(there, "dump", "--out", "dumped").exit == 0
    said = reconciler(there, "dump", "--out", "dumped", "--status")
    assert said.exit == 0
    names = sorted(p.name for p in (there / "dumped").iterdir())
    assert sorted(said.out.splitlines()) == [f"dumped/{name}" for name in names]
    edited = there / "dumped" / "group.yaml"
    edited.write_text(edited.read_text().replace("Bonn", "Bonn-Beuel"))
    before = {p.name: p.read_bytes() for p in (there / "dumped").iterdir()}
    refused = reconciler(there, "dump", "--out", "dumped")
    assert refused.exit == 1
    assert "group.yaml" in refused.last
    assert {p.name: p.read_bytes() for p in (there / "dumped").iterdir()} == before
    assert reconciler(there, "dump", "--out", "dumped", "--force").exit == 0
    assert "Beuel" not in edited.read_text()


def test_a_dump_says_what_is_left_of_an_earlier_one(there: Path):
    """A file whose kind the portal no longer holds is named, not deleted."""
    reconciler(there, "dump", "--out", "dumped")
    (there / "dumped" / "template.yaml").write_bytes((there / "dumped" / "group.yaml").read_bytes())
    said = reconciler(there, "dump", "--out", "dumped")
    assert "template.yaml" in said.err
    assert (there / "dumped" / "template.yaml").exists()


def test_schemas_replace_schemas(there: Path):
    """Written again and again, readable by all; another JSON file of that name is left alone."""
    for _ in range(2):
        assert reconciler(there, "schema", "--write", "schemas").exit == 0
    assert stat.S_IMODE((there / "schemas" / "workplace.schema.json").stat().st_mode) == 0o644
    (there / "schemas" / "workplace.schema.json").write_text("{}\n")
    assert reconciler(there, "schema", "--write", "schemas").exit == 1
