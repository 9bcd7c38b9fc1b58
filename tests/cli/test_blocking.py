"""What the command line tells of blocking profiles: what opens, what is called abroad, and by what names."""

import json
from pathlib import Path

import pytest

from reconciler.numbers.blocking import covered
from tests.cli.command import reconciler
from tests.cli.office import COMPANY, findings, office, seat, told
from tests.engine.documents import document


def profile(name: str, **ranges: str) -> str:
    """A blocking profile with these ranges by direction."""
    return document("BlockingProfile", name, *(f"{direction}: {found}" for direction, found in ranges.items()))


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
def test_a_template_without_its_profile(tmp_path, group, everybody, template, expected):
    """It falls back to its group's; whoever falls further than it does is told apart."""
    ours = company(group=group, everybody=everybody)
    before, after = (document("Template", "team", template, own) for own in ("blockingProfile: streng", ""))
    there = office(tmp_path, [STRICT, before, OWN], [STRICT, after, HEIR], company=ours)
    assert [f["address"] for f in told(there, "G1")] == expected


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
