"""What is only written otherwise is no change; what is taken away goes back to what holds without it, and converges."""

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, unchanged, wish
from tests.engine.documents import profile, tall, together

HALL = COMPANY.replace("quota: 200", "quota: 200, lines: [{name: hof, address: Hof}]")
HALL = HALL.replace("{displayName: Bonn}", "{displayName: Bonn, departments: [{name: innen, callerId: suppressed}]}")
HALL = together((HALL, profile("strict", "+1")))
FIELDS = {
    "group": "bonn",
    "department": "innen",
    "language": "de",
    "timeZone": "Europe/Rome",
    "user": "{firstName: Jörg, lastName: Maier, email: j@lindenhof.example, address: {street: Weg, city: Bonn}}",
    "login": '{email: j@lindenhof.example, mobile: "+49 170 1234558"}',
    "number": '{external: "+49 228 6380-58", internal: "258", nomadicUse: {restrictedTo: hof}}',
    "blockingProfile": "strict",
    "devices": "[{profile: polycom-vvx-501, label: Tisch}, {profile: mobile-client}]",
    "mobileIntegration": '{type: magentaeins, mobile: "+49 171 2223344", customerAccount: "4711"}',
    "directoryMobile": '"+49 171 9998877"',
    "packages": "[conference-plus]",
}


