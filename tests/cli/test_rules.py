"""Rules as the command line tells them: which one speaks, of whom, and what it advises."""

import json
from pathlib import Path
from typing import Any

import pytest

from reconciler.numbers.blocking import covered
from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, wish
from tests.engine.documents import document

PURE = COMPANY.replace("contract: line", "contract: pure")
LINES = COMPANY.replace("contract: line", "contract: line, lines: [{name: hauptsitz, address: {city: Bonn}}]")


def findings(there: Path, command: str = "plan", *argv: str, lang: str = "en") -> list[dict[str, Any]]:
    """What a command finds."""
    said = reconciler(there, command, "--output", "json", "--lang", lang, *argv)
    found: list[dict[str, Any]] = json.loads(said.out)["findings"]
    return found


def told(there: Path, rule: str, command: str = "plan", *argv: str, lang: str = "en") -> list[dict[str, Any]]:
    """What a command finds by one rule."""
    return [f for f in findings(there, command, *argv, lang=lang) if f["rule"] == rule]


def profile(name: str, **ranges: str) -> str:
    """A blocking profile with these ranges by direction."""
    return document("BlockingProfile", name, *(f"{direction}: {found}" for direction, found in ranges.items()))


def at(line: str) -> str:
    """A workplace that is restricted to a line."""
    return seat("b.keller", "20").replace('-20"}', f'-20", nomadicUse: {{restrictedTo: {line}}}}}')


@pytest.mark.parametrize(("company", "line", "expected", "advice"), [
    (COMPANY, "hauptsitz", ["error"], "has no line at all"),
    (PURE, "hauptsitz", ["error"], "has no line at all"),
    (LINES, "hauptsiz", ["error"], "“hauptsitz”"),
    (LINES, "hauptsitz", [], ""),
])
def test_restricted_to_a_line_that_the_contract_does_not_have(tmp_path, monkeypatch, company, line, expected, advice):
    """LINE-1, also where the contract lists no line or has none, and where only the portal knows the lines."""
    monkeypatch.setattr("tests.cli.office.COMPANY", company)
    found = told(office(tmp_path, [], [at(line)]), "LINE-1")
    assert [f["severity"] for f in found] == expected
    assert all(advice in f["help"] and f["place"].startswith("manifests/all.yaml:") for f in found)


def test_lines_are_facts_that_validate_does_not_know(tmp_path):
    """Without a portal an empty list of lines says nothing, but a Pure contract does."""
    for contract, expected in (("line", 0), ("pure", 1)):
        there = office(tmp_path / contract, [], [])
        (there / ".reconciler" / "portal.db").unlink()
        wish(there, COMPANY.replace("contract: line", f"contract: {contract}"), at("hauptsitz"))
        assert len(told(there, "LINE-1", "validate")) == expected


def test_line_of_a_block(tmp_path):
    """The line of a number block is one of the contract's too."""
    there = office(tmp_path, [], [COMPANY.replace("group: bonn}", "group: bonn, line: hauptsitz}")])
    assert [f["address"] for f in told(there, "LINE-1")] == ["numberblock/bonn-6380"]


@pytest.mark.parametrize("name", ["system", "System"])
def test_no_profile_is_called_system(tmp_path, name):
    """The name of the portal's own profile, which blocks nothing, is not given to another one."""
    there = office(tmp_path, [], [profile(name, outgoing='["+49900"]')])
    said = reconciler(there, "plan")
    assert said.exit == 3
    assert "BLOCK-5" in said.out
    assert f"cannot be called “{name}”" in said.out


def opened(folder: Path, before: str, after: str, lang: str = "en") -> list[str]:
    """What G1 says of a profile that is edited."""
    there = office(folder, [before], [after])
    return [str(f["message"]) for f in told(there, "G1", lang=lang)]


def test_an_opening_names_its_direction(tmp_path):
    """What opens is named with the direction in which it does, and not where it stays blocked."""
    before = profile("streng", outgoing='["+49900", "+49137"]', incoming="[anonymous]", forwarded='["+49900"]')
    for n, (after, said) in enumerate([
        (profile("streng", outgoing='["+49900", "+49137"]', incoming="[anonymous]"),
         ["No longer blocked afterwards: forwarded +49900 (0900, premium services)."]),
        (profile("streng", outgoing='["+49900", "+49137"]', forwarded='["+49900"]'),
         ["No longer blocked afterwards: incoming anonymous."]),
        (profile("streng", outgoing='["+499", "+49137"]', incoming="[anonymous]", forwarded='["+49"]'), []),
        (profile("streng", outgoing='["+499001"]', incoming="[anonymous]", forwarded='["+49900"]'),
         [("No longer blocked afterwards: outgoing +49137 (0137, mass calling), "
          "+49900 (0900, premium services; except +499001).")]),
    ]):
        assert opened(tmp_path / str(n), before, after) == said


