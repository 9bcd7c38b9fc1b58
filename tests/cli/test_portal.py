"""``portal``: what a portal for rehearsal is made from is held to the portal's own rules, and to the calendar."""

import json
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, TODAY, office, seat, unchanged, wish
from tests.engine.documents import block, document, profile, together

INIT = ("portal", "init", "--from", "portal", "--today", TODAY)
LOGIN = 'login: {email: anna.alt@lindenhof.example, mobile: "+49 170 1234511"}'


def numbers(name: str, base: str, first: str, last: str, *more: str) -> str:
    """A number block of the group."""
    return block(name, base, "group: bonn", *more, first=first, last=last)


FACTS = {
    "inverted": ("NUM-12", [numbers("b", "+4922899", "99", "00")]),
    "of unequal length": ("NUM-12", [numbers("b", "+4922899", "0", "99")]),
    "empty": ("FORM-2", [numbers("b", "+4922899", "", "")]),
    "letters": ("FORM-2", [numbers("b", "+4922899", "ab", "cd")]),
    "no base": ("FORM-4", [numbers("b", "zentrale", "00", "99")]),
    "the same twice": ("NUM-13", [numbers("b", "+492286380", "00", "99")]),
    "overlapping": ("NUM-13", [numbers("b", "+4922899", "00", "49"), numbers("c", "+4922899", "40", "99")]),
    "nested": ("NUM-13", [numbers("b", "+4922863805", "0", "9")]),
    "of a hundred decades": ("NUM-9", [numbers("b", "+4922899", "000", "999")]),
    "too long": ("NUM-2", [numbers("b", "+49228638", "0000000", "0000099")]),
    "extended without end": ("FORM-12", [numbers("b", "+4922899", "00", "99", "extendedBy: 999999999")]),
    "a profile called system": ("BLOCK-5", [profile("system", "+49900")]),
    "a profile that stops emergency calls": ("E6", [profile("zu", "110")]),
    "a number of nobody": ("NUM-1", [seat("anna.alt", "11").replace("228 6380-11", "30 123456")]),
    "a number twice": ("NUM-4", [seat("anna.alt", "11", internal="211"), seat("bert.alt", "11", internal="212")]),
    "an unknown package": ("PKG-12", [seat("anna.alt", "11", "packages: [teleporter]")]),
    "a group of nobody": ("REF-1", [seat("anna.alt", "11").replace("group: bonn", "group: ulm")]),
    "a user name too short": ("USERNAME-1", [seat("ann.", "11")]),
}


@pytest.mark.parametrize(("rule", "documents"), FACTS.values(), ids=FACTS)
def test_facts_that_no_portal_has(tmp_path: Path, rule: str, documents: list[str]):
    """Refused with the rule and its place, and no portal is made; an existing one stays."""
    there = office(tmp_path, [], [])
    file = there / ".reconciler" / "portal.db"
    before = file.read_bytes()
    (there / "portal" / "all.yaml").write_text(together([COMPANY, *documents]))
    said = reconciler(there, *INIT, "--force")
    assert (said.exit, f"error[{rule}]" in said.out) == (3, True), said
    assert "portal/all.yaml:" in said.out
    assert file.read_bytes() == before


def test_one_assistant_may_be_left(tmp_path: Path):
    """A portal comes to have a single one when the other leaves; so its facts may, and it is told."""
    there = office(tmp_path, [seat("anna.alt", "11", "packages: [assistant]")], [])
    said = reconciler(there, *INIT, "--force")
    assert (said.exit, "warning[PKG-1]" in said.out) == (0, True), said


@pytest.mark.parametrize("first", [("00", "49"), ("50", "99")])
def test_blocks_side_by_side(tmp_path: Path, first: tuple[str, str]):
    """Two halves of one base are two blocks, whichever is named first."""
    others = [("00", "49"), ("50", "99")]
    others.remove(first)
    blocks = [numbers("b", "+4922899", *first), numbers("a", "+4922899", *others[0])]
    assert (office(tmp_path, blocks, []) / ".reconciler" / "portal.db").is_file()


