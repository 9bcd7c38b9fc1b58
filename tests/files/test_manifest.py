"""Files and folders of a workspace: which are read, in what order, and what is never opened."""

import os
import socket
from collections.abc import Iterable
from pathlib import Path

import pytest

from reconciler.files import folder
from reconciler.files.manifest import read_manifests, read_one
from reconciler.model.document import Document
from reconciler.model.finding import Breach

KINDS = ("Workplace",)


def manifest(name: str) -> str:
    """A document with this name."""
    return f"apiVersion: cloudpbx/v1\nkind: Workplace\nmetadata: {{name: {name}}}\n"


def refused(home: Path, *files: str) -> set[str]:
    """By which rules reading files is refused."""
    read = [folder.read(home, name) for name in files]
    return {found.rule if isinstance(found, Breach) else "" for found in read}


def names(documents: Iterable[Document]) -> list[str]:
    """The names of documents in their order."""
    return [d.address.name for d in documents]


def test_reads_folders_in_the_order_of_bytes(tmp_path):
    """Names sort as bytes of the whole path, whatever the file system says; other files are left alone."""
    for name in ("b/x.yaml", "b-a/x.yml", "a.json", "B.yaml", "b/ä.yaml", "b/deep/er/x.yaml", "b/x.txt"):
        path = tmp_path / "m" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(manifest(f'"{name.replace("/", "+")}"'))
    documents, breaches, files = read_manifests(tmp_path, ["m"], KINDS)
    wanted = ["B.yaml", "a.json", "b-a+x.yml", "b+deep+er+x.yaml", "b+x.yaml", "b+ä.yaml"]
    assert (names(documents), breaches, files) == (wanted, [], 6)
    assert documents[0].file == "m/B.yaml"


def test_reads_nothing_twice_and_never_the_workspace_file(tmp_path):
    """Entries may overlap; the whole workspace may be one entry."""
    (tmp_path / "reconciler.yaml").write_text("[")
    (tmp_path / "m").mkdir()
    (tmp_path / "m/x.yaml").write_text(manifest("anna"))
    documents, breaches, files = read_manifests(tmp_path, [".", "m", "./m/x.yaml", "m/"], KINDS)
    assert (names(documents), breaches, files) == (["anna"], [], 1)


def test_remembers_the_bytes_and_the_line_of_each_document(tmp_path):
    """``raw`` is the document as written, ``line`` where it begins, with ``---`` and comments."""
    (tmp_path / "x.yaml").write_text("# head\n" + manifest("anna") + "---\n# none\n--- # b\n" + manifest("bert"))
    documents, breaches, _ = read_manifests(tmp_path, ["x.yaml"], KINDS)
    assert not breaches
    assert [d.line for d in documents] == [1, 7]
    assert documents[1].raw.decode() == "--- # b\n" + manifest("bert")


ENTRIES = ("../m", "m/../../m", "/etc", "a\0b", "nowhere", "m/x.yaml/y", "http://x/y", "~", "x" * 300)


@pytest.mark.parametrize("entry", ENTRIES)
def test_refuses_entries_that_lead_nowhere_or_out(entry, tmp_path):
    """Outside, absolute, missing: one breach that says which entry, and nothing is read."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m/x.yaml").write_text(manifest("anna"))
    documents, breaches, files = read_manifests(tmp_path, [entry], KINDS)
    assert (documents, files) == ([], 0)
    assert [b.rule for b in breaches] == ["YAML-10"]
    assert breaches[0].place
    assert breaches[0].place.file.replace("\\x00", "\0") == entry


def test_follows_no_link_in_between(tmp_path):
    """A link as a folder of an entry is refused, also where it leads to a folder of the workspace."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m/x.yaml").write_text(manifest("anna"))
    (tmp_path / "l").symlink_to("m")
    for entry in ("l", "l/x.yaml", "l/"):
        documents, breaches, _ = read_manifests(tmp_path, [entry], KINDS)
        assert (documents, [str(b.place) for b in breaches]) == ([], ["l:1:1"])


def test_a_link_that_appears_after_looking_is_refused_too(tmp_path):
    """Opening a file by its parts follows no link, whatever the look at the folders said."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m/x.yaml").write_text("a: b")
    (tmp_path / "l").symlink_to("m")
    (tmp_path / "k.yaml").symlink_to("m/x.yaml")
    assert folder.read(tmp_path, "m/x.yaml") == b"a: b"
    assert refused(tmp_path, "l/x.yaml", "k.yaml") == {"YAML-10"}


def test_waits_for_no_pipe_socket_or_device(tmp_path):
    """What is no regular file is refused at once."""
    os.mkfifo(tmp_path / "p.yaml")
    (tmp_path / "d.yaml").mkdir()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "s.yaml"))
    listener.close()
    assert refused(tmp_path, "p.yaml", "d.yaml", "s.yaml") == {"YAML-10"}
    place = read_one(tmp_path / "p.yaml", "given", KINDS)[1][0].place
    assert place
    assert place.file == "given"


def test_refuses_too_many_files(tmp_path, monkeypatch):
    """Above the limit nothing is read at all."""
    monkeypatch.setattr(folder, "MOST_FILES", 2)
    for n in range(3):
        (tmp_path / f"{n}.yaml").write_text(manifest(f"n{n}"))
    documents, breaches, files = read_manifests(tmp_path, ["."], KINDS)
    assert (documents, [b.rule for b in breaches], files) == ([], ["YAML-6"], 0)


def test_says_where_the_first_of_two_is(tmp_path):
    """The same kind and name twice: the breach stands at the second and names the first."""
    (tmp_path / "a.yaml").write_text(manifest("anna"))
    (tmp_path / "b.yaml").write_text("---\n" + manifest("bert") + "---\n" + manifest("anna"))
    documents, breaches, _ = read_manifests(tmp_path, ["."], KINDS)
    assert names(documents) == ["anna", "bert"]
    assert [(str(b.place), str(b.values["first"]), str(b.values["address"])) for b in breaches] == [
        ("b.yaml:8:18", "a.yaml:3:18", "workplace/anna")
    ]


def test_says_what_was_probably_meant(tmp_path):
    """Misspelt keys, kinds and versions come with the nearest that is known."""
    (tmp_path / "x.yaml").write_text("apiversion: cloudpbx/v1\nkind: workplaces\nmetadata: {nmae: anna}\n")
    breaches = read_manifests(tmp_path, ["."], KINDS)[1]
    assert [(b.rule, b.values.get("nearest"), str(b.place)) for b in breaches] == [
        ("FORM-1", "apiVersion", "x.yaml:1:1"),
        ("FORM-3", None, "x.yaml:1:1"),
        ("FORM-7", "Workplace", "x.yaml:2:7"),
        ("FORM-1", "name", "x.yaml:3:12"),
        ("FORM-3", None, "x.yaml:3:1"),
    ]


def test_paths_of_breaches_begin_at_the_spec(tmp_path):
    """Below the spec without ``spec``, in the metadata with ``metadata``; the address is known where it is."""
    text = manifest("anna").replace("}", ", labels: {a: [b]}}") + 'spec: {user: {city: "a\\eb"}}\n'
    (tmp_path / "x.yaml").write_text(text)
    breaches = read_manifests(tmp_path, ["."], KINDS)[1]
    assert [(b.rule, b.path, str(b.address)) for b in breaches] == [
        ("FORM-2", ("metadata", "labels", "a"), "workplace/anna"),
        ("FORM-6", ("user", "city"), "workplace/anna"),
    ]
    assert breaches[1].values["value"] == "a\\x1bb"
