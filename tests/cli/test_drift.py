"""``drift`` from the command line: what differs now, and what is only on its way."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.command import REPOSITORY, reconciler
from tests.cli.office import COMPANY, KOELN, office, seat, staff, unchanged, wish

ANNA, BERT = seat("anna.schmidt", "58"), seat("bert.maier", "59")
SCHEMA = Draft202012Validator(json.loads((REPOSITORY / "specs/schemas/report.schema.json").read_text()))
NEW = "state: active, activatedOn: 2026-11-11"


def told(there: Path, *flags: str) -> dict[str, Any]:
    """The report of drift, which changes nothing."""
    said = unchanged(there, "drift", *flags, "--output", "json")
    report: dict[str, Any] = json.loads(said.out)
    SCHEMA.validate(report)
    assert report["exit"] == said.exit
    assert report["waves"] == []
    return report


def states(report: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What is pending, in short."""
    return [(p["verb"], p["state"], p["until"]) for p in report["pending"]]


def test_no_drift(tmp_path: Path):
    """The portal is as the manifests want it."""
    there = office(tmp_path, [ANNA], [ANNA])
    report = told(there)
    assert (report["exit"], report["changes"], report["pending"]) == (0, [], [])
    assert report["notes"] == []
    assert "No drift" in reconciler(there, "drift").out


def test_the_way_of_a_wish(tmp_path: Path):
    """Drift until it was applied, pending until it was carried out, then nothing."""
    there = office(tmp_path, [], [ANNA])
    first = told(there)
    assert (first["exit"], [c["address"] for c in first["changes"]]) == (2, ["workplace/anna.schmidt"])
    assert "branch" in first["notes"][-1]
    reconciler(there, "apply", "--yes")
    lying = told(there)
    assert (lying["exit"], lying["changes"], states(lying)) == (0, [], [("activate", "in-cart", "2026-11-23")])
    assert lying["summary"]["pending"] == 1
    reconciler(there, "order", "--yes")
    assert states(told(there)) == [("activate", "ordered", "2026-11-23")]
    reconciler(there, "portal", "advance", "--days", "1")
    assert told(there)["pending"] == []


def test_an_edit_shows_both_sides_and_the_place(tmp_path: Path):
    """As the portal has it, as the manifest wants it, and where that is written."""
    there = office(tmp_path, [ANNA], [ANNA.replace("lastName: schmidt", "lastName: Voss")])
    [change] = told(there)["changes"]
    [field] = change["fields"]
    assert (field["path"], field["before"], field["after"]) == ("user.lastName", "schmidt", "Voss")
    assert field["place"].startswith("manifests/all.yaml:")
    text = reconciler(there, "drift").out
    assert "user.lastName schmidt → Voss" in text
    assert f"--> {field['place']}" in text
    assert "looks the same as an edit in the" in text


def test_what_waits_for_its_term_is_pending(tmp_path: Path):
    """A workplace that is to go and may not go yet: with the rule, the day and the sentence."""
    leaver = seat("bert.maier", "59", status=NEW)
    there = office(tmp_path, [ANNA, leaver], [ANNA], unmanaged="delete")
    report = told(there)
    [waiting] = report["pending"]
    assert (report["exit"], report["changes"]) == (0, [])
    assert (waiting["address"], waiting["rule"], waiting["until"]) == ("workplace/bert.maier", "TERM-1", "2026-12-11")
    assert "30 days" in waiting["message"]
    reconciler(there, "portal", "advance", "--to", "2026-12-11")
    assert (told(there)["exit"], told(there)["summary"]["delete"]) == (2, 1)


@pytest.mark.parametrize(("unmanaged", "code"), [("report", 0), ("delete", 2)])
def test_what_no_manifest_names(tmp_path: Path, unmanaged: str, code: int):
    """Listed under ``report``; under ``delete`` the plan would delete it, so it is drift."""
    there = office(tmp_path, [ANNA, BERT], [ANNA], unmanaged=unmanaged)
    report = told(there)
    assert report["exit"] == code
    assert ("workplace/bert.maier" in report["unmanaged"]) is (code == 0)


def test_guards_do_not_matter(tmp_path: Path):
    """They are about applying: what the plan is stopped for is drift."""
    there = office(tmp_path, staff(12), staff(9), unmanaged="delete")
    assert reconciler(there, "plan").exit == 4
    report = told(there)
    assert (report["exit"], report["refused"], report["summary"]["delete"]) == (2, [], 3)
    assert "LIMIT-DELETES" not in {f["rule"] for f in report["findings"]}


def test_what_is_blocked_is_drift(tmp_path: Path):
    """Time alone does not settle it."""
    block = COMPANY.split("---\n")[-1].replace("group: bonn", "group: koeln")
    there = office(tmp_path, [KOELN, ANNA], [block])
    report = told(there)
    assert (report["exit"], [b["rule"] for b in report["blocked"]]) == (2, ["NUM-6"])
    assert [c["address"] for c in report["changes"]] == ["numberblock/bonn-6380"]


def test_no_manifest_is_a_mistake_and_not_the_absence_of_drift(tmp_path: Path):
    """Neither is a selection that fits nothing."""
    there = office(tmp_path, [ANNA], [ANNA])
    assert told(there, "--target", "nobody")["exit"] == 4
    assert "No drift" not in reconciler(there, "drift", "--target", "nobody").out
    (there / "manifests" / "all.yaml").unlink()
    report = told(there)
    assert (report["exit"], report["refused"]) == (4, ["EMPTY"])


def test_broken_manifests(tmp_path: Path):
    """As for the plan: exit 3."""
    there = office(tmp_path, [], [seat("anna.schmidt", "58", internal="112")])
    report = told(there)
    assert report["exit"] == 3
    assert "due now" not in reconciler(there, "drift").out
    assert "INT-4" in {f["rule"] for f in report["findings"]}


def test_a_position_that_no_manifest_wants_any_more(tmp_path: Path):
    """It has to be taken out: drift, and not on its way."""
    there = office(tmp_path, [BERT], [ANNA, BERT])
    reconciler(there, "apply", "--yes")
    wish(there, BERT)
    report = told(there)
    assert (report["exit"], report["summary"]["withdraw"], report["pending"]) == (2, 1, [])


CHOSEN = (
    (("--target", "anna*"), 1), (("--exclude", "anna*"), 1), (("--select", "team=sales"), 1), ((), 2),
)


@pytest.mark.parametrize(("flags", "count"), CHOSEN)
def test_some_addresses(tmp_path: Path, flags: tuple[str, ...], count: int):
    """Of drift, and of what is pending."""
    anna = ANNA.replace("{name: anna.schmidt}", "{name: anna.schmidt, labels: {team: sales}}")
    there = office(tmp_path, [], [anna, BERT])
    assert len(told(there, *flags)["changes"]) == count
    reconciler(there, "apply", "--yes")
    assert len(told(there, *flags)["pending"]) == count


def test_detail_and_language(tmp_path: Path):
    """--concise is shorter, --full names every field; German on demand."""
    there = office(tmp_path, [], [ANNA])
    usual, short, long = (reconciler(there, "drift", *flags).out for flags in ((), ("--concise",), ("--full",)))
    assert len(short) < len(usual) < len(long)
    assert "number.external" in long
    assert "Weicht ab" in reconciler(there, "drift", "--lang", "de").out


def test_only_the_portals_day(tmp_path: Path):
    """Another day is a question for the plan."""
    there = office(tmp_path, [ANNA], [ANNA])
    assert unchanged(there, "drift", "--as-of", "2027-01-01").exit == 64
    assert unchanged(there, "drift", "--as-of", "2026-11-22").exit == 0