def seat(**fields: str) -> str:
    """The workplace with some of its fields written otherwise; an empty text leaves one out."""
    spec = {**FIELDS, **fields}
    return tall("Workplace", "joerg.maier", *(f"{key}: {value}" for key, value in spec.items() if value))


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A company whose portal has all of these fields, and whose manifests are everything."""
    folder = office(tmp_path, [seat()], [], unmanaged="delete", company=HALL)
    settings = folder / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("mailDomains: [lindenhof.example]", "limits: {updates: 100%}"))
    return folder


def fields(there: Path, *documents: str) -> dict[str, tuple[Any, Any]]:
    """What a plan changes: path, before and after."""
    wish(there, *documents)
    said = unchanged(there, "plan", "--output", "json")
    assert said.exit == 0, said
    return {f["path"]: (f["before"], f["after"]) for c in json.loads(said.out)["changes"] for f in c["fields"]}


def converges(there: Path) -> None:
    """Apply, buy, and the days that it takes; then nothing is left to do."""
    for _ in range(2):
        assert reconciler(there, "apply", "--yes").exit == 0
        assert reconciler(there, "order", "--yes").exit == 0
        assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    assert reconciler(there, "plan", "--detailed-exitcode").exit == 0
    assert reconciler(there, "drift").exit == 0


ALIKE: Mapping[str, Mapping[str, str]] = {
    "composed letters": {"user": unicodedata.normalize("NFD", FIELDS["user"])},
    "blanks at the ends": {"user": FIELDS["user"].replace("Maier", "'Maier '").replace("Weg", "' Weg'")},
    "null inside": {"login": FIELDS["login"].replace("}", ", withoutMobile: false}"),
                    "user": FIELDS["user"].replace("Weg,", "Weg, postalCode: ~, country: DE,")},
    "numbers as people write them": {"number": FIELDS["number"].replace('"+49 228 6380-58"', "0228/6380-58"),
                                     "login": FIELDS["login"].replace('"+49 170 1234558"', "00491701234558"),
                                     "mobileIntegration": FIELDS["mobileIntegration"].replace("+49 171", "0171"),
                                     "directoryMobile": "0171-9998877"},
    "auto": {"number": "{nomadicUse: {restrictedTo: hof}}"},
    "another order": {"devices": "[{profile: mobile-client}, {profile: polycom-vvx-501, label: Tisch}]"},
    "twice": {"packages": "[conference-plus, conference-plus]"},
    "what has its default": {"language": "", "group": ""},
    "what only steers": {"protect": "true", "activationDate": "2026-01-01"},
}


@pytest.mark.parametrize("otherwise", ALIKE.values(), ids=ALIKE)
def test_what_is_only_written_otherwise_is_no_change(there: Path, otherwise: Mapping[str, str]):
    """The plan is empty, and so is drift."""
    assert fields(there, HALL, seat(**otherwise)) == {}
    assert reconciler(there, "drift").exit == 0


EMPTY = ("~", "")
TAKEN_AWAY: Mapping[str, tuple[tuple[str, ...], Mapping[str, object]]] = {
    "department": (EMPTY, {"department": None}),
    "timeZone": (EMPTY, {"timeZone": "Europe/Berlin"}),
    "blockingProfile": (("",), {"blockingProfile": "standard"}),
    "devices": ((*EMPTY, "[]"), {"devices": []}),
    "packages": ((*EMPTY, "[]"), {"packages": []}),
    "directoryMobile": (EMPTY, {"directoryMobile": "+491712223344"}),
    "mobileIntegration": (EMPTY, {"mobileIntegration": None}),
    "number": ((*EMPTY, "{}"), {"number.nomadicUse": "allowed"}),
}


@pytest.mark.parametrize("path", TAKEN_AWAY)
def test_what_is_taken_away_goes_back_to_what_holds_without_it(there: Path, path: str):
    """Left out, null and an empty list say the same; it is one change, and then nothing is left to do."""
    ways, wanted = TAKEN_AWAY[path]
    for way in ways:
        found = fields(there, HALL, seat(**{path: way}))
        assert {name: after for name, (_, after) in found.items()} == wanted, way
    converges(there)


@pytest.mark.parametrize(("inside", "wanted"), [
    ("{firstName: Jörg, lastName: Maier}", {"user.email", "user.address"}),
    ("{firstName: Jörg, lastName: Maier, email: '', address: {}}", {"user.email", "user.address"}),
    ("{firstName: Jörg, lastName: Maier, email: ~, address: {country: DE}}", {"user.email", "user.address"}),
])
def test_an_empty_text_equals_an_absent_one(there: Path, inside: str, wanted: set[str]):
    """An address that says nothing is none."""
    found = fields(there, HALL, seat(user=inside))
    assert {path for path, (_, after) in found.items() if after is None} == set(found) == wanted
    converges(there)


def test_no_profile_is_the_systems(there: Path):
    """Null takes the inherited profile away; what holds then is said and sent, with the warning that it opens."""
    wish(there, HALL, seat(blockingProfile="~"))
    report = json.loads(unchanged(there, "plan", "--output", "json").out)
    assert [(f["path"], f["after"]) for c in report["changes"] for f in c["fields"]] == [("blockingProfile", "system")]
    assert "G1" in {f["rule"] for f in report["findings"]}
    converges(there)


@pytest.mark.parametrize("value", ["''", "[]", "{}", "' '"])
def test_what_can_be_no_department_has_a_place(there: Path, value: str):
    """An empty name is wrong where it stands, and not only at the portal."""
    wish(there, HALL, seat(department=value))
    said = unchanged(there, "plan", "--output", "json")
    assert said.exit == 3
    errors = [f for f in json.loads(said.out)["findings"] if f["severity"] == "error"]
    assert [(f["rule"], f["path"], f["place"]) for f in errors] == [
        ("FORM-2", "department", "manifests/all.yaml:31:15")]


@pytest.mark.parametrize(("before", "after"), [
    ("departments: [{name: innen, callerId: suppressed}]", "departments: [{name: innen}]"),
    ("displayName: Bonn, ", ""), ("displayName: Bonn, ", "displayName: '', "),
    ("displayName: Bonn, ", "displayName: ~, "),
    ('spec: {outgoing: ["+1"]}', "spec: {}"), ('spec: {outgoing: ["+1"]}', "spec: {outgoing: []}"),
])
def test_fields_of_groups_and_profiles_go_back_too(there: Path, before: str, after: str):
    """Each is one change of one field, and then nothing is left to do."""
    assert len(fields(there, HALL.replace(before, after), seat())) == 1
    converges(there)
