"""``validate`` looks at the manifests alone, and claims nothing that only a portal can decide."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.command import EXAMPLES, Said, reconciler
from tests.cli.office import COMPANY, KOELN, office, seat, wish

COMPANY_ALONE, PROFILE, GROUP, BLOCK = COMPANY.split("---\n")
PROFILED = seat("anna.schmidt", "58", "blockingProfile: streng")
TEMPLATED = seat("anna.schmidt", "58", "template: vertrieb").replace("  group: bonn\n", "")
PLAIN = seat("anna.schmidt", "58")
LOGIN = '  login: {email: anna.schmidt@lindenhof.example, mobile: "+49 170 1234558"}\n'


def alone(there: Path) -> Said:
    """The answer of ``validate`` without the portal's file, which is the same as beside it."""
    beside = reconciler(there, "validate", "--output", "json")
    shutil.rmtree(there / ".reconciler")
    without = reconciler(there, "validate", "--output", "json")
    assert without == beside
    return without


def told(said: Said) -> set[tuple[str, str]]:
    """Rule and severity of each finding."""
    return {(finding["rule"], finding["severity"]) for finding in json.loads(said.out)["findings"]}


MISSING = {
    "group": ([PLAIN], "“bonn” (Group)"),
    "template": ([TEMPLATED], "“vertrieb” (Template)"),
    "profile": ([GROUP, PROFILED], "“streng” (BlockingProfile)"),
    "group of a block": ([BLOCK], "“bonn” (Group)"),
    "profile of a group": ([GROUP.replace("{displayName", "{blockingProfile: streng, displayName")], "“streng”"),
}
"""Manifests that name what stands in none of them."""


@pytest.mark.parametrize("kind", MISSING)
def test_a_name_in_no_manifest_is_a_warning_where_the_portal_may_have_it(tmp_path: Path, kind: str):
    """REF-2 says that ``plan`` will ask; nothing is claimed of what hangs on the name."""
    wished, name = MISSING[kind]
    said = alone(office(tmp_path, [], wished))
    assert (said.exit, told(said)) == (0, {("REF-2", "warning")})
    (finding,) = json.loads(said.out)["findings"]
    assert name in finding["message"]
    assert "plan" in finding["message"]
    assert finding["place"].startswith("manifests/all.yaml:")


def test_a_name_in_no_manifest_is_an_error_where_everything_is_in_git(tmp_path: Path):
    """With ``unmanaged: delete`` groups, templates and profiles must stand in a manifest, whatever the portal has."""
    there = office(tmp_path, [KOELN], [PROFILED.replace("group: bonn", "group: koeln"),
                                       seat("ben.brandt", "59", "template: vertrieb")], unmanaged="delete")
    said = alone(there)
    assert said.exit == 3
    assert told(said) >= {("REF-1", "error"), ("BLOCK-1", "error")}
    assert "REF-2" not in said.out
    assert {f["message"] for f in json.loads(said.out)["findings"] if f["rule"] == "REF-1"} == {
        "There is no “koeln” (Group).", "There is no “vertrieb” (Template)."}


def test_the_plan_still_asks_the_portal(tmp_path: Path):
    """What ``validate`` leaves open is decided by ``plan``: a misspelt group is exit 3, one of the portal is none."""
    there = office(tmp_path, [], [PLAIN])
    assert reconciler(there, "plan").exit == 0
    wish(there, PLAIN.replace("group: bonn", "group: bon"))
    assert reconciler(there, "validate").exit == 0
    assert "error[REF-1]" in reconciler(there, "plan").out
    wish(there, PROFILED)
    assert "error[BLOCK-1]" in reconciler(there, "plan").out


def test_a_silenced_name_is_no_finding_of_the_plan(tmp_path: Path):
    """``plan`` does not complain about the silence of what only ``validate`` says."""
    silent = PLAIN.replace("{name: anna.schmidt}",
                           '{name: anna.schmidt, annotations: {reconciler/ignore: "REF-2 (the portal has it)"}}')
    there = office(tmp_path, [], [silent])
    assert "IGN-1" not in reconciler(there, "plan").out
    said = alone(there)
    assert (said.exit, told(said)) == (0, set())


