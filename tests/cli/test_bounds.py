"""What is too long, too many or too large is told at its place with the limit; of very much, the first and a count."""

import json
from pathlib import Path

import pytest

from tests.cli.command import Said, reconciler
from tests.cli.office import COMPANY, office, seat, wish
from tests.engine.documents import document, tall

SEAT = seat("anna.schmidt", "58")
FIRST = SEAT.splitlines()[:3]


def block(**changed: str) -> str:
    """A block with some of its fields written otherwise."""
    fields = {"base": '"+492286380"', "first": '"00"', "last": '"99"', "group": "bonn", **changed}
    return document("NumberBlock", "bonn-6380", *(f"{key}: {value}" for key, value in fields.items()))


def findings(said: Said) -> list[tuple[str, str, str]]:
    """Rule, place and message of each error."""
    return [(f["rule"], f["place"], f["message"]) for f in json.loads(said.out)["findings"]
            if f["severity"] == "error"]


BEYOND = {
    "first no digits": (block(first="ab"), "FORM-2", ":4:35", "Found: “ab”; possible: 00 … 99."),
    "first empty": (block(first='""'), "FORM-2", ":4:35", "Found: “”; possible"),
    "first long": (block(first="0" * 12), "FORM-12", ":4:35", "at most 9 characters"),
    "extended": (block(extendedBy="999999999"), "FORM-12", ":4:78", "at most 9."),
    "extended a little": (block(extendedBy="13"), "FORM-12", ":4:78", "“13” is beyond the limit: at most 9."),
    "extended by 5,000 digits": (block(extendedBy="9" * 5000), "FORM-12", ":4:78", "at most 9."),
    "far day": (SEAT + "  activationDate: 9999-12-31\n", "FORM-12", ":9:19",
                "“9999-12-31” is beyond the limit: from 2000-01-01 to 2999-12-31."),
    "first day": (SEAT + "  activationDate: 0001-01-01\n", "FORM-12", ":9:19", "from 2000-01-01"),
    "available": (block(availableFrom="9999-12-31"), "FORM-12", ":4:81", "to 2999-12-31"),
    "long name": (SEAT.replace("firstName: anna", f"firstName: {'a' * 256}"), "FORM-12", ":6:21",
                  "a text of 256 characters is beyond the limit: at most 255 characters."),
    "devices": (SEAT + f"  devices: [{', '.join(['{profile: polycom-vvx-501}'] * 101)}]\n", "FORM-12", ":9:12",
                "a list of 101 entries is beyond the limit: at most 100 entries."),
    "quota": (COMPANY.split("---\n")[0].replace("200", "1000001"), "FORM-12", ":4:50", "at most 1000000"),
    "labels": (SEAT.replace("{name", f"{{labels: {{{', '.join(f'l{n}: a' for n in range(101))}}}, name"), "FORM-12",
               ":3:20", "a section of 101 keys is beyond the limit: at most 100 entries."),
}


@pytest.mark.parametrize("kind", BEYOND)
@pytest.mark.parametrize("command", ["validate", "plan"])
def test_beyond_the_bounds(tmp_path: Path, kind: str, command: str):
    """Exit 3, one error with file, line and column, the limit and what was written."""
    text, rule, place, says = BEYOND[kind]
    said = reconciler(office(tmp_path, [], [text]), command, "--output", "json")
    assert said.exit == 3, said
    (found,) = findings(said)
    assert found[:2] == (rule, "manifests/all.yaml" + place)
    assert says in found[2]


WORKSPACE = ("manifests: [" + "a, " * 1001 + "b]", "policy: {mailDomains: [" + "x" * 254 + "]}")


@pytest.mark.parametrize("spec", WORKSPACE)
def test_beyond_the_bounds_of_the_workspace(tmp_path: Path, spec: str):
    """The workspace file has bounds too: exit 1."""
    (tmp_path / "reconciler.yaml").write_text(tall("Workspace", "x", spec))
    said = reconciler(tmp_path, "validate", "--lang", "en")
    assert (said.exit, "is beyond the limit: at most" in said.last) == (1, True)


def many(pattern: str, count: int) -> str:
    """So many lines."""
    return "".join(pattern.format(n=n) for n in range(count))


MANY = {
    "unknown keys in the spec": (SEAT + many("  key{n}: x\n", 130), "FORM-1", 100, 30),
    "unknown keys on top": ("\n".join(FIRST) + "\n" + many("key{n}: x\n", 5_000), "FORM-1", 100, 4_900),
    "labels without text": ("\n".join(FIRST[:2]) + "\nmetadata:\n  name: anna.schmidt\n  labels:\n"
                            + many("    l{n}: [a]\n", 99) + "  annotations:\n" + many("    l{n}: [a]\n", 31),
                            "FORM-2", 100, 30),
    "invisible characters": (SEAT + '  devices: [' + many('"{n}\\u200b", ', 110) + "]\n", "FORM-6", 100, 10),
    "unknown packages": (SEAT + f"  packages: [{many('p{n}, ', 99)}]\n  devices: [{many('{{profile: p{n}}}, ', 6)}]\n",
                         "PKG-12", 99, 0),
    "silences": (SEAT.replace("{name", f'{{annotations: {{reconciler/ignore: "{many("R-{n} (x), ", 120)}"}}, name'),
                 "IGN-1", 99, 21),
}


@pytest.mark.parametrize("kind", MANY)
def test_of_very_many_findings_the_first_are_told(tmp_path: Path, kind: str):
    """A hundred of one document, and one that says how many more there are."""
    text, rule, told, rest = MANY[kind]
    said = reconciler(office(tmp_path, [], [text]), "validate", "--output", "json")
    found = json.loads(said.out)["findings"]
    assert sum(f["rule"] == rule for f in found) == told
    counts = [f["message"] for f in found if f["rule"] == "FORM-13"]
    assert counts == ([f"There are {rest} more findings in this document."] if rest else [])


def test_thousands_of_documents_that_are_none(tmp_path: Path):
    """After a great many broken documents the rest is not read, and it is said where and how many."""
    there = office(tmp_path, [], [SEAT])
    (there / "manifests" / "zzz.yaml").write_text("---\na\n" * 12_000)
    said = reconciler(there, "validate", "--output", "json")
    found = findings(said)
    assert said.exit == 3
    assert found[-1] == ("FORM-13", "manifests/zzz.yaml:20000:1", "From here on, 2001 documents were not read.")


def test_errors_do_not_give_way_to_warnings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """However much else there is to say, an error is told, and what is not told counts for the exit code."""
    monkeypatch.setattr("reconciler.stages.judge._room.MOST", 3)
    people = [seat(f"anna.nr{n}", f"{n}").replace("group: bonn", "group: ulm") for n in range(10, 20)]
    there = office(tmp_path, [], people, unmanaged="delete")
    said = reconciler(there, "validate", "--output", "json")
    found = findings(said)
    assert (said.exit, [rule for rule, *_ in found].count("FORM-13")) == (3, 1)
    wish(there, COMPANY, *people, SEAT.replace("6380-58", "6380-580"))
    assert "There are" in reconciler(there, "validate").out
