"""Of what could not be read nothing is said: no deletion, no number that is free again, no missing name."""

import json
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, staff, unchanged, wish
from tests.engine.documents import document

ANNA, BEN = seat("anna.schmidt", "58", internal="58"), seat("ben.brandt", "59", internal="59")
GROUP = document("Group", "bonn", "displayName: Bonn")

BROKEN = {
    "no YAML": ANNA.replace("spec:", "spec: ["),
    "a tag": ANNA.replace("group: bonn", "group: !x bonn"),
    "a key twice": ANNA + "  group: bonn\n",
    "no kind": ANNA.replace("kind: Workplace\n", ""),
    "no name": ANNA.replace("name: anna.schmidt", "nam: anna.schmidt"),
    "a misspelt kind": ANNA.replace("Workplace", "Workplce"),
    "unknown key on top": ANNA + "spce: {}\n",
    "a list": "- a\n",
    "wrong form of a field": ANNA.replace("user: {", "user: [{").replace(".example}", ".example}]", 1),
    "unknown key in the spec": ANNA + "  departement: x\n",
    "a number in two ways": ANNA.replace("+49 228", "+49 (0) 228"),
}
"""Anna's document, broken so that its address is known or is not."""


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_document_has_no_consequences(tmp_path: Path, kind: str):
    """The plan shows what is wrong and no change, number, emergency call or sum of it; a drift neither."""
    there = office(tmp_path, [ANNA, BEN], [ANNA, BEN], unmanaged="delete")
    wish(there, COMPANY, BROKEN[kind], BEN.replace("lastName: brandt", "lastName: Brand"))
    said = unchanged(there, "plan", "--output", "json")
    report = json.loads(said.out)
    assert (said.exit, report["changes"], report["waves"], report["blocked"]) == (3, [], [], [])
    assert not any(report["summary"][action] for action in ("create", "update", "replace", "delete", "unmanaged"))
    assert {finding["rule"][:4] for finding in report["findings"] if finding["severity"] == "error"} <= {"YAML", "FORM"}
    shown = unchanged(there, "plan").out
    assert "No changes" not in shown
    assert "+492286380058" not in shown.replace(" ", "").replace("+49(0)", "")
    drifted = json.loads(reconciler(there, "drift", "--output", "json").out)
    assert (drifted["exit"], drifted["changes"]) == (3, [])


def test_what_a_broken_document_offers_is_not_missing(tmp_path: Path):
    """Where the group's document cannot be read, nobody who names the group is blamed."""
    there = office(tmp_path, staff(3), staff(3), unmanaged="delete")
    wish(there, *(part for part in COMPANY.split("---\n") if "kind: Group" not in part),
         GROUP.replace("{displayName", "{displayNme").replace("spec:", "spce:"), *staff(3))
    for command in ("validate", "plan"):
        found = json.loads(reconciler(there, command, "--output", "json").out)["findings"]
        assert [f["rule"] for f in found if f["severity"] == "error"] == ["FORM-1"]


def test_a_broken_rule_still_shows_the_changes(tmp_path: Path):
    """Where everything could be read, a plan with errors says what would change."""
    there = office(tmp_path, [ANNA], [ANNA, BEN.replace('internal: "59"', 'internal: "112"')])
    report = json.loads(reconciler(there, "plan", "--output", "json").out)
    assert (report["exit"], [c["address"] for c in report["changes"]]) == (3, ["workplace/ben.brandt"])


NOWHERE = {
    "empty": ("[manifests]", "reconciler.yaml:4:19", "YAML-9", "manifests"),
    "only comments": ("[manifests]", "reconciler.yaml:4:19", "YAML-9", "manifests"),
    "missing": ("[manifests, manifest]", "reconciler.yaml:4:31", "YAML-10", "manifest: does not exist."),
    "outside": ("[manifests, ../x]", "reconciler.yaml:4:31", "YAML-10", "../x: lies outside of the workspace."),
}


@pytest.mark.parametrize("kind", NOWHERE)
def test_manifests_that_are_not_there(tmp_path: Path, kind: str):
    """Exit 3, the folder is named, and the place is the line of the settings that names it."""
    folders, place, rule, says = NOWHERE[kind]
    there = office(tmp_path, [ANNA], [ANNA])
    settings = there / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("spec: {", f"spec: {{manifests: {folders}, "))
    if kind in ("empty", "only comments"):
        (there / "manifests" / "all.yaml").unlink()
        (there / "manifests" / "notes.txt").write_text("nothing here\n")
    said = reconciler(there, "validate", "--output", "json")
    (found,) = [f for f in json.loads(said.out)["findings"] if f["severity"] == "error"]
    assert (said.exit, found["rule"], found["place"]) == (3, rule, place)
    assert says in found["message"]
    assert "links are not followed" not in found["why"]
    planned = unchanged(there, "plan")
    assert (planned.exit, "No changes" in planned.out) == (4 if rule == "YAML-9" else 3, False)