def test_a_number_in_no_block_of_the_manifests(tmp_path: Path):
    """The portal may have a block that no manifest names; with ``delete`` it is the error NUM-1."""
    elsewhere = PLAIN.replace("228 6380-58", "221 4711-58")
    said = alone(office(tmp_path / "a", [], [GROUP, BLOCK, elsewhere]))
    assert (said.exit, told(said)) == (0, {("REF-2", "warning")})
    said = alone(office(tmp_path / "b", [], [elsewhere], unmanaged="delete"))
    assert (said.exit, told(said)) == (3, {("NUM-1", "error")})
    said = alone(office(tmp_path / "c", [], [GROUP, BLOCK, KOELN, elsewhere]))
    assert (said.exit, told(said)) == (3, {("NUM-1", "error")}), "a block of another group holds it"


def test_a_block_without_its_facts(tmp_path: Path):
    """What a block holds is a fact that need not be written down; the others do not decide then."""
    bare = BLOCK.replace('base: "+492286380", first: "00", last: "99", ', "").replace("bonn-6380", "bonn-neu")
    there = office(tmp_path, [bare.replace("{group", '{base: "+49228999", first: "00", last: "99", group')],
                   [bare, PLAIN.replace("6380-58", "999-58")], unmanaged="delete")
    assert (reconciler(there, "plan").exit, alone(there).exit) == (0, 0)


def test_who_is_new_is_known_to_the_portal_alone(tmp_path: Path):
    """Missing login data are an error of ``plan`` for a new workplace and a warning of ``validate`` for any."""
    there = office(tmp_path, [PLAIN.replace(LOGIN, "")], [PLAIN.replace(LOGIN, ""), seat("ben.brandt", "59").replace(
        '  login: {email: ben.brandt@lindenhof.example, mobile: "+49 170 1234559"}\n', ""), GROUP])
    planned = reconciler(there, "plan", "--output", "json")
    assert planned.exit == 3
    assert {f["address"] for f in json.loads(planned.out)["findings"] if f["rule"] == "AUTH-1"} == {
        "workplace/ben.brandt"}
    said = alone(there)
    assert (said.exit, told(said)) == (0, {("AUTH-1", "warning"), ("AUTH-2", "warning")})


def test_no_company_and_no_group(tmp_path: Path):
    """Whether there is a default group, or any group, or a blocking profile for all, is known to the portal alone."""
    there = office(tmp_path, [], [PLAIN.replace("  group: bonn\n", "")])
    said = alone(there)
    assert (said.exit, told(said)) == (0, set())
    wish(there, COMPANY_ALONE.replace(", defaultGroup: bonn, defaultBlockingProfile: standard", ""))
    said = reconciler(there, "validate")
    assert (said.exit, "GROUP-3" in said.out) == (0, False)


@pytest.mark.parametrize("name", ["start", "tier"])
def test_an_example_in_a_fresh_clone(tmp_path: Path, name: str):
    """Without a portal file the examples that leave things to the portal have no errors."""
    for part in ("reconciler.yaml", "manifests", "prices.yaml"):
        source = EXAMPLES / name / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part)
        elif source.exists():
            shutil.copy(source, tmp_path / part)
    said = reconciler(tmp_path, "validate")
    assert said.exit == 0, said.out


@pytest.mark.parametrize(("old", "new", "said"), [
    ("v1", "v2", "“cloudpbx/v2” is not known as “apiVersion”. Probably “apiVersion: cloudpbx/v1” is meant."),
    ("Workplace", "Workplaec", "“Workplaec” is not known as “kind”. Probably “kind: Workplace” is meant."),
    ("kind: Workplace", "kind: Telephone", "“Telephone” is not known as “kind”. Possible for “kind”: Company, "),
])
def test_what_a_document_is_no_kind_of(tmp_path: Path, old: str, new: str, said: str) -> None:
    """The one key that is wrong is named, not both that could be."""
    there = office(tmp_path, [], [seat("anna.schmidt", "58").replace(old, new)])
    (found,) = json.loads(reconciler(there, "validate", "--output", "json").out)["findings"]
    assert f"{found['message']} {found['help']}".startswith(said)
