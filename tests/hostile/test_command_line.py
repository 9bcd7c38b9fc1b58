"""Hostile manifests through the whole command line: refused with their rules, no traceback, nothing changed."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

import pytest

from tests.cli.command import reconciler
from tests.cli.office import KOELN, office, portal, seat, staff, unchanged
from tests.engine.documents import together
from tests.hostile.cases import CASES, Case, lay

ANNA = seat("anna.schmidt", "58")
MOBILE = "devices: [{profile: mobile-client}]"
MAGENTA = 'mobileIntegration: {type: magentaeins, mobile: "+49 171 1234567", customerAccount: "4711"}'


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One company for all rows; in the end its portal is as it was."""
    folder = office(tmp_path_factory.mktemp("hostile"), [], [ANNA])
    before = portal(folder)
    yield folder
    rmtree(folder / "manifests")
    (folder / "manifests").mkdir()
    assert portal(folder) == before


def _lay(there: Path, case: Case) -> None:
    rmtree(there / "manifests")
    lay(case, there / "manifests")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_validate_says_what_the_reader_says(there: Path, case: Case):
    """Each row of the reader's table comes out with its rules and exit 3, as one JSON report; nothing raises."""
    _lay(there, case)
    said = reconciler(there, "validate", "--output", "json")
    found = [f["rule"] for f in json.loads(said.out)["findings"]]
    assert all(rule in found for rule in case.rules)
    assert said.exit == 3 or not case.rules
    assert not [rule for rule in found if rule.startswith("YAML") and rule not in case.rules]


class Row(NamedTuple):
    """What rules decide: manifests over the company, the rules that must be named, and the exit of ``plan``."""

    id: str
    wished: Sequence[str]
    rules: tuple[str, ...]
    exit: int = 3
    says: str = ""


def numbered(number: str) -> str:
    """A workplace with this number, as it is written."""
    return ANNA.replace('"+49 228 6380-58"', number)


def magenta(internal: str) -> str:
    """A workplace with MagentaEINS and this internal number."""
    return seat("anna.schmidt", "58", MAGENTA, MOBILE, internal=internal)


def called(name: str) -> str:
    """A workplace with this user name."""
    return ANNA.replace("{name: anna.schmidt}", f"{{name: {name}}}")


