"""A mobile integration: the directory's number changes in the same wave, and what is mended is not booked anew."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import office, seat, unchanged, wish

DEVICE = "devices: [{profile: mobile-client}]"


def anna(mobile: str = "", *more: str, account: str = "4711", status: str = "") -> str:
    """A workplace, perhaps with an integrated mobile number."""
    integration = f'mobileIntegration: {{type: magentaeins, mobile: "{mobile}", customerAccount: "{account}"}}'
    return seat("anna.schmidt", "58", DEVICE, *([integration] if mobile else []), *more, internal="258", status=status)


FIRST, SECOND = "+49 171 2223344", "+49 171 5556677"
YOUNG = "state: active, activatedOn: 2026-01-01, bookedOn: {mobileIntegration: 2026-11-11}"


def waves(there: Path) -> list[tuple[str, list[str]]]:
    """By day, what is ordered: the verb, with the item or the fields."""
    said = unchanged(there, "plan", "--output", "json")
    assert said.exit == 0
    return [(w["notBefore"], [_told(o) for o in w["orders"]]) for w in json.loads(said.out)["waves"]]


def _told(order: Mapping[str, Any]) -> str:
    return " ".join([order["verb"], order.get("item") or ",".join(sorted(order["body"]))])


def shown(there: Path) -> tuple[str | None, str | None]:
    """The integrated number and the directory's, as the portal has them."""
    text = reconciler(there, "dump").out
    lines = text[text.index("anna.schmidt"):].splitlines()
    mobiles = [line.split(": ")[1].strip("'\"") for line in lines if line.strip().startswith("mobile:")]
    directory = [line.split(": ")[1].strip("'\"") for line in lines if line.strip().startswith("directoryMobile:")]
    return (mobiles[-1] if "mobileIntegration" in text else None), (directory[0] if directory else None)


def night(there: Path, to: str = "") -> None:
    """Apply and buy, and the next day comes, or a later one."""
    assert reconciler(there, "apply", "--yes").exit == 0
    assert reconciler(there, "order", "--yes").exit == 0
    assert reconciler(there, "portal", "advance", *(["--to", to] if to else ["--days", "1"])).exit == 0


def nights(there: Path, days: int) -> None:
    """So many nights, after which nothing is left to do."""
    for _ in range(days):
        night(there)
    said = unchanged(there, "plan", "--output", "json", "--detailed-exitcode")
    assert (said.exit, json.loads(said.out)["changes"]) == (0, [])


def test_a_booked_number_and_the_directory_go_together(tmp_path: Path):
    """The directory gets the number on the day on which the integration is booked."""
    there = office(tmp_path, [anna()], [anna(FIRST)])
    assert waves(there) == [("2026-11-22", ["book mobileIntegration", "update directoryMobile"])]
    nights(there, 1)
    assert shown(there) == ("+491712223344", "+491712223344")


def test_another_number_waits_with_its_term(tmp_path: Path):
    """Until the old integration can end the directory shows the old number; then both change in one wave."""
    before = anna(FIRST, 'directoryMobile: "+49 171 2223344"', status=YOUNG)
    there = office(tmp_path, [before], [anna(SECOND)])
    assert waves(there) == [("2026-12-11", ["cancel mobileIntegration"]),
                            ("2026-12-12", ["book mobileIntegration", "update directoryMobile"])]
    night(there, "2026-12-11")
    assert shown(there) == ("+491712223344", "+491712223344")
    nights(there, 2)
    assert shown(there) == ("+491715556677", "+491715556677")


def test_a_cancelled_number_leaves_the_directory_with_it(tmp_path: Path):
    """A term that still runs keeps both."""
    before = anna(FIRST, 'directoryMobile: "+49 171 2223344"', status=YOUNG)
    there = office(tmp_path, [before], [anna()])
    assert waves(there) == [("2026-12-11", ["cancel mobileIntegration", "update directoryMobile"])]
    night(there, "2026-12-11")
    nights(there, 1)
    assert shown(there) == (None, None)


def test_a_number_of_ones_own_in_the_directory_changes_at_once(tmp_path: Path):
    """What mirrors no integration is ordinary data."""
    there = office(tmp_path, [anna(FIRST, 'directoryMobile: "+49 171 2223344"', status=YOUNG)],
                   [anna(FIRST, 'directoryMobile: "+49 171 9998877"')])
    assert waves(there) == [("2026-11-22", ["update directoryMobile"])]