def test_an_opening_in_german(tmp_path):
    """The same in German."""
    after = profile("streng", outgoing='["+499001"]')
    assert opened(tmp_path, profile("streng", outgoing='["+49900"]', forwarded='["+1"]'), after, "de") == [
        ("Danach nicht mehr gesperrt: ausgehend +49900 (0900, teure Dienste; außer +499001); "
        "weitergeleitet +1 (Ausland).")]


def test_what_stays_blocked_is_not_told_as_open(tmp_path):
    """Before the yes the plan says what an edited profile opens, and what of it stays blocked."""
    there = office(tmp_path, [profile("streng", outgoing='["+49900"]')], [profile("streng", outgoing='["+499001"]')])
    said = reconciler(there, "plan")
    assert "opens outgoing +49900, except +499001" in said.out
    plan = json.loads(reconciler(there, "plan", "--output", "json").out)
    assert [(b["opens"], b["stays"]) for b in plan["blocking"]] == [
        ({"outgoing": ["+49900"]}, {"outgoing": ["+499001"]})]


STRICT = profile("streng", outgoing='["+49900", "+1"]')
OWN = seat("b.keller", "20", "template: team", "blockingProfile: streng")
HEIR = seat("b.keller", "20", "template: team")


def company(*, group: str, everybody: str) -> str:
    """The company with the profiles of its group and its default."""
    ours = COMPANY.replace("displayName: Bonn", f"displayName: Bonn, blockingProfile: {group}")
    return ours.replace("defaultBlockingProfile: standard", f"defaultBlockingProfile: {everybody}")


@pytest.mark.parametrize(("group", "everybody", "template", "expected"), [
    ("streng", "standard", "group: bonn", []),
    ("standard", "streng", "group: bonn", ["template/team"]),
    ("standard", "streng", "desktopClient: full", ["workplace/b.keller"]),
])
def test_a_template_without_its_profile(tmp_path, monkeypatch, group, everybody, template, expected):
    """It falls back to its group's; whoever falls further than it does is told apart."""
    monkeypatch.setattr("tests.cli.office.COMPANY", company(group=group, everybody=everybody))
    before, after = (document("Template", "team", template, own) for own in ("blockingProfile: streng", ""))
    there = office(tmp_path, [STRICT, before, OWN], [STRICT, after, HEIR])
    assert [f["address"] for f in told(there, "G1")] == expected


MAGENTA = 'mobileIntegration: {type: magentaeins, mobile: "+49 170 1234520", customerAccount: "4711"}'


@pytest.mark.parametrize(("lang", "words"), [("de", "„auto“ behält die Nummer"), ("en", "“auto” keeps the number")])
def test_a_kept_internal_number_is_not_mended_by_auto(tmp_path, lang, words):
    """Who gets MagentaEINS and has two digits by ``auto`` is advised to write down a number, one that is free."""
    person = seat("b.keller", "20", internal="20")
    there = office(tmp_path, [person], [seat("b.keller", "20", MAGENTA)])
    (found,) = told(there, "INT-6", lang=lang)
    assert words in found["help"]
    advised = found["help"].split("„" if lang == "de" else "“")[-1].split("“" if lang == "de" else "”")[0]
    assert advised.isdigit()
    wish(there, seat("b.keller", "20", MAGENTA, internal=advised))
    assert told(there, "INT-6") == []


def test_a_kept_number_that_somebody_else_writes(tmp_path):
    """Two hold one number, one of them by ``auto``: the advice is not to write ``auto``."""
    kept = seat("z.last", "20").replace('{external: "+49 228 6380-20"}', "{external: auto, internal: auto}")
    there = office(tmp_path, [seat("z.last", "20", internal="20")], [seat("a.first", "20", internal="20"), kept])
    assert {f["rule"]: "keeps the number" in f["help"] for f in findings(there) if f["severity"] == "error"} == {
        "NUM-4": True, "INT-8": True}


WITHOUT = seat("b.keller", "20").replace('mobile: "+49 170 1234520"', "withoutMobile: true")