ROWS = (
    Row("B1-number-without-quotes", [numbered("02286380-58")], (), 0),
    Row("B2-internal-with-zero", [seat("anna.schmidt", "58", internal="0112")], (), 0),
    Row("B2-internal-with-zero-and-magenta", [magenta("0112")], ("INT-7",)),
    Row("B3-1122", [seat("anna.schmidt", "58", internal="1122")], ("INT-4",)),
    Row("B3-7712", [seat("anna.schmidt", "58", internal="7712")], ("INT-2",)),
    Row("B3-11833", [seat("anna.schmidt", "58", internal="11833")], ("INT-3",)),
    Row("B3-911-mobile-client", [seat("anna.schmidt", "58", MOBILE, internal="911")], ("INT-5",)),
    Row("B3-911-magenta", [seat("anna.schmidt", "58", MAGENTA, MOBILE, internal="911")], ("INT-5",)),
    Row("B3-911-alone", [seat("anna.schmidt", "58", internal="911")], ("INT-5", "ASKED"), 4),
    Row("B4-trunk-zero", [numbered('"+49 (0) 228 / 6380-58"')], ("FORM-4",), says="+49228638058"),
    Row("B5-underscores", [numbered("0228_6380_58")], ("FORM-4",)),
    Row("B5-hex", [numbered("0x1F")], ("FORM-4",)),
    Row("B5-exponent", [numbered("1e5")], ("FORM-4",)),
    Row("B5-full-width", [numbered("０２２８６３８０５８")], ("FORM-4",)),
    Row("B5-arabic", [numbered("٠٢٢٨٦٣٨٠٥٨")], ("FORM-4",)),
    Row("B5-letters", [numbered('"0228 CLOUD"')], ("FORM-4",)),
    Row("B7-upper-case", [called("Anna.Schmidt")], ("USERNAME-2",)),
    Row("B7-two-spellings", [ANNA, called("Anna.Schmidt").replace("-58", "-59")], ("USERNAME-2", "G3")),
    Row("B7-cyrillic", [called("аnna.schmidt")], ("USERNAME-2",)),
    Row("B7-composed", [called("jürgen.maier")], ("USERNAME-2",)),
    Row("B7-decomposed", [called("ju\u0308rgen.maier")], ("USERNAME-2",)),
    Row("B8-name-like-a-number", [called("12e75")], (), 0),
    Row("B8-name-null", [called("null")], ("FORM-3",)),
    Row("B10-misspelt-key", [ANNA + "  sperrprofil: standard\n"], ("FORM-1",), says="blockingProfile"),
    Row("B17-5000-digits", [numbered('"+49' + "1" * 5000 + '"')], ("FORM-12",)),
    Row("B17-date", [ANNA + "  activationDate: 2026-02-30\n"], ("FORM-5",)),
    Row("B21-template-up", [ANNA + "  template: ../../etc/passwd\n"], ("REF-1",)),
    Row("B21-template-url", [ANNA + "  template: http://169.254.169.254/latest\n"], ("REF-1",)),
    Row("B27-template", [ANNA.replace("firstName: anna", 'firstName: "{{ a.token }}"')], (), 0, "{{ a.token }}"),
    Row("B27-variable", [ANNA.replace("firstName: anna", 'firstName: "${HOME}"')], (), 0, "${HOME}"),
    Row("B28-seven-devices", [ANNA + f"  devices: [{', '.join(['{profile: polycom-vvx-201}'] * 7)}]\n"], ("DEV-1",)),
    Row("B28-magenta-two-digits", [magenta("58")], ("INT-6",)),
    Row("B28-magenta-leading-zero", [magenta("058")], ("INT-7",)),
    Row("B28-assistant-alone", [ANNA + "  packages: [assistant]\n"], ("PKG-1",)),
    Row("B28-analytics-without-base", [ANNA + "  packages: [call-analytics]\n"], ("PKG-5",)),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_what_rules_decide(there: Path, row: Row):
    """Each row has its exit code and names its rules; what is said contains the way out where there is one."""
    _lay(there, Case(row.id, {"all.yaml": together(row.wished).encode()}))
    said = reconciler(there, "plan", "--output", "json")
    found = {f["rule"] for f in json.loads(said.out)["findings"]}
    assert found >= set(row.rules)
    assert said.exit == row.exit, found
    assert row.says in said.out


def test_b6_a_number_held_by_three(there: Path):
    """However it is spelt, and all three places are named."""
    spelt = ('"+49228638058"', '"0228 6380-58"', "0049228638058")
    seats = [numbered(s).replace("anna", f"a{n}nna") for n, s in enumerate(spelt)]
    _lay(there, Case("B6", {f"{n}.yaml": text.encode() for n, text in enumerate(seats)}))
    said = reconciler(there, "validate", "--output", "json")
    assert said.exit == 3
    told = [f for f in json.loads(said.out)["findings"] if f["rule"] == "NUM-4"]
    assert {p.split(":")[0] for f in told for p in (f["place"], *(a["place"] for a in f["also"]))} == {
        f"manifests/{n}.yaml" for n in range(3)}


def test_b20_ten_thousand_errors(there: Path):
    """People see fifty and how many more there are; machines see all."""
    own = seat("anna.schmidt", "58", internal="77{n}").replace("6380-58", "4{n}").replace("anna.", "a{n}.")
    many = together(own.replace("{n}", f"{n:04}") for n in range(10_000))
    _lay(there, Case("B20", {"all.yaml": many.encode()}))
    said = reconciler(there, "validate", "--output", "json", "--output", "human=people.txt")
    assert said.exit == 3
    findings = json.loads(said.out)["findings"]
    assert sum(f["rule"] == "INT-2" for f in findings) == 10_000
    people = (there / "people.txt").read_text()
    assert people.count("error[") <= 50
    assert f"and {len(findings) - 50:,} more" in people


@pytest.mark.parametrize("files", [{}, {"x.txt": b"[", ".x.yaml": ANNA.encode()}], ids=["empty", "other files"])
def test_b25_an_empty_folder(tmp_path: Path, files: dict[str, bytes]):
    """Nothing wished is a wrong folder."""
    folder = office(tmp_path, staff(3), [], unmanaged="delete")
    _lay(folder, Case("B25", files))
    said = unchanged(folder, "plan")
    assert said.exit == 4
    assert "EMPTY" in said.out


@pytest.mark.parametrize("choice", [("--target", "workplace/nobody"), ("--select", "team=none"), ("--exclude", "*")])
def test_b25_a_choice_that_fits_nothing(tmp_path: Path, choice: tuple[str, str]):
    """A misspelt choice is not “no changes”."""
    folder = office(tmp_path, staff(3), staff(2), unmanaged="delete")
    said = unchanged(folder, "plan", *choice)
    assert said.exit == 4
    assert "CHOICE-1" in said.out
    assert unchanged(folder, "apply", "--yes", *choice).exit == 4


def test_b28_another_group(tmp_path: Path):
    """An active workplace in another group is a delete and a new contract, and needs a counted yes."""
    koeln = seat("anna.schmidt", "58").replace("group: bonn", "group: koeln")
    folder = office(tmp_path, [KOELN, ANNA], [KOELN, koeln.replace("228 6380-58", "221 4711-58")])
    said = unchanged(folder, "plan", "--output", "json")
    report = json.loads(said.out)
    assert (said.exit, report["refused"]) == (4, ["REPLACES"])
    assert [o["verb"] for w in report["waves"] for o in w["orders"]] == ["delete", "activate"]
    assert report["commitments"]["workplaces"] == 1
