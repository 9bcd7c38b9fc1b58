"""Where one answer mends many breaches, they are one finding that names all of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.command import REPOSITORY, reconciler
from tests.cli.office import COMPANY, office, seat

SCHEMA = Draft202012Validator(json.loads((REPOSITORY / "specs/schemas/report.schema.json").read_text()))
INSIDE = COMPANY.replace("displayName: Bonn", "displayName: Bonn, departments: [{name: innen}]")
PEOPLE = [(f"person.nr{n}", str(n)) for n in range(21, 26)]


def told(there: Path, rule: str, command: str = "plan", lang: str = "en") -> list[dict[str, Any]]:
    """The findings of one rule, of a report that keeps to its schema."""
    report = json.loads(reconciler(there, command, "--output", "json", "--lang", lang).out)
    SCHEMA.validate(report)
    return [f for f in report["findings"] if f["rule"] == rule]


def departed(folder: Path, departments: str) -> Path:
    """Five people in a department that the portal has, and whose group now has other departments."""
    people = [seat(name, number, "department: innen", internal=number) for name, number in PEOPLE]
    return office(folder, people, [INSIDE.replace("[{name: innen}]", departments), *people], company=INSIDE)


@pytest.mark.parametrize(("departments", "de", "en"), [
    ("[{name: drinnen, was: innen}]", "Der Bereich heißt jetzt „drinnen“", "is called “drinnen” now"),
    ("[{name: drinnen}]", "dort „was: innen“ ergänzen", "add “was: innen” there"),
    ("[{name: inen}, {name: drinnen}]", "Gemeint ist wohl „inen“", "“inen” is meant"),
])
def test_a_renamed_department(tmp_path, departments, de, en):
    """One finding for the old name, with all who say it, and the new name as its way out."""
    there = departed(tmp_path, departments)
    (german,), (english,) = told(there, "DEPT-1", lang="de"), told(there, "DEPT-1", lang="en")
    assert de in german["help"]
    assert en in english["help"]
    assert english["addresses"] == [f"workplace/{name}" for name, _ in PEOPLE]
    assert [a["label"] for a in english["also"] if "also at" in a["label"]] == [
        f"also at workplace/{name}" for name, _ in PEOPLE[1:]]
    assert [a["label"] for a in german["also"] if "ebenso" not in a["label"]] == {
        "[{name: drinnen, was: innen}]": ["hier umbenannt"], "[{name: drinnen}]": ["neu in dieser Gruppe"],
    }.get(departments, [])
    text = reconciler(there, "plan").out
    assert text.count("error[DEPT-1]") == 1
    assert "… and " in text


def test_two_names_are_two_findings(tmp_path):
    """Each misspelt name has an answer of its own."""
    people = [seat(name, number, f"blockingProfile: {profile}") for (name, number), profile in zip(
        PEOPLE, ["standart", "standart", "streng", "standart", "streng"], strict=True)]
    found = told(office(tmp_path, [], people), "BLOCK-1")
    assert [f["addresses"] for f in found] == [
        [f"workplace/{PEOPLE[n][0]}" for n in (0, 1, 3)], [f"workplace/{PEOPLE[n][0]}" for n in (2, 4)]]


def test_many_deletions_are_one_hint(tmp_path):
    """TERM-4 offers the milder way once, and names all whom it concerns."""
    people = [seat(name, number, internal=number) for name, number in PEOPLE]
    there = office(tmp_path, [*people, seat("z.last", "20", internal="20")],
                   [seat("z.last", "20", internal="20")], unmanaged="delete")
    (found,) = told(there, "TERM-4")
    assert found["addresses"] == [f"workplace/{name}" for name, _ in PEOPLE]
    assert "workplace/person.nr21, workplace/person.nr22, workplace/person.nr23 … and 2 more" in " ".join(
        reconciler(there, "plan").out.split())


def test_one_of_many_may_be_silent(tmp_path):
    """A silence takes its workplace out of the finding and leaves the others in it."""
    people = [seat(name, number, "devices: [{profile: polycom-vvx-450}]") for name, number in PEOPLE]
    quiet = 'name: person.nr22, annotations: {reconciler/ignore: "DEV-6 (new model)"}}'
    people[1] = people[1].replace("name: person.nr22}", quiet)
    (found,) = told(office(tmp_path, [], people), "DEV-6", "validate")
    assert found["addresses"] == [f"workplace/{PEOPLE[n][0]}" for n in (0, 2, 3, 4)]


def test_everybody_has_a_pseudonym(tmp_path):
    """Further names of a finding leave the house as pseudonyms too."""
    people = [seat(name, number, "blockingProfile: standart") for name, number in PEOPLE]
    there = office(tmp_path, [], people)
    for argv in (("--output", "markdown"), ("--output", "json", "--redact", "pseudonym")):
        assert "person.nr2" not in reconciler(there, "plan", *argv).out


def test_a_plan_file_names_everybody(tmp_path):
    """``show`` says the same as the plan."""
    people = [seat(name, number, "devices: [{profile: polycom-vvx-450}]") for name, number in PEOPLE]
    there = office(tmp_path, [], people)
    reconciler(there, "plan", "--out", "plan.json")
    shown = json.loads(reconciler(there, "show", "plan.json", "--output", "json").out)
    assert [f["addresses"] for f in shown["findings"] if f["rule"] == "DEV-6"] == [
        [f"workplace/{name}" for name, _ in PEOPLE]]
