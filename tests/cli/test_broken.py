"""What is broken around the manifests: one sentence and the right exit code, never a traceback."""

import json
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat

ANNA = seat("anna.schmidt", "58")
HEAD = "apiVersion: cloudpbx/v1\nkind: Workspace\nmetadata: {name: x}\n"

SETTINGS = {
    "empty": "",
    "blank": "\n\n",
    "no YAML": "a: [",
    "a list": "- a",
    "a text": "hello",
    "not UTF-8": "name: \udcff",
    "another kind": HEAD.replace("Workspace", "Group"),
    "another version": HEAD.replace("v1", "v9"),
    "two documents": HEAD + "---\n" + HEAD,
    "unknown key": HEAD + "spec: {manifest: [x]}",
    "unknown driver": HEAD + "spec: {portal: {driver: carrier-pigeon}}",
    "no portal path": HEAD + 'spec: {portal: {path: ""}}',
    "no manifests path": HEAD + 'spec: {manifests: [""]}',
    "unknown policy": HEAD + "spec: {policy: {unmanaged: destroy}}",
    "unknown language": HEAD + "spec: {language: fr}",
    "limit": HEAD + "spec: {policy: {limits: {deletes: many}}}",
    "limit negative": HEAD + 'spec: {policy: {limits: {deletes: "-1"}}}',
    "manifests no list": HEAD + "spec: {manifests: {a: b}}",
    "spec no mapping": HEAD + "spec: [a]",
}


@pytest.mark.parametrize("kind", SETTINGS)
@pytest.mark.parametrize("command", ["validate", "plan", "apply --yes", "cart", "order --yes", "portal status", "dump"])
def test_a_broken_workspace_file(tmp_path: Path, kind: str, command: str):
    """Exit 1, and the file is named."""
    (tmp_path / "reconciler.yaml").write_bytes(SETTINGS[kind].encode("utf-8", "surrogateescape"))
    said = reconciler(tmp_path, *command.split())
    assert (said.exit, said.out) == (1, "")
    assert "reconciler.yaml" in said.last


ELSEWHERE = {"absolute": "/etc", "up": "../other", "missing": "nowhere", "itself": "reconciler.yaml"}


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_manifests_elsewhere(tmp_path: Path, kind: str):
    """Files outside of the workspace are not read, missing ones are told: exit 3."""
    there = office(tmp_path, [], [ANNA])
    (there / "reconciler.yaml").write_text(HEAD + f"spec: {{manifests: [{ELSEWHERE[kind]}]}}")
    assert reconciler(there, "validate").exit == 3


def test_a_driver_that_is_not_there(tmp_path: Path):
    """It is said what there is; checking the manifests needs no driver."""
    there = office(tmp_path, [], [ANNA])
    (there / "reconciler.yaml").write_text(HEAD + "spec: {portal: {driver: listimport}}")
    said = reconciler(there, "plan")
    assert said.exit == 1
    assert "http, local" in said.last
    assert reconciler(there, "validate").exit in (0, 3)


@pytest.mark.parametrize("command", ["plan", "portal status", "cart"])
def test_the_portal_is_a_folder(tmp_path: Path, command: str):
    """A folder where the portal's file should be."""
    there = office(tmp_path, [], [ANNA])
    for path in (there / ".reconciler").iterdir():
        path.unlink()
    (there / ".reconciler" / "portal.db").mkdir()
    assert reconciler(there, *command.split()).exit == 1


FACTS = {
    "missing file": ("nowhere.yaml", ""),
    "empty file": ("x.yaml", ""),
    "no YAML": ("x.yaml", "a: ["),
    "unknown state": ("x.yaml", COMPANY + "---\n" + ANNA.replace("spec:", "status: {state: asleep}\nspec:")),
    "no date": ("x.yaml", COMPANY + "---\n" + ANNA.replace("spec:", "status: {activatedOn: yesterday}\nspec:")),
    "status a list": ("x.yaml", COMPANY + "---\n" + ANNA.replace("spec:", "status: [a]\nspec:")),
    "unknown status": ("x.yaml", COMPANY + "---\n" + ANNA.replace("spec:", "status: {mood: good}\nspec:")),
    "broken field": ("x.yaml", COMPANY + "---\n" + ANNA.replace("228 6380-58", "(0) 228")),
}


@pytest.mark.parametrize("kind", FACTS)
def test_a_portal_from_broken_facts(tmp_path: Path, kind: str):
    """Exit 3 with the file's name, and no portal is made; one that exists stays, even with --force."""
    there = office(tmp_path, [], [ANNA])
    name, text = FACTS[kind]
    if name == "x.yaml":
        (there / name).write_text(text)
    before = reconciler(there, "dump").out
    said = reconciler(there, "portal", "init", "--from", name, "--today", "2026-11-22", "--force")
    assert said.exit == 3
    assert name in said.out
    assert reconciler(there, "dump").out == before


def test_facts_are_named_as_they_were_given(tmp_path: Path):
    """A finding about a file in a folder names the folder too."""
    there = office(tmp_path, [], [ANNA])
    (there / "portal" / "all.yaml").write_text("a: [")
    said = reconciler(there, "portal", "init", "--from", "portal", "--today", "2026-11-22", "--force")
    assert "portal/all.yaml:1:" in said.out


BRACED = {"validate -C {x}": 1, "show {x}.json": 5, "portal status": 1, "portal init --from {x} --today 2026-11-22": 3,
          "explain {x}": 64, "schema {x}": 64, "plan --allow {x}=1": 64, "plan --as-of {x}": 64, "{x}": 64,
          "plan --{x}": 64, "plan --output {x}": 64, "cart {x}": 64}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("line", BRACED)
def test_braces_in_what_is_told(tmp_path: Path, line: str, language: str):
    """A folder, a file or a word with braces stands in the sentence as it was written: no value is put in there."""
    there = office(tmp_path / "{0} {x}", [], [ANNA])
    (there / "reconciler.yaml").write_text(HEAD + "spec: {portal: {path: '{x}.db'}}")
    said = reconciler(there, *line.split(), "--lang", language)
    assert said.exit == BRACED[line]
    assert "{x}" in said.err + said.out
    if said.exit in (1, 5):
        told = json.loads(reconciler(there, *line.split(), "--lang", language, "--output", "json").out)["closing"]
        assert "{x}" in told == said.last
