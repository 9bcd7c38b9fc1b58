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


def told(there: Path, *argv: str) -> list[str]:
    """The rules that findings name."""
    return [finding["rule"] for finding in json.loads(reconciler(there, *argv, "--output", "json").out)["findings"]]


PAIR = [ANNA + "  packages: [assistant]\n", BEN + "  packages: [assistant]\n"]
SLIPS = {
    "a tab": ("  group", "\tgroup"),
    "no colon": ("group:", "group"),
    "a no-break space": ("  group", "\u00a0 group"),
    "a misspelt key": ("packages", "packags"),
    "no list": ("[assistant]", "assistant"),
}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("unmanaged", ["report", "delete"])
def test_who_cannot_be_read_is_not_deleted_and_may_have_a_package(tmp_path: Path, slip: str, unmanaged: str):
    """Nobody loses their data, and nobody is alone with a package of which one person is not enough."""
    there = office(tmp_path, PAIR, PAIR, unmanaged=unmanaged)
    wish(there, COMPANY, PAIR[0], PAIR[1].replace(*SLIPS[slip]))
    for command in ("validate", "plan", "drift"):
        (rule,) = told(there, command)
        assert rule.startswith(("YAML", "FORM"))


@pytest.mark.parametrize("command", ["plan", "drift"])
def test_a_folder_that_is_not_there_deletes_nobody(tmp_path: Path, command: str):
    """Of a whole folder nothing was read, so nothing is known to be gone."""
    there = office(tmp_path, staff(3), staff(3), unmanaged="delete")
    settings = there / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("spec: {", "spec: {manifests: [manifest], "))
    assert told(there, command) == ["YAML-10"]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_portal_is_made_of_what_can_be_read_or_not_at_all(tmp_path: Path, slip: str):
    """What the documents of a portal say wrongly makes nothing else of them unlawful."""
    there = office(tmp_path, PAIR, PAIR)
    (there / "portal" / "all.yaml").write_text("---\n".join((COMPANY, PAIR[0], PAIR[1].replace(*SLIPS[slip]))))
    (rule,) = told(there, "portal", "init", "--from", "portal", "--today", "2026-11-22", "--force")
    assert rule.startswith(("YAML", "FORM"))


STRICT = ('apiVersion: cloudpbx/v1\nkind: BlockingProfile\nmetadata: {name: strict}\n'
          'spec: {outgoing: ["+49900"], forwarded: ["0(0)"]}\n')
OPEN = COMPANY.replace('{outgoing: ["+49900"]}', '{outgoing: ["+49900"], forwarded: ["+1"]}')


@pytest.mark.parametrize("profile", [STRICT, STRICT.replace("forwarded:", "forwardd:"), STRICT.replace("spec", "spce")])
def test_a_profile_that_cannot_be_read_opens_nothing(tmp_path: Path, profile: str):
    """Whoever moves to it is not told what is no longer blocked, for nobody knows."""
    there = office(tmp_path, [], [], unmanaged="delete")
    (there / "portal" / "all.yaml").write_text("---\n".join((OPEN, ANNA)))
    reconciler(there, "portal", "init", "--from", "portal", "--today", "2026-11-22", "--force")
    wish(there, OPEN, profile, ANNA + "  blockingProfile: strict\n")
    assert len(told(there, "plan")) == 1


@pytest.mark.parametrize(("tiers", "rules"), [
    ('[{from: 1, price: "9,90"}, {from: 30, price: "8.40"}]', ["PRICE-1"]),
    ('[{from: 1, pric: "9.90"}, {from: 30, price: "8.40"}]', ["FORM-3", "FORM-1"]),
])
def test_tiers_are_compared_where_all_of_them_were_read(tmp_path: Path, tiers: str, rules: list[str]):
    """A tier that is left out does not make the next one the first."""
    there = office(tmp_path, [ANNA], [ANNA])
    settings = there / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("spec: {", "spec: {priceBook: prices.yaml, "))
    book = "apiVersion: cloudpbx/v1\nkind: PriceBook\nmetadata: {name: own}\nspec: {currency: EUR, workplace: %s}\n"
    (there / "prices.yaml").write_text(book % tiers)
    assert [rule for rule in told(there, "plan") if rule != "PRICE-5"] == rules


