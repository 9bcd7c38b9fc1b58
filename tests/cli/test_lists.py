"""Lists: what stands twice counts once, and what changes is told element by element."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish
from tests.engine.documents import document

PRICES = document("PriceBook", "preise", 'currency: EUR, workplace: "10.00"',
                  'packages: {assistant: "2.00", conference-plus: "4.00"}')
ANNA, BERT = (seat(name, number, "packages: [assistant]")
              for name, number in (("anna.schmidt", "58"), ("bert.maier", "59")))


def planned(there: Path, *argv: str) -> tuple[int, Mapping[str, Any]]:
    """A plan that changes nothing."""
    said = unchanged(there, "plan", "--output", "json", *argv)
    return said.exit, json.loads(said.out)


def to_the_end(there: Path) -> None:
    """Apply, buy, let the day come, and find nothing more to do."""
    assert reconciler(there, "apply", "--yes").exit == 0
    assert reconciler(there, "order", "--yes").exit in (0, 8)
    assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    code, report = planned(there, "--detailed-exitcode")
    assert (code, report["changes"], report["waves"]) == (0, [], [])


def group(departments: str) -> str:
    """The company whose group has these departments."""
    return COMPANY.replace("spec: {displayName: Bonn}", f"spec: {{displayName: Bonn, departments: {departments}}}")


def test_a_package_that_stands_twice_is_booked_once(tmp_path: Path):
    """It is a warning with both places, priced once, booked once, and the plan converges."""
    there = office(tmp_path, [ANNA, BERT], [ANNA, BERT])
    twice = ANNA.replace("packages: [assistant]", "packages: [assistant, conference-plus, conference-plus]")
    wish(there, twice, BERT)
    (there / "prices.yaml").write_text(PRICES, encoding="utf-8")
    settings = there / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("language: en", "language: en, priceBook: prices.yaml"))
    code, report = planned(there)
    assert code == 0
    assert [(o["verb"], o.get("item")) for w in report["waves"] for o in w["orders"]] == [("book", "conference-plus")]
    assert report["cost"]["monthly"]["difference"] == "4.00"
    finding = next(f for f in report["findings"] if f["rule"] == "FORM-10")
    assert (finding["severity"], finding["place"]) == ("warning", "manifests/all.yaml:9:42")
    assert [a["place"] for a in finding["also"]] == ["manifests/all.yaml:9:25"]
    to_the_end(there)


@pytest.mark.parametrize(("where", "path"), [
    ("template", "packages"), ("company", "packages"), ("profile", "outgoing"), ("departments", "departments"),
    ("defaults", "workplace.packages"),
])
def test_a_set_is_one_everywhere(tmp_path: Path, where: str, path: str):
    """Templates, company packages, ranges in other spellings, equal departments: a warning, and it converges."""
    company = {
        "template": COMPANY, "defaults": COMPANY,
        "company": COMPANY.replace("quota: 200", "quota: 200, packages: [call-analytics-basic, call-analytics-basic]"),
        "profile": COMPANY.replace('["+49900"]', '["+49900", "0900", "+49 900"]'),
        "departments": group("[{name: vertrieb}, {name: vertrieb}]"),
    }[where]
    more = {
        "template": [document("Template", "chef", "group: bonn, packages: [assistant, assistant]")],
        "defaults": [document("Defaults", "alle", "workplace: {packages: [assistant, assistant]}")],
    }.get(where, [])
    there = office(tmp_path, [ANNA, BERT], [], unmanaged="delete")
    wish(there, company, *more, ANNA, BERT)
    code, report = planned(there)
    assert code == 0
    assert {f["path"].rstrip(".0123456789") for f in report["findings"] if f["rule"] == "FORM-10"} == {path}
    to_the_end(there)


def test_two_departments_of_one_name_must_agree(tmp_path: Path):
    """Which caller ID is meant cannot be decided: an error with both places."""
    there = office(tmp_path, [], [], unmanaged="delete")
    wish(there, group("[{name: vertrieb, callerId: suppressed}, {name: vertrieb, callerId: workplace}]"))
    code, report = planned(there)
    assert code == 3
    finding = next(f for f in report["findings"] if f["rule"] == "FORM-11")
    assert finding["severity"] == "error"
    assert len(finding["also"]) == 1


def test_two_equal_telephones_stay_two(tmp_path: Path):
    """Devices are no set."""
    two = seat("anna.schmidt", "58", "devices: [{profile: polycom-vvx-501}, {profile: polycom-vvx-501}]")
    there = office(tmp_path, [seat("anna.schmidt", "58")], [two])
    _, report = planned(there)
    assert not [f for f in report["findings"] if f["rule"] in ("FORM-10", "FORM-11")]
    field = report["changes"][0]["fields"][0]
    assert field["items"] == [{"key": {"profile": "polycom-vvx-501"}, "action": "added", "before": None,
                               "after": {"profile": "polycom-vvx-501"}}] * 2
    to_the_end(there)


def test_one_caller_id_is_told_as_a_change_of_its_department(tmp_path: Path):
    """Never as one department dropped and one added; reordered lists are no change."""
    old = '[{name: innendienst, callerId: "+49 228 6380-10"}, {name: vertrieb}]'
    there = office(tmp_path, [], [], unmanaged="delete")
    wish(there, group(old))
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, group('[{name: vertrieb}, {name: innendienst, callerId: "0228 6380-10"}]'))
    assert planned(there, "--detailed-exitcode")[0] == 0
    wish(there, group('[{name: vertrieb}, {name: innendienst, callerId: "0228 6380-20"}, {name: labor}]'))
    _, report = planned(there)
    field = report["changes"][0]["fields"][0]
    assert field["items"] == [
        {"key": {"name": "innendienst"}, "action": "changed",
         "before": {"name": "innendienst", "callerId": "+49228638010"},
         "after": {"name": "innendienst", "callerId": "+49228638020"}},
        {"key": {"name": "labor"}, "action": "added", "before": None, "after": {"name": "labor"}}]
    told = " ".join(unchanged(there, "plan").out.split())
    assert "department innendienst: callerId +49228638010 → +49228638020; departments adds labor" in told
    assert "drops" not in told
    comment = unchanged(there, "plan", "--output", "markdown").out
    assert "`departments: innendienst`" in comment
    assert "department innendienst: callerId" in " ".join(unchanged(there, "drift").out.split())
    assert reconciler(there, "plan", "--out", "plan.json").exit == 0
    shown = reconciler(there, "show", "plan.json").out
    assert "department innendienst: callerId +49228638010 → +49228638020" in " ".join(shown.split())
    to_the_end(there)


def test_a_label_is_part_of_what_a_device_is(tmp_path: Path):
    """Another label is another device; the one that stays is not told."""
    before = seat("anna.schmidt", "58", "devices: [{profile: polycom-vvx-501, label: Tisch}, {profile: mobile-client}]")
    after = before.replace("Tisch", "Labor")
    there = office(tmp_path, [before], [after])
    _, report = planned(there)
    assert [(i["action"], i["key"]) for i in report["changes"][0]["fields"][0]["items"]] == [
        ("added", {"profile": "polycom-vvx-501", "label": "Labor"}),
        ("removed", {"profile": "polycom-vvx-501", "label": "Tisch"})]
    told = " ".join(unchanged(there, "plan").out.split())
    assert "devices adds polycom-vvx-501 Labor; drops polycom-vvx-501 Tisch" in told
    to_the_end(there)
