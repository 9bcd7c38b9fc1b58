"""Renames from the command line: shown, applied from a file, once, and refused where somebody else was faster."""

import json
from pathlib import Path

import pytest

from reconciler.effects import Effects
from reconciler.model.address import Address
from reconciler.model.order import Order
from tests.cli.command import reconciler
from tests.cli.office import COMPANY, TODAY, WORKSPACE, office, portal, seat, unchanged, wish
from tests.cli.others import others_put

ANNA = seat("anna.schmidt", "58")
WAS = COMPANY.replace("metadata: {name: standard}",
                      "metadata: {name: basis, annotations: {reconciler/was: standard}}")
WAS = WAS.replace("metadata: {name: bonn}", "metadata: {name: honnef, annotations: {reconciler/was: bonn}}")
WAS = WAS.replace("Profile: standard", "Profile: basis").replace("Group: bonn", "Group: honnef")
WAS = WAS.replace("group: bonn", "group: honnef").replace('["+49900"]', '["+49900", "+49137"]')
BERT = seat("bert.maier", "59").replace("bonn", "honnef")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A group and a profile are called otherwise, the profile blocks more, and somebody joins."""
    folder = office(tmp_path, [ANNA], [ANNA], unmanaged="delete")
    wish(folder, WAS, ANNA.replace("bonn", "honnef"), BERT)
    return folder


def by_hand(there: Path, old: str, new: str) -> None:
    """A person calls a group otherwise at the portal."""
    others_put(there, Order(f"theirs-{new}", "direct", "update", Address("group", old), body={"metadata.name": new}))


def counts(there: Path, *argv: str) -> dict[str, int]:
    """How the orders of an apply came out, without those that none came to."""
    said = reconciler(there, "apply", *argv, "--output", "json")
    assert said.exit == 0
    return {name: count for name, count in json.loads(said.out)["counts"].items() if count}


def test_the_plan_shows_the_names(there: Path):
    """From what to what, as changes of what stays."""
    told = json.loads(unchanged(there, "plan", "--output", "json").out)
    assert {c["address"]: [(f["before"], f["after"]) for f in c["fields"] if f["path"] == "metadata.name"]
            for c in told["changes"] if c["action"] == "update"} == {
        "blockingprofile/basis": [("standard", "basis")], "group/honnef": [("bonn", "honnef")]}
    assert (told["summary"]["update"], told["summary"]["create"], told["summary"]["delete"]) == (2, 1, 0)
    assert not [f["rule"] for f in told["findings"] if f["severity"] == "error"]


def test_a_plan_file_is_applied_once(there: Path):
    """Again it finds everything there, and a fresh plan finds nothing to do."""
    assert reconciler(there, "plan", "--out", "plan.json").exit == 0
    assert counts(there, "plan.json") == {"planned": 4, "done": 4}
    before = portal(there)
    assert counts(there, "plan.json") == {"planned": 4, "alreadyPresent": 4}
    assert portal(there) == before
    assert unchanged(there, "plan", "--detailed-exitcode").exit == 0


@pytest.mark.parametrize("sent", range(4))
@pytest.mark.parametrize("fresh", [False, True])
def test_a_run_that_dies(there: Path, monkeypatch: pytest.MonkeyPatch, sent: int, fresh: bool):
    """After any order: the same file, or a fresh plan, does what is left and nothing twice."""
    assert reconciler(there, "plan", "--out", "plan.json").exit == 0
    left = sent

    def dies(_effects: Effects, _ref: str) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Effects, "sending", dies)
        assert reconciler(there, "apply", "plan.json").exit == (7 if sent else 130)
    found = counts(there, "--yes") if fresh else counts(there, "plan.json")
    assert found == ({"planned": 4 - sent, "done": 4 - sent} if fresh or not sent else
                     {"planned": 4, "done": 4 - sent, "alreadyPresent": sent})
    assert not json.loads(reconciler(there, "plan", "--output", "json").out)["waves"]


def test_somebody_else_was_faster(there: Path):
    """A group that a person has given another name in the meantime is not what was planned: nothing is sent."""
    assert reconciler(there, "plan", "--out", "plan.json").exit == 0
    by_hand(there, "bonn", "elsewhere")
    said = unchanged(there, "apply", "plan.json")
    assert said.exit == 5
    assert "lan again" in said.last


def test_somebody_else_did_a_part(there: Path):
    """What a person has renamed as the plan file says is there already; the rest of the file is sent."""
    assert reconciler(there, "plan", "--out", "plan.json").exit == 0
    by_hand(there, "bonn", "honnef")
    assert counts(there, "plan.json") == {"planned": 3, "done": 3}
    assert not json.loads(reconciler(there, "plan", "--output", "json").out)["waves"]


def test_what_a_person_has_renamed_already_needs_no_order(there: Path):
    """Only the rest is planned, and nothing is said about the former name."""
    by_hand(there, "bonn", "honnef")
    told = json.loads(unchanged(there, "plan", "--output", "json").out)
    assert sorted(o["address"] for w in told["waves"] for o in w["orders"]) == [
        "blockingprofile/basis", "blockingprofile/standard", "workplace/bert.maier"]
    assert "NAME-1" not in {f["rule"] for f in told["findings"]}


def test_who_is_only_in_the_cart_or_ordered_follows_too(tmp_path: Path):
    """Whoever says the new name afterwards is counted, active or not."""
    anna, bert, carla = (seat(name, number) for name, number in (
        ("anna.arendt", "11"), ("bert.blum", "12"), ("carla.dorn", "13")))
    there = office(tmp_path, [anna], [anna, bert], unmanaged="delete")
    assert [reconciler(there, command, "--yes").exit for command in ("apply", "order")] == [0, 0]
    wish(there, COMPANY, anna, bert, carla)
    assert reconciler(there, "apply", "--yes").exit == 0
    renamed = (text.replace("name: bonn}", "name: honnef, annotations: {reconciler/was: bonn}}").replace(
        "roup: bonn", "roup: honnef") for text in (COMPANY, anna, bert, carla))
    wish(there, *renamed)
    told = json.loads(reconciler(there, "plan", "--output", "json").out)
    assert told["followers"] == {"group/honnef": [
        "company/lindenhof", "numberblock/bonn-6380", "workplace/anna.arendt", "workplace/bert.blum",
        "workplace/carla.dorn"]}


def test_a_department_is_told_by_its_name_too(tmp_path: Path):
    """Whatever stands in it: what is called otherwise is said as of a group, in both languages."""
    old = COMPANY.replace("displayName: Bonn}", 'displayName: Bonn, departments: [{name: "Abt. 1"}]}')
    there = tmp_path / "there"
    (there / "manifests").mkdir(parents=True)
    (there / "manifests" / "all.yaml").write_text(old)
    (there / "reconciler.yaml").write_text(WORKSPACE.format(unmanaged="delete"))
    assert reconciler(there, "portal", "init", "--from", "manifests", "--today", TODAY).exit == 0
    wish(there, old.replace('name: "Abt. 1"', 'name: "Abt. 1.0", was: "Abt. 1"'))
    assert "department Abt. 1 is then called Abt. 1.0" in " ".join(reconciler(there, "plan").out.split())
    assert "Bereich Abt. 1 heißt dann Abt. 1.0" in " ".join(reconciler(there, "plan", "--lang", "de").out.split())