NEW = seat("cora.neu", "60", "department: leitung", "devices: [{profile: phone-x}]", internal="60")
CATALOG = "apiVersion: cloudpbx/v1\nkind: Catalog\nmetadata: {name: own}\nspec: {devices: [phone-x]}\n"
DEFAULTS = """\
apiVersion: cloudpbx/v1
kind: Defaults
metadata: {name: bonner}
spec: {match: {group: bonn}, workplace: {login: {withoutMobile: true}}}
"""
SOUND = (
    COMPANY.replace("{displayName: Bonn}", "{displayName: Bonn, departments: [{name: leitung}]}"), CATALOG, DEFAULTS,
    NEW.replace(', mobile: "+49 170 1234560"', ""), ANNA,
)
SLIPPED = {
    "a department's name": ("[{name: leitung}]", "[{nam: leitung}]"),
    "the departments": ("departments:", "department:"),
    "a list that is none": ("devices: [phone-x]", "devices: phone-x"),
    "the devices": ("{devices: [phone-x]", "{device: [phone-x]"),
    "a flag": ("withoutMobile: true", "withoutMobile: ja"),
    "what is matched": ("match: {group", "match: {grup"),
    "what defaults give": ("workplace: {login", "workplace: {logn"),
    "all that defaults give": ("workplace: {login", "workplce: {login"),
    "a default that is lost": ("kind: Defaults\nmetadata", "kind: Defaults\nmetdata"),
    "a block's base": ("{base:", "{bas:"),
    "a block's end": ('last: "99"', 'last: [x]'),
    "a block's group": ("group: bonn}\n---", "grup: bonn}\n---"),
    "a section": ("spec: {base", "spec: x # {base"),
    "the default group": ("defaultGroup", "defaultGrop"),
    "a contract's fact": ("generation:", "generaton:"),
    "the login": ("  login: {email: cora.neu", "  logn: {email: cora.neu"),
    "an address inside": ("  login: {email: cora.neu", "  login: {mail: cora.neu"),
    "the name": ("{firstName: cora", "{firstNme: cora"),
    "the person": ("user: {firstName: cora, lastName: neu, email: cora.neu@lindenhof.example}", "user: [x]"),
}


@pytest.mark.parametrize("slip", SLIPPED)
@pytest.mark.parametrize("unmanaged", ["report", "delete"])
def test_a_slip_is_told_and_nothing_else(tmp_path: Path, slip: str, unmanaged: str):
    """Whatever a document says wrongly, no rule concludes anything from what is left of it."""
    there = office(tmp_path, [ANNA], SOUND[1:], unmanaged=unmanaged)
    wish(there, *SOUND)
    sound = {command: set(told(there, command)) for command in ("validate", "plan")}
    before, after = SLIPPED[slip]
    text = (there / "manifests" / "all.yaml").read_text()
    assert before in text
    (there / "manifests" / "all.yaml").write_text(text.replace(before, after, 1))
    for command, known in sound.items():
        found = [rule for rule in told(there, command) if rule not in known]
        assert found
        assert all(rule.startswith("FORM") for rule in found)


def test_a_silence_that_nobody_can_judge_is_left_alone(tmp_path: Path):
    """Whether it is needed depends on what could not be read."""
    quiet = NEW.replace("{name: cora.neu}", '{name: cora.neu, annotations: {reconciler/ignore: "AUTH-3 (no mobile)"}}')
    there = office(tmp_path, [ANNA], [], unmanaged="delete")
    wish(there, *SOUND[:2], ANNA, quiet.replace('mobile: "+49 170 1234560"', "withoutMobile: ja"))
    assert told(there, "plan") == ["FORM-2"]


def test_the_rest_is_still_told(tmp_path: Path):
    """One workplace that cannot be read hides nothing that is wrong with others, whoever it is."""
    there = office(tmp_path, [ANNA], [], unmanaged="delete")
    wish(there, COMPANY, ANNA.replace("  group", "\tgroup"), BEN.replace("group: bonn", "group: born"),
         seat("cora.neu", "61", internal="61"), seat("dora.neu", "61", internal="112"))
    assert {*told(there, "plan")} >= {"YAML-7", "REF-1", "NUM-4", "INT-4"}
