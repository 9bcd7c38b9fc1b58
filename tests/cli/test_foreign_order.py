"""Buying beside what others put into the cart: only what was approved, and with the true reason where it is refused."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish
from tests.cli.others import others_put, set_up, theirs
from tests.cli.test_cost import BOOK, priced

ANNA = seat("anna.schmidt", "58", status="activatedOn: 2025-01-02")
CARL = seat("carl.kurz", "61", status="activatedOn: 2025-01-02")


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """A plan file whose one order lies in the cart."""
    folder = office(tmp_path, [ANNA, CARL], [seat("anna.schmidt", "58", "packages: [conference-plus]"),
                                             seat("carl.kurz", "61")])
    assert reconciler(folder, "plan", "--out", "p.json").exit == 0
    assert reconciler(folder, "apply", "p.json").exit == 0
    return folder


def test_what_others_put_in_after_the_plan_file_is_not_approved(planned: Path) -> None:
    """With a plan file ``--with-foreign`` buys of theirs what lay there then, and nothing else."""
    others_put(planned, theirs("carl.kurz", "delete"))
    said = unchanged(planned, "order", "p.json", "--with-foreign", "--yes")
    assert (said.exit, "not in the plan file: deletion of workplace/carl.kurz" in said.last) == (8, True)
    assert reconciler(planned, "order", "p.json", "--yes").exit == 0


def test_what_lay_there_is_approved_with_the_plan_file(planned: Path) -> None:
    """A plan that shows it approves it, by content."""
    others_put(planned, theirs("carl.kurz", "book", "conference-plus"))
    assert reconciler(planned, "plan", "--out", "q.json").exit == 0
    assert reconciler(planned, "order", "q.json", "--with-foreign", "--yes").exit == 0
    states = {p["address"]: p["state"] for p in
              json.loads(reconciler(planned, "cart", "--output", "json").out)["positions"]}
    assert states == {"workplace/anna.schmidt": "ordered", "workplace/carl.kurz": "ordered"}


def test_what_was_bought_costs_no_less_than_planned(tmp_path: Path) -> None:
    """All of the plan file is bought: what others put in since then is refused as what it is, not for a sum."""
    folder = priced(office(tmp_path, [ANNA], [seat("anna.schmidt", "58", "packages: [conference-plus]")]), BOOK)
    for line in ("plan --out p.json", "apply p.json", "order p.json --yes"):
        assert reconciler(folder, *line.split()).exit == 0
    others_put(folder, set_up())
    said = unchanged(folder, "order", "p.json", "--with-foreign", "--yes")
    assert (said.exit, "not in the plan file: activation of workplace/bea.keller" in said.last) == (8, True)
    assert unchanged(folder, "order", "p.json", "--yes").exit == 0


def test_a_day_of_others_that_has_passed_is_not_moved(planned: Path) -> None:
    """A written day is kept or refused, whoever wrote it."""
    others_put(planned, set_up(day=date(2026, 11, 24)))
    assert reconciler(planned, "portal", "advance", "--days", "4").exit == 0
    said = unchanged(planned, "order", "--with-foreign", "--yes", "--output", "json")
    (late,) = (f for f in json.loads(said.out)["findings"] if f["rule"] == "DATE-1")
    assert (said.exit, late["address"], "without --with-foreign" in late["help"]) == (3, "workplace/bea.keller", True)
    assert reconciler(planned, "order", "--yes").exit == 0


def test_a_pair_with_others_is_no_matter_of_time(tmp_path: Path) -> None:
    """What none may have alone waits for no day if the other one's booking is theirs: it is blocked."""
    folder = office(tmp_path, [ANNA, CARL], [seat("anna.schmidt", "58", "packages: [assistant]"),
                                             seat("carl.kurz", "61", "packages: [assistant]")])
    others_put(folder, theirs("carl.kurz", "book", "assistant"))
    report = json.loads(unchanged(folder, "plan", "--output", "json").out)
    because = "waits for the booking of assistant for workplace/carl.kurz, which others put into the cart, not ordered"
    assert report["waves"] == []
    assert {b["address"]: b["message"] for b in report["blocked"]} == {
        "workplace/anna.schmidt": f"assistant only together with workplace/carl.kurz, not alone "
                                  f"(workplace/carl.kurz: {because})",
        "workplace/carl.kurz": because}


