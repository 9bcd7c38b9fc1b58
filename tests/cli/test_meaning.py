"""What a plan means is told as it is: whom an edit changes, who strayed, what opens; and counts agree with names."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Said, reconciler
from tests.cli.office import COMPANY, KOELN, office, seat, staff, wish
from tests.engine.documents import document

ACTIVE = "activatedOn: 2026-01-01"
STRICT = document("BlockingProfile", "strict", "outgoing: ['+49180']")
TEMPLATE = document("Template", "werk", "blockingProfile: strict, packages: [conference-plus]")
ANNA, BERT = "workplace/anna.arendt", "workplace/bert.blum"
HEIRS = seat("anna.arendt", "11", "template: werk"), seat("bert.blum", "12", "template: werk")


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def told(there: Path, *flags: str) -> dict[str, Any]:
    """A plan as JSON."""
    report: dict[str, Any] = json.loads(reconciler(there, "plan", "--output", "json", *flags).out)
    return report


def factory(folder: Path, **bodies: str) -> Path:
    """Two workplaces of a template; at the portal they have what is said here instead of what it says."""
    like = "blockingProfile: strict", "packages: [conference-plus]"
    seats = [seat(name, number, *bodies.get(name.partition(".")[0], "; ".join(like)).split("; "), status=ACTIVE)
             for name, number in (("anna.arendt", "11"), ("bert.blum", "12"))]
    there = office(folder, [STRICT, TEMPLATE, *seats], [], unmanaged="delete")
    wish(there, COMPANY, STRICT, TEMPLATE, *HEIRS)
    return there


@pytest.mark.parametrize("by_hand", [
    "blockingProfile: standard; packages: [conference-plus]",
    "blockingProfile: strict; packages: [conference-plus, group-function]",
    "blockingProfile: strict",
], ids=["profile", "booked", "cancelled"])
def test_what_was_changed_by_hand_is_not_the_template_s_doing(tmp_path: Path, by_hand: str) -> None:
    """A template that stays as it is changes nobody: the workplace differs from it at the portal."""
    there = factory(tmp_path, bert=by_hand)
    report = told(there)
    assert (report["indirect"], report["astray"]) == ({}, {"template/werk": [BERT]})
    sentence = ("template/werk: 1 workplace differs from it at the portal, perhaps by an edit in Git, perhaps by a "
                "change there by hand: " + BERT)
    assert sentence in flat(reconciler(there, "plan", "--out", "p.json").out)
    assert sentence in flat(reconciler(there, "show", "p.json").out)
    german = ("template/werk: 1 Arbeitsplatz weicht am Portal davon ab, vielleicht durch eine Änderung in Git, "
              "vielleicht durch eine dort von Hand: " + BERT)
    assert german in flat(reconciler(there, "plan", "--lang", "de").out)
    markdown = reconciler(there, "plan", "--output", "markdown").out
    assert ("perhaps by a change there by hand" in markdown, "bert" in markdown) == (True, False)


@pytest.mark.parametrize(("defaults", "strays"), [("", True), ("blockingProfile: strict", False)])
def test_who_changes_the_department_may_have_strayed_too(tmp_path: Path, defaults: str, strays: bool) -> None:
    """A template holds wherever one goes; of defaults nobody knows whether they held before."""
    there = factory(tmp_path, bert="blockingProfile: standard; packages: [conference-plus]")
    company = COMPANY.replace("displayName: Bonn", "displayName: Bonn, departments: [{name: lager}]")
    template = TEMPLATE.replace("blockingProfile: strict, ", "") if defaults else TEMPLATE
    more = [document("Defaults", "all", f"workplace: {{{defaults}}}")] if defaults else []
    wish(there, company, STRICT, template, *more, HEIRS[0],
         seat("bert.blum", "12", "template: werk", "department: lager"))
    report = told(there)
    assert {"group/bonn", BERT} <= {c["address"] for c in report["changes"]}
    assert report["astray"] == ({"template/werk": [BERT]} if strays else {})


def test_each_field_has_its_own_cause(tmp_path: Path) -> None:
    """Of a template that is edited in one setting, what differs in another one still strayed."""
    there = factory(tmp_path, bert="blockingProfile: standard; packages: [conference-plus]")
    wish(there, COMPANY, STRICT, TEMPLATE.replace("conference-plus", "group-function"), *HEIRS)
    report = told(there)
    assert (report["indirect"], report["astray"]) == ({"template/werk": [ANNA, BERT]}, {"template/werk": [BERT]})


@pytest.mark.parametrize(("cause", "edited"), [
    ("blockingprofile/strict", (STRICT.replace("'+49180'", "'+49180', '+49700'"), TEMPLATE)),
    ("template/werk", (STRICT, TEMPLATE.replace("strict", "standard"))),
])
def test_whom_an_edit_changes_counts_by_one_rule(tmp_path: Path, cause: str, edited: tuple[str, str]) -> None:
    """Whoever has what is edited changes with it, and the sentence is true of who is renamed in the same plan too."""
    there = factory(tmp_path)
    wish(there, COMPANY, *edited, HEIRS[0], HEIRS[1].replace("lastName: blum", "lastName: busch"))
    assert told(there)["indirect"] == {cause: [ANNA, BERT]}
    names = f"2 workplaces change with it, even without an edit of their own files: {ANNA}, {BERT}"
    assert names in flat(reconciler(there, "plan").out)
    german = f"2 Arbeitsplätze ändern sich mit, auch ohne Änderung an ihren Dateien: {ANNA}, {BERT}"
    assert german in flat(reconciler(there, "plan", "--lang", "de").out)


def test_an_edit_that_blocks_nothing_else_changes_nobody(tmp_path: Path) -> None:
    """Another description of a profile is no other blocking, nor is a range inside of one that is blocked."""
    there = factory(tmp_path)
    wish(there, COMPANY, STRICT.replace("['+49180']", "['+49180', '+491805'], description: neu"), TEMPLATE, *HEIRS)
    report = told(there)
    assert [c["address"] for c in report["changes"]] == ["blockingprofile/strict"]
    assert report["indirect"] == {}


def test_of_defaults_nobody_knows_whether_they_were_edited(tmp_path: Path) -> None:
    """The portal does not have them; who differs from them is told all the same."""
    defaults = document("Defaults", "all", "workplace: {timeZone: Europe/Vienna}")
    there = factory(tmp_path)
    wish(there, COMPANY, STRICT, TEMPLATE, defaults, *HEIRS)
    report = told(there)
    assert (report["indirect"], report["astray"]) == ({}, {"defaults/all": [ANNA, BERT]})
    english, german = (flat(reconciler(there, "plan", "--lang", lang).out) for lang in ("en", "de"))
    assert ("defaults/all: 2 workplaces differ from it at the portal, perhaps by an edit in Git, perhaps by a change "
            f"there by hand: {ANNA}, {BERT}") in english
    assert ("defaults/all: 2 Arbeitsplätze weichen am Portal davon ab, vielleicht durch eine Änderung in Git, "
            f"vielleicht durch eine dort von Hand: {ANNA}, {BERT}") in german


def test_who_waits_for_a_term_did_not_stray(tmp_path: Path) -> None:
    """A template lost a package whose term still runs: the wait explains that; what differs beside it is told."""
    both = TEMPLATE.replace("[conference-plus]", "[conference-plus, group-function]")
    seats = [seat(name, number, profile, "packages: [conference-plus, group-function]",
                  status=f"state: active, {ACTIVE}, bookedOn: {{conference-plus: 2026-11-10}}")
             for name, number, profile in (("anna.arendt", "11", "blockingProfile: strict"),
                                           ("bert.blum", "12", "blockingProfile: standard"))]
    there = office(tmp_path, [STRICT, both, *seats], [], unmanaged="delete")
    wish(there, COMPANY, STRICT, TEMPLATE.replace("conference-plus", "group-function"), *HEIRS)
    first = told(there)
    assert (first["indirect"], first["astray"]) == ({"template/werk": [ANNA, BERT]}, {"template/werk": [BERT]})
    assert reconciler(there, "apply", "--yes", "--target", "template/werk").exit == 0
    assert told(there)["astray"] == {"template/werk": [BERT]}
    assert reconciler(there, "apply", "--yes").exit == 0
    report = told(there)
    waits = [(o["verb"], o["address"], w["rule"]) for wave in report["waves"] for o in wave["orders"]
             for w in o["waitsFor"]]
    assert waits == [("cancel", ANNA, "TERM-2"), ("cancel", BERT, "TERM-2")]
    assert (report["indirect"], report["astray"]) == ({}, {})
    for lang, said in (("en", "by hand"), ("de", "von Hand")):
        assert said not in flat(reconciler(there, "plan", "--lang", lang).out)


DEAR = "0900, premium services; 0137, mass calling; 118, directory enquiries; 0180, service numbers; 010, call-by-call"


@pytest.mark.parametrize(("old", "new", "said"), [
    ([f"+{digit}" for digit in range(1, 10)], [],
     f"forwarded all countries but Germany, +4 (international; Germany; {DEAR})"),
    (["+4"], ["+49"], "forwarded +4 (international; except +49)"),
    (["+49"], ["+49900", "+491"], "forwarded +49 (Germany; except +491, +49900)"),
    (["+491"], ["+49137"], f"forwarded +491 (118{DEAR.partition('118')[2]}; except +49137)"),
    (["+8"], [], "forwarded +8 (international; satellite)"),
    (["+49900"], [], "forwarded +49900 (0900, premium services)"),
])
def test_a_range_with_germany_in_it_says_so(tmp_path: Path, old: list[str], new: list[str], said: str) -> None:
    """What opens inside of Germany is told with what is dear there, whatever the range is called."""
    profiles = (document("BlockingProfile", "foyer", f"forwarded: {ranges}") for ranges in (old, new))
    there = office(tmp_path, [next(profiles)], [next(profiles)])
    messages = [f["message"] for f in told(there)["findings"] if f["rule"] == "G1"]
    assert messages == [f"No longer blocked afterwards: {said}."]


def test_a_range_is_told_as_it_was_written(tmp_path: Path) -> None:
    """A mere 0 is all of Germany: the finding points at it, and says what stands there."""
    there = office(tmp_path, [], [document("BlockingProfile", "foyer", 'outgoing: ["+43", "0"]')])
    (found,) = (f for f in told(there)["findings"] if f["rule"] == "E6")
    assert found["message"] == "The blocked range “0” also stops 110."
    assert found["place"] == "manifests/all.yaml:4:26"


def test_all_that_hold_something_are_named(tmp_path: Path) -> None:
    """A group that two blocks still refer to is not removed, and the German plan says that in German."""
    more = KOELN.partition("---\n")[2].replace("4711", "4712")
    there = office(tmp_path, [KOELN, more], [], unmanaged="delete")
    for command in ("plan", "drift"):
        german = flat(reconciler(there, command, "--lang", "de").out)
        assert ("entfernen, REF-1: group/koeln wird noch von numberblock/koeln-4711, numberblock/koeln-4712 verwendet"
                in german)
    assert "or take them into the manifests" in flat(reconciler(there, "plan", "--out", "p.json").out)
    shown = [reconciler(there, *argv, "--output", "markdown").out for argv in (("plan",), ("show", "p.json"))]
    assert "change numberblock/koeln-4711, numberblock/koeln-4712, or take them into the manifests" in shown[0]
    assert "| change what still uses it, or take that into the manifests |" in shown[1]


def moved(text: str) -> str:
    """The same person in another group, with a number of it."""
    return text.replace("group: bonn", "group: koeln").replace("228 6380", "221 4711")


@pytest.mark.parametrize(("count", "names"), [
    (2, "workplace/person.nr11, workplace/person.nr12 (2 in all)"),
    (6, ", ".join(f"workplace/person.nr{n}" for n in range(11, 15)) + " and 2 more (6 in all)"),
])
def test_replaced_ones_are_named(tmp_path: Path, count: int, names: str) -> None:
    """All of them, up to a few."""
    there = office(tmp_path, [KOELN, *staff(count)], [KOELN, *map(moved, staff(count))])
    found = {f["rule"]: f["message"] for f in told(there)["findings"]}
    assert found["REPLACES"] == f"To be deleted and set up anew: {names}."
    auto = [moved(s).replace(f'"+49 221 4711-{n}"', "auto") for n, s in enumerate(staff(2), 11)]
    wish(there, KOELN, *auto, *staff(count)[2:])
    lost = "+49228638011 (workplace/person.nr11), +49228638012 (workplace/person.nr12) (2 in all)"
    assert {f["rule"]: f["message"] for f in told(there)["findings"]}["NUMBERS"].endswith(f": {lost}.")


def test_limits_speak_the_language_of_the_reader(tmp_path: Path) -> None:
    """What is counted is called as in the portal, and both percentages are written alike."""
    there = office(tmp_path, staff(12), staff(9), unmanaged="delete")
    said = {lang: flat(reconciler(there, "plan", "--lang", lang).out) for lang in ("de", "en")}
    assert "3 von 12 (Arbeitsplätze) würden gelöscht (Anteil 25 %, Grenze 5 %)" in said["de"]
    assert "3 of 12 (workplaces) would be deleted (share 25%, limit 5%)" in said["en"]


def test_the_last_one_is_the_only_one(tmp_path: Path) -> None:
    """A company of one workplace."""
    there = office(tmp_path, staff(1), [], unmanaged="delete")
    assert "the only workplace would be deleted" in flat(reconciler(there, "plan").out)


def last(said: Said, exit_code: int) -> str:
    """The last sentence of a command that ends so."""
    assert said.exit == exit_code, said
    return said.last


def test_one_is_no_plural(tmp_path: Path) -> None:
    """What is said of one order, one position, one place."""
    there = office(tmp_path, [], [seat("anna.arendt", "11")])
    assert reconciler(there, "plan", "--out", "p.json").exit == 0
    wish(there, seat("anna.arendt", "11", "timeZone: Europe/Vienna"))
    english, german = (last(reconciler(there, "apply", "p.json", "--lang", lang), 5) for lang in ("en", "de"))
    assert english.startswith("The plan file no longer fits in 1 place. ")
    assert german.startswith("Die Plandatei passt an 1 Stelle nicht mehr. ")
    assert last(reconciler(there, "apply", "--yes"), 0).startswith("1 of 1 order taken over, ")
    assert last(reconciler(there, "order", "--yes"), 0) == (
        "The portal took 1 position; it is checked once more on its day and then carried out.")


MOBILE = 'mobileIntegration: {type: magentaeins, mobile: "+49 171 222334%s", customerAccount: "4711"}'


def manual(report: Mapping[str, Any]) -> list[str]:
    """The rules of what is left to a person."""
    return [chore["rule"] for chore in report["manual"]]


def test_another_mobile_number_is_booked_anew(tmp_path: Path) -> None:
    """What must be gone before MagentaEINS is booked is told from the first plan on until the new number is active."""
    first, second = (seat("anna.arendt", "58", "devices: [{profile: mobile-client}]", MOBILE % n, internal="258")
                     for n in "45")
    there = office(tmp_path, [f"{first}status: {{{ACTIVE}}}\n"], [second])
    assert manual(told(there)) == ["MOB-3"]
    for _ in range(2):
        for argv in ("apply --yes", "order --yes"):
            assert reconciler(there, *argv.split()).exit == 0
        assert manual(told(there)) == ["MOB-3"]
        assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    assert manual(told(there)) == []
    wish(there, second.replace("4711", "4712"))
    assert manual(told(there)) == []  # another account alone is not booked


def test_a_mobile_integration_has_one_name(tmp_path: Path) -> None:
    """In the ledger of terms and in what waits for its end it is called as everywhere else."""
    young = "state: active, activatedOn: 2026-01-01, bookedOn: {mobileIntegration: 2026-11-11}"
    seats = [seat("anna.arendt", "58", "devices: [{profile: mobile-client}]", *more, internal="258", status=young)
             for more in ([MOBILE % 4], [])]
    there = office(tmp_path, [seats[0]], [seats[1]])
    for command in ("terms", "plan"):
        said = flat(reconciler(there, command, "--lang", "de").out)
        assert ("Mobile Integration" in said, "mobileIntegration" in said) == (True, False), said


def test_all_whom_a_template_misleads_are_named(tmp_path: Path) -> None:
    """A template's package breaks a rule for each that inherits it: one finding at its line, with all of them."""
    names = [f"person.nr{n}" for n in range(11, 16)]
    template = document("Template", "werk", "packages: [call-analytics]")
    there = office(tmp_path, [], [template, *(seat(name, name[-2:], "template: werk") for name in names)])
    (found,) = (f for f in told(there)["findings"] if f["rule"] == "PKG-5")
    assert found["addresses"] == [f"workplace/{name}" for name in names]
    said = flat(reconciler(there, "plan").out)
    assert ("applies to workplace/person.nr11" in said, "applies to workplace/person.nr15" in said) == (True, False)
    assert "applies to workplace/person.nr15" in flat(reconciler(there, "plan", "--full").out)