def test_what_lies_in_the_cart_is_changed_together(tmp_path: Path):
    """A booking that is not bought yet is changed, and the directory with it; or taken out, and the directory back."""
    there = office(tmp_path, [anna()], [anna(FIRST)])
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, anna(SECOND))
    assert waves(there) == [("2026-11-22", ["change mobileIntegration", "update directoryMobile"])]
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, anna())
    assert waves(there) == [("2026-11-22", ["withdraw mobileIntegration", "update directoryMobile"])]
    nights(there, 1)
    assert shown(there) == (None, None)


@pytest.mark.parametrize("bought", [False, True])
def test_a_mended_account_is_not_booked_anew(tmp_path: Path, bought: bool):
    """A customer account alone is set directly once the integration is active; in the cart the position is changed."""
    there = office(tmp_path, [anna()], [anna(FIRST)])
    assert reconciler(there, "apply", "--yes").exit == 0
    if bought:
        assert reconciler(there, "order", "--yes").exit == 0
    wish(there, anna(FIRST, account="815"))
    assert waves(there) == ([("2026-11-23", ["update mobileIntegration"])] if bought
                            else [("2026-11-22", ["change mobileIntegration"])])
    nights(there, 2)
    assert "815" in reconciler(there, "dump").out


def test_a_mended_account_of_an_active_integration(tmp_path: Path):
    """Nothing is cancelled, nothing binds, although the term still runs."""
    before = anna(FIRST, 'directoryMobile: "+49 171 2223344"', status=YOUNG)
    there = office(tmp_path, [before], [anna(FIRST, account="815")])
    assert waves(there) == [("2026-11-22", ["update mobileIntegration"])]
    nights(there, 1)
    assert "815" in reconciler(there, "dump").out


def gaps(there: Path, *argv: str) -> list[Mapping[str, Any]]:
    """The gaps of a plan or of what a plan file holds."""
    said = reconciler(there, *(argv or ("plan",)), "--output", "json")
    assert said.exit == 0, said
    found: list[Mapping[str, Any]] = json.loads(said.out)["gaps"]
    return found


def test_another_number_is_a_gap(tmp_path: Path) -> None:
    """Before the yes every view says until when the integration works and from when again, and the file keeps it."""
    there = office(tmp_path, [anna(FIRST, status="activatedOn: 2026-01-01")], [anna(SECOND)])
    gap = {"address": "workplace/anna.schmidt", "item": "mobileIntegration", "last": "2026-11-22",
           "again": "2026-11-24"}
    assert gaps(there) == [gap]
    sentence = "mobile integration (workplace/anna.schmidt, usable until 2026-11-22, again from 2026-11-24)"
    assert f"Cancels and books anew, gone in between: {sentence}" in " ".join(reconciler(there, "plan").out.split())
    assert f"gone in between: `{sentence}`" in reconciler(
        there, "plan", "--output", "markdown", "--redact", "none").out
    assert "anna" not in reconciler(there, "plan", "--output", "markdown").out
    assert "dazwischen nicht da: Mobile Integration" in " ".join(reconciler(there, "plan", "--lang", "de").out.split())
    reconciler(there, "plan", "--out", "plan.json")
    assert gaps(there, "show", "plan.json") == [gap]
    assert gaps(there, "apply", "plan.json") == [gap]


def test_the_gap_is_told_until_the_cancellation_is_carried_out(tmp_path: Path) -> None:
    """In the cart the day moves on with every day, ordered it stays; then there is nothing left that could be lost."""
    there = office(tmp_path, [anna(FIRST, status="activatedOn: 2026-01-01")], [anna(SECOND)])
    assert reconciler(there, "apply", "--yes").exit == 0
    assert [(g["last"], g["again"]) for g in gaps(there)] == [("2026-11-22", "2026-11-24")]
    assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    assert [(g["last"], g["again"]) for g in gaps(there)] == [("2026-11-23", "2026-11-25")]
    assert reconciler(there, "order", "--yes").exit == 0
    assert [(g["last"], g["again"]) for g in gaps(there)] == [("2026-11-23", "2026-11-25")]
    assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    assert gaps(there) == []


def test_an_integration_that_only_lies_in_the_cart_has_no_gap(tmp_path: Path) -> None:
    """Its position is changed; nothing is cancelled."""
    there = office(tmp_path, [anna()], [anna(FIRST)])
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, anna(SECOND))
    assert gaps(there) == []