def test_room_that_others_would_make_is_named(tmp_path: Path) -> None:
    """A quota is full until their deletion is bought: that is the way out, not another contract."""
    company = COMPANY.replace("quota: 200", "quota: 2")
    wished = [seat("anna.schmidt", "58"), seat("dora.dach", "62")]
    folder = office(tmp_path, [ANNA, CARL], wished, unmanaged="delete", company=company)
    others_put(folder, theirs("carl.kurz", "delete"))
    report = json.loads(unchanged(folder, "plan", "--output", "json", "--allow", "deletes=1").out)
    blocked = {b["address"]: b for b in report["blocked"]}
    assert set(blocked) == {"workplace/carl.kurz", "workplace/dora.dach"}
    assert "the quota of 2 is used up" in blocked["workplace/dora.dach"]["message"]
    assert "find out at the portal who wanted that" in blocked["workplace/dora.dach"]["help"]


def test_what_is_needed_is_named_and_all_else_goes_on(tmp_path: Path) -> None:
    """Of a group only the department is held by others: its caller's number is changed, the department stays."""
    both, one = (COMPANY.replace("displayName: Bonn", f"displayName: Bonn, {more}") for more in (
        "departments: [{name: lager}, {name: verkauf}]", 'departments: [{name: lager}], callerId: "+49228638058"'))
    folder = office(tmp_path, [ANNA], [one, seat("anna.schmidt", "58")], company=both)
    others_put(folder, set_up(department="verkauf"))
    report = json.loads(unchanged(folder, "plan", "--output", "json").out)
    orders = [(o["address"], [*o["body"]]) for wave in report["waves"] for o in wave["orders"]]
    assert orders == [("group/bonn", ["callerId"])]
    (blocked,) = report["blocked"]
    assert blocked["message"].startswith("verkauf (group/bonn) is needed for the activation of workplace/bea.keller")


def test_a_cart_that_cannot_be_ordered_is_not_recommended(tmp_path: Path) -> None:
    """Plan, drift and apply recommend what ``order`` would do: nothing yet, apply first, or nothing as it is."""
    folder = office(tmp_path, [], [seat("anna.schmidt", "58", "activationDate: 2026-11-24")])
    assert reconciler(folder, "apply", "--yes").exit == 0

    def told(command: str) -> tuple[str, str]:
        plain = json.loads(reconciler(folder, command, "--output", "json").out)
        return plain["unordered"]["next"], reconciler(folder, command).last

    for command in ("plan", "drift"):
        assert (told(command)[0], "(reconciler order)" in told(command)[1]) == ("order", True)
    wish(folder, seat("anna.schmidt", "58", "activationDate: 2026-12-15"))
    for command in ("plan", "drift"):
        assert (told(command)[0], "(reconciler apply, reconciler order)" in told(command)[1]) == ("apply", True)
    assert "binds 1 workplace until 2027-01-14" in " ".join(reconciler(folder, "plan").out.split())
    wish(folder, seat("anna.schmidt", "58", "activationDate: 2026-11-24"))
    assert reconciler(folder, "portal", "advance", "--days", "3").exit == 0
    for command in ("plan", "drift"):
        assert told(command)[0] == "plan"
        assert "To order" not in reconciler(folder, command).out


def test_no_term_runs_for_what_nobody_bought(tmp_path: Path) -> None:
    """A booking of theirs is no minimum term, and their deletion ends none."""
    folder = office(tmp_path, [ANNA], [ANNA])
    before = json.loads(reconciler(folder, "terms", "--output", "json").out)["terms"]
    others_put(folder, theirs("anna.schmidt", "book", "conference-plus"), theirs("anna.schmidt", "delete"))
    assert json.loads(unchanged(folder, "terms", "--output", "json").out)["terms"] == before


def test_what_others_ordered_is_on_its_way(tmp_path: Path) -> None:
    """It is not active yet, so the portal is not as the manifests want it, although nobody has anything left to do."""
    folder = office(tmp_path, [ANNA], [seat("anna.schmidt", "58", "packages: [conference-plus]")])
    others_put(folder, theirs("anna.schmidt", "book", "conference-plus"), bought=True)
    said = unchanged(folder, "drift")
    assert (said.exit, "the portal is as the manifests want it" in said.out) == (0, False)
    assert "1 pending" in said.last