def test_packages_that_the_portal_offers(tmp_path: Path):
    """The customer's own packages are booked where the portal has them, and written back; else it refuses them."""
    own = document("Catalog", "own", "packages: [fax]")
    wished = [own, seat("anna.neu", "11", "packages: [fax]")]
    said = reconciler(office(tmp_path / "without", [], wished), "plan")
    assert (said.exit, "error[PKG-12]" in said.out) == (3, True), said
    there = office(tmp_path / "with", [own], wished)
    assert reconciler(there, "plan").exit == 0
    assert "packages:\n    - fax" in reconciler(there, "dump").out


DAYS = ("0001-01-01", "9999-12-31", "1999-12-31", "3000-01-01", "2026-13-01", "heute")


@pytest.mark.parametrize("day", DAYS)
def test_days_outside_of_the_calendar(tmp_path: Path, day: str):
    """No portal begins on such a day, none goes there, and no plan is for it: wrong usage, in a sentence."""
    there = office(tmp_path, [], [])
    for argv in ((*INIT[:-1], day, "--force"), ("portal", "advance", "--to", day), ("plan", "--as-of", day)):
        said = unchanged(there, *argv)
        assert (said.exit, day in said.last) == (64, True), said


def test_days_beyond_the_calendar(tmp_path: Path):
    """So many days are too many; the last day of all is a day like any other, also for a plan with terms."""
    young = seat("anna.alt", "11", status="activatedOn: 2999-12-20")
    there = office(tmp_path, [], [], unmanaged="delete")
    assert unchanged(there, "portal", "advance", "--days", "999999").exit == 64
    (there / "portal" / "all.yaml").write_text(together([COMPANY, young]))
    assert reconciler(there, *INIT[:-1], "2999-12-31", "--force").exit == 0
    wish(there, COMPANY, seat("bert.neu", "12", "packages: [conference-plus]"))
    allowed = ("--allow", "deletes=1", "--allow", "numbers=1", "--allow", "empty=1")
    said = reconciler(there, "plan", "--output", "json", *allowed)
    assert said.exit == 0, said
    assert [w["notBefore"] for w in json.loads(said.out)["waves"]] == ["2999-12-31", "3000-01-19"]
    assert reconciler(there, "apply", "--yes", *allowed).exit == 0
    assert reconciler(there, "order", "--yes").exit == 0
    assert unchanged(there, "portal", "advance", "--days", "1").exit == 64


def test_login_data_are_told_and_changed(tmp_path: Path):
    """What the facts hold is compared and can be changed; what they do not hold is no difference."""
    active = "activatedOn: 2026-01-01"
    old = seat("anna.alt", "11", internal="211", status=active)
    there = office(tmp_path, [old.replace("anna.alt@lindenhof.example, mobile", "alt@lindenhof.example, mobile"),
                              seat("bert.alt", "12", internal="212", status=active).replace("  login:", "  #")], [])
    wish(there, seat("anna.alt", "11", internal="211"), seat("bert.alt", "12", internal="212"))
    told = json.loads(reconciler(there, "plan", "--output", "json").out)
    assert [(c["address"], [f["path"] for f in c["fields"]]) for c in told["changes"]] == [
        ("workplace/anna.alt", ["login"])]
    assert reconciler(there, "apply", "--yes").exit == 0
    assert "email: anna.alt@lindenhof.example\n    mobile" in reconciler(there, "dump").out
    assert json.loads(reconciler(there, "plan", "--output", "json").out)["changes"] == []


def test_figures(tmp_path: Path):
    """``portal status`` counts what it holds; nothing is changed."""
    there = office(tmp_path, [seat("anna.alt", "11")], [])
    told = json.loads(unchanged(there, "portal", "status", "--output", "json").out)
    assert (told["command"], told["exit"], told["asOf"]) == ("portal status", 0, TODAY)
    assert "workplace" in unchanged(there, "portal", "status").out


def test_days_pass(tmp_path: Path):
    """``portal advance`` goes on by days or to a day, and never back."""
    there = office(tmp_path, [], [])
    assert reconciler(there, "portal", "advance", "--days", "3").exit == 0
    assert reconciler(there, "portal", "advance", "--to", "2026-12-01").exit == 0
    assert unchanged(there, "portal", "advance", "--to", "2026-11-30").exit != 0
    assert json.loads(reconciler(there, "portal", "status", "--output", "json").out)["asOf"] == "2026-12-01"