def test_passwords_by_mail_are_told_of_new_workplaces_only(tmp_path):
    """AUTH-3 speaks where a workplace is set up, and a silence of it is no finding afterwards."""
    assert len(told(office(tmp_path / "new", [], [WITHOUT]), "AUTH-3")) == 1
    quiet = WITHOUT.replace("name: b.keller}", 'name: b.keller, annotations: {reconciler/ignore: "AUTH-3 (known)"}}')
    there = office(tmp_path / "old", [seat("b.keller", "20")], [quiet])
    assert {"AUTH-3", "IGN-1"} & {f["rule"] for f in findings(there)} == set()


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_swap_says_which_internal_numbers_stay(tmp_path, lang):
    """Two swap their numbers, the internal ones are ``auto`` and stay: the line of each new number says so, once."""
    stays = {"de": "bleibt", "en": "stays"}[lang]
    portal = [seat("a.first", "20", internal="20"), seat("z.last", "21", internal="21")]
    there = office(tmp_path, portal, [seat("a.first", "21"), seat("z.last", "20")])
    plan = json.loads(reconciler(there, "plan", "--output", "json", "--lang", lang).out)
    orders = [o for wave in plan["waves"] for o in wave["orders"]]
    last = {o["address"]: o for o in orders}
    assert {a: (o["body"]["number.external"], o["note"]) for a, o in last.items()} == {
        "workplace/a.first": ("+49228638021", f"number.internal {stays} 20"),
        "workplace/z.last": ("+49228638020", f"number.internal {stays} 21"),
    }
    text = " ".join(reconciler(there, "plan", "--lang", lang).out.split())
    assert text.count(f"number.internal {stays}") == 2
    assert " ".join(reconciler(there, "plan", "--concise", "--lang", lang).out.split()).count(stays) == 2


def test_an_internal_number_that_is_written_needs_no_word(tmp_path):
    """Whoever wrote the internal number down knows that it stays."""
    portal = [seat("a.first", "20", internal="20")]
    said = reconciler(office(tmp_path, portal, [seat("a.first", "21", internal="20")]), "plan")
    assert "+49228638021" in said.out
    assert "stays" not in said.out


def test_explain_says_what_auto_does_with_internal_numbers(tmp_path):
    """Chosen once, kept from then on."""
    said = reconciler(tmp_path, "explain", "workplace.number.internal", "--lang", "en").out
    assert "chooses once, at creation" in " ".join(said.split())
    assert "it stays, also when the public number changes" in " ".join(said.split())


def abroad(lang: str, folder: Path) -> str:
    """The list that blocks all calls abroad, as ``explain`` gives it."""
    said = " ".join(reconciler(folder, "explain", "blockingprofile.outgoing", "--lang", lang).out.split())
    return said[said.index('["+1"') :].partition("]")[0] + "]"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_all_calls_abroad_can_be_blocked(tmp_path, lang):
    """``explain`` has the list to copy: it stops every country but Germany, and no emergency call."""
    ranges = abroad(lang, tmp_path)
    found = json.loads(ranges)
    assert all(covered(f"+{code}", found) for code in (1, 20, 33, 41, 43, 44, 48, 50, 7, 81, 86, 870, 881, 998))
    assert not any(covered(number, found) for number in ("+49", "+49228", "+4915", "110", "112", "116117"))
    there = office(tmp_path, [], [profile("inland", outgoing=ranges)])
    assert reconciler(there, "plan").exit == 0
    assert {f["rule"] for f in findings(there)} == set()


def test_opening_all_countries_is_told_in_a_word(tmp_path):
    """Seventeen ranges that mean one thing are one thing in G1."""
    ranges = abroad("de", tmp_path)
    assert opened(tmp_path, profile("inland", outgoing=ranges), profile("inland", outgoing='["+1"]'))
    said = opened(tmp_path / "all", profile("inland", outgoing=ranges[:-1] + ', "+49900"]'), profile("inland"), "de")
    assert said == ["Danach nicht mehr gesperrt: ausgehend das ganze Ausland, +49900 (0900, teure Dienste)."]


@pytest.mark.parametrize(("key", "words"), [
    ("international", "explain blockingprofile.outgoing"), ("outgoin", "list of"),
])
def test_an_unknown_direction_tells_where_to_read(tmp_path, key, words):
    """Whoever looks for a switch is told how ranges are written."""
    there = office(tmp_path, [], [profile("inland", **{key: "[]"})])
    (found,) = told(there, "BLOCK-4")
    assert words in found["help"]


