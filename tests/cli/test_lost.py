"""What others name is not deleted because its document was lost: references hold for the state after the plan."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, KOELN, office, seat, unchanged, wish
from tests.engine.documents import document, together

ANNA = seat("anna.schmidt", "58")
CHEF = document("Template", "chef", "group: bonn")
STRICT = document("BlockingProfile", "strict", 'outgoing: ["+1"]')
ULM = document("Group", "ulm", "displayName: Ulm, departments: [{name: labor}]")
BERT = seat("bert.maier", "59").replace("group: bonn", "group: koeln").replace("228 6380", "221 4711")


class Case(NamedTuple):
    """What is named by ``namer``, and by which rule and path it is missed when its document is lost."""

    id: str
    lost: str
    namer: str
    rule: str
    path: str


CASES = (
    Case("template of a workplace", CHEF, ANNA + "  template: chef\n", "REF-1", "template"),
    Case("profile of a workplace", STRICT, ANNA + "  blockingProfile: strict\n", "BLOCK-1", "blockingProfile"),
    Case("profile of a group", STRICT, document("Group", "hof", "blockingProfile: strict"), "BLOCK-1",
         "blockingProfile"),
    Case("group of a template", ULM, document("Template", "hof", "group: ulm"), "REF-1", "group"),
    Case("profile of a template", STRICT, document("Template", "hof", "blockingProfile: strict"), "BLOCK-1",
         "blockingProfile"),
    Case("group of defaults", ULM, document("Defaults", "hof", "match: {group: ulm}"), "REF-1", "match.group"),
    Case("template of defaults", CHEF, document("Defaults", "hof", "match: {template: chef}"), "REF-1",
         "match.template"),
    Case("department of defaults", ULM, document("Defaults", "hof", "match: {department: labor}"), "DEPT-1",
         "match.department"),
    Case("group of a block", KOELN, KOELN[KOELN.index("apiVersion", 9):], "REF-1", "group"),
    Case("group of a workplace", KOELN, KOELN[KOELN.index("apiVersion", 9):] + "---\n" + BERT, "REF-1", "group"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_lost_document_is_an_error_while_others_name_it(case: Case, tmp_path: Path):
    """Nothing is planned, nothing is sent, and the place that names it is shown; back in Git all is as it was."""
    there = office(tmp_path, [case.lost, *([case.namer] if case.lost is not KOELN else [BERT])], [], unmanaged="delete")
    wish(there, COMPANY, case.namer)
    said = unchanged(there, "plan", "--output", "json")
    report = json.loads(said.out)
    assert said.exit == 3
    assert (case.rule, case.path) in {(f["rule"], f["path"]) for f in report["findings"] if f["severity"] == "error"}
    assert report["waves"] == []
    assert unchanged(there, "apply", "--yes").exit == 3
    wish(there, COMPANY, *([case.lost, case.namer] if case.lost is not KOELN else [KOELN, BERT]))
    assert unchanged(there, "plan").exit == 0


@pytest.mark.parametrize(("default", "lost", "rule"), [
    ("defaultGroup: ulm", ULM, "REF-1"), ("defaultBlockingProfile: strict", STRICT, "BLOCK-1")])
def test_a_default_of_the_company_is_not_lost(default: str, lost: str, rule: str, tmp_path: Path):
    """What the company names for everybody stays."""
    key = default.partition(":")[0]
    company = COMPANY.replace("defaultGroup: bonn" if key == "defaultGroup" else "defaultBlockingProfile: standard",
                              default)
    there = office(tmp_path, [lost], [], unmanaged="delete")
    wish(there, company, lost)
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, company)
    said = unchanged(there, "plan", "--output", "json")
    assert said.exit == 3
    assert (rule, key) in {(f["rule"], f["path"]) for f in json.loads(said.out)["findings"]}


def test_a_line_that_others_name_is_not_lost(tmp_path: Path):
    """Lines are facts: one that the portal has and the manifest drops is told, and nothing is planned."""
    lines = "lines: [{name: hof, address: Hof}, {name: turm, address: Turm}]"
    whole = COMPANY.replace("quota: 200", f"quota: 200, {lines}")
    anna = ANNA.replace('6380-58"}', '6380-58", nomadicUse: {restrictedTo: turm}}')
    there = office(tmp_path, [], [], unmanaged="delete")
    (there / "portal" / "all.yaml").write_text(together([whole, anna]), encoding="utf-8")
    assert reconciler(there, "portal", "init", "--force", "--from", "portal", "--today", "2026-11-22").exit == 0
    wish(there, COMPANY.replace("quota: 200", "quota: 200, lines: [{name: hof, address: Hof}]"), anna)
    said = unchanged(there, "plan", "--output", "json")
    assert said.exit == 3
    assert "FACT-1" in {f["rule"] for f in json.loads(said.out)["findings"]}
    wish(there, COMPANY.replace("quota: 200", f"quota: 200, {lines}"), anna.replace("turm", "keller"))
    said = unchanged(there, "plan", "--output", "json")
    assert {"LINE-1"} == {f["rule"] for f in json.loads(said.out)["findings"] if f["severity"] == "error"}


def test_the_way_out_names_what_would_happen(tmp_path: Path):
    """The advice says that the portal has it and that this plan would delete it."""
    there = office(tmp_path, [CHEF, ANNA], [], unmanaged="delete")
    wish(there, COMPANY, ANNA + "  template: chef\n")
    told = " ".join(unchanged(there, "plan").out.split())
    assert "no manifest names it: with “unmanaged: delete” this plan would delete it" in told
    policy = there / "reconciler.yaml"
    policy.write_text(policy.read_text().replace("policy: {", "policy: {keep: [template/chef], "))
    assert unchanged(there, "plan").exit == 0