KNOWN = """
USERNAME-1 USERNAME-2 USERNAME-3 USERNAME-4 USERNAME-5 USERNAME-6 AUTH-1 AUTH-2 AUTH-3 GROUP-1 GROUP-2 GROUP-3
DEPT-1 DEPT-2 LANG-1 NUM-1 NUM-2 NUM-3 NUM-4 NUM-5 NUM-6 NUM-7 NUM-8 NUM-9 INT-1 INT-2 INT-3 INT-4 INT-5 INT-6
INT-7 INT-8 NOMAD-1 NOMAD-2 BLOCK-1 BLOCK-2 BLOCK-3 BLOCK-4 DEV-1 DEV-2 DEV-3 DEV-4 DEV-5 MOB-1 MOB-2 MOB-3
MOB-4 PAR-1 PKG-1 PKG-2 PKG-3 PKG-4 PKG-5 PKG-6 PKG-7 PKG-8 PKG-9 PKG-10 TERM-1 TERM-2 TERM-3 TERM-4 QUOTA-1
CART-1 CART-2 TPL-1 PBX-1
"""


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_known_rule_is_explained(tmp_path, lang):
    """Each rule that the portal is known to have can be looked up, in both languages."""
    for rule in KNOWN.split():
        said = reconciler(tmp_path, "explain", rule, "--lang", lang)
        assert (said.exit, said.out.startswith(rule)) == (0, True)


@pytest.mark.parametrize("written", [
    "mobileIntegration: [{type: magentaeins}, {type: mobile-client}]",
    "mobileIntegration: {type: [magentaeins, mobile-client]}",
])
def test_two_mobile_integrations(tmp_path, written):
    """Whoever writes both is told that there is one."""
    found = findings(office(tmp_path, [], [seat("b.keller", "20", written)]))
    assert [f["rule"] for f in found if f["severity"] == "error"] == ["MOB-4"]


def test_a_number_where_the_portal_has_no_block(tmp_path, monkeypatch):
    """Where the portal has no block at all, no number is one of the group's; it is said at its place."""
    monkeypatch.setattr("tests.cli.office.COMPANY", COMPANY.partition("---\napiVersion: cloudpbx/v1\nkind: NumberB")[0])
    (found,) = told(office(tmp_path, [], [seat("b.keller", "20", internal="20")]), "NUM-1")
    assert str(found["place"]).startswith("manifests/all.yaml:")


def test_a_restricted_number_that_is_not_active_yet(tmp_path, monkeypatch):
    """NOMAD-1 asks for a yes where somebody could be cut off: not while the workplace only lies in the cart."""
    monkeypatch.setattr("tests.cli.office.COMPANY", LINES)
    there = office(tmp_path / "cart", [], [at("hauptsitz")])
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, at("hauptsitz").replace("6380-20", "6380-21"))
    assert reconciler(there, "plan").exit == 0
    there = office(tmp_path / "active", [at("hauptsitz").replace('-20"', '-20", internal: "20"')],
                   [at("hauptsitz").replace("6380-20", "6380-21")])
    said = reconciler(there, "plan")
    assert said.exit == 4
    assert "--allow NOMAD-1=1" in said.out
    assert reconciler(there, "plan", "--allow", "NOMAD-1=1").exit == 0
    quiet = 'name: b.keller, annotations: {reconciler/ignore: "NOMAD-1 (known)"}}'
    wish(there, at("hauptsitz").replace("6380-20", "6380-21").replace("name: b.keller}", quiet))
    assert reconciler(there, "plan").exit == 4


def test_the_line_of_a_block_decides_on_emergency_calls(tmp_path, monkeypatch):
    """E5 speaks only where a block says to which line its numbers belong, and then of a workplace elsewhere."""
    monkeypatch.setattr("tests.cli.office.COMPANY", LINES)
    person = seat("b.keller", "20").replace("lastName: keller", "lastName: keller, address: {city: Ulm}")
    assert told(office(tmp_path / "without", [], [person]), "E5") == []
    block = LINES[LINES.rindex("apiVersion") :].replace("group: bonn", "group: bonn, line: hauptsitz")
    there = office(tmp_path / "with", [], [block, person])
    assert [(f["address"], f["severity"]) for f in told(there, "E5")] == [
        ("workplace/b.keller", "warning"), ("company/lindenhof", "info")]
    assert not [o for w in json.loads(reconciler(there, "plan", "--output", "json").out)["waves"]
                for o in w["orders"] if o["address"].startswith("numberblock/")]
