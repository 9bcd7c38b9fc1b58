"""What is recommended is what would be taken: by order, by apply, or by neither; and nobody is stopped for another."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish
from tests.cli.others import others_put, set_up, theirs

OLD, YOUNG = "activatedOn: 2026-01-02", "activatedOn: 2026-11-10"


def told(there: Path, *argv: str) -> dict[str, Any]:
    """A report."""
    plain: dict[str, Any] = json.loads(reconciler(there, *argv, "--output", "json").out)
    return plain


def following(there: Path, *argv: str) -> str:
    """What comes next, by what a command says."""
    unordered: dict[str, str] = told(there, *argv)["unordered"]
    return unordered["next"]


@pytest.fixture
def closing(tmp_path: Path) -> Path:
    """A company that closes; one of its three is still in his minimum term."""
    there = office(tmp_path, [seat("anna.alt", "11", status=OLD), seat("bea.bell", "12", status=OLD),
                              seat("carl.curt", "13", status=YOUNG)], [], unmanaged="delete")
    settings = there / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("mailDomains", "limits: {deletes: 5}, mailDomains"))
    assert reconciler(there, "plan", "--allow", "empty=1", "--out", "p.json").exit == 0
    assert reconciler(there, "apply", "p.json").exit == 0
    return there


@pytest.mark.parametrize("plan_file", [[], ["p.json"]], ids=["", "plan file"])
def test_what_empties_nothing_is_bought(closing: Path, plan_file: list[str]) -> None:
    """Two of three go: nobody is asked once more, and the third follows on his day."""
    assert following(closing, "plan", "--allow", "empty=1") == "order"
    assert reconciler(closing, "order", *plan_file, "--yes").exit == 0
    for line in ("portal advance --to 2026-12-10", "apply --allow empty=1 --yes", "order --yes"):
        assert reconciler(closing, *line.split()).exit == 0
    assert reconciler(closing, "portal", "advance", "--days", "1").exit == 0
    assert "workplace" not in reconciler(closing, "portal", "status").out.split()


def test_what_others_would_empty_is_asked_for(closing: Path) -> None:
    """The last one by a deletion of others takes a yes, which order can be given."""
    assert reconciler(closing, "order", "--yes").exit == 0
    for line in ("portal advance --to 2026-12-10",):
        assert reconciler(closing, *line.split()).exit == 0
    others_put(closing, theirs("carl.curt", "delete"))
    wish(closing, COMPANY, seat("carl.curt", "13"))
    assert unchanged(closing, "order", "--with-foreign", "--yes").exit == 4
    assert reconciler(closing, "order", "--with-foreign", "--yes", "--allow", "empty=1").exit == 0


def test_who_is_deactivated_stops_nobody_else(tmp_path: Path) -> None:
    """A package for him is blocked, with the way out; the others are set up."""
    there = office(tmp_path, [seat("anna.alt", "11", status="state: inactive")],
                   [seat("anna.alt", "11", "packages: [conference-plus]"), seat("dora.dach", "20")])
    report = told(there, "plan")
    assert [f for f in report["findings"] if f["severity"] == "error"] == []
    (blocked,) = report["blocked"]
    assert (blocked["address"], blocked["rule"]) == ("workplace/anna.alt", "ACTIVE")
    assert "is deactivated" in blocked["message"]
    assert "activate the workplace at the portal" in blocked["help"]
    assert reconciler(there, "apply", "--yes").exit == 0
    assert [p["address"] for p in told(there, "cart")["positions"]] == ["workplace/dora.dach"]


def test_a_day_that_is_mended_is_no_hindrance(tmp_path: Path) -> None:
    """What lies there cannot be bought as it is, but apply changes that."""
    there = office(tmp_path, [], [seat("dora.dach", "20", "activationDate: 2026-11-25")])
    assert reconciler(there, "apply", "--yes").exit == 0
    assert reconciler(there, "portal", "advance", "--days", "5").exit == 0
    assert following(there, "drift") == "plan"
    wish(there, seat("dora.dach", "20"))
    assert following(there, "plan") == "apply"
    assert following(there, "apply", "--yes") == "order"
    assert reconciler(there, "order", "--yes").exit == 0


def test_a_part_is_not_all_that_is_due(tmp_path: Path) -> None:
    """Who chose a part is told of the rest before order, which knows no part."""
    there = office(tmp_path, [], [seat("dora.dach", "20"), seat("emil.ente", "21")])
    part = ("--target", "workplace/dora.dach")
    assert following(there, "apply", "--yes", *part) == "apply"
    assert following(there, "plan", *part) == "apply"
    assert following(there, "drift", *part) == "apply"
    assert unchanged(there, "order", "--yes").exit == 8
    assert following(there, "apply", "--yes") == "order"


def test_a_full_quota_is_told_after_apply_too(tmp_path: Path) -> None:
    """What apply itself has made of the cart cannot be bought before somebody goes: then it recommends nothing."""
    company = COMPANY.replace("quota: 200", "quota: 2")
    portal = [seat("anna.alt", "11", status=OLD), seat("carl.curt", "13", status=YOUNG)]
    anna, carl, dora = seat("anna.alt", "11"), seat("carl.curt", "13"), seat("dora.dach", "20")
    there = office(tmp_path, portal, [carl, dora], unmanaged="delete", company=company)
    assert following(there, "apply", "--yes") == "order"
    wish(there, company, anna, dora)  # anna is to stay after all, and carl goes when his term is over
    assert following(there, "apply", "--yes") == "plan"
    assert unchanged(there, "order", "--yes").exit == 3
    assert following(there, "plan") == "plan"
    assert reconciler(there, "portal", "advance", "--to", "2026-12-10").exit == 0
    assert following(there, "apply", "--yes") == "order"
    assert reconciler(there, "order", "--yes").exit == 0


def test_a_name_that_only_others_want_is_not_there(tmp_path: Path) -> None:
    """A rename to it is no mistake, and nobody is told to drop what keeps a person's telephone."""
    was = "name: bea.keller, annotations: {reconciler/was: anna.alt}}"
    there = office(tmp_path, [seat("anna.alt", "11", status=OLD)],
                   [seat("bea.keller", "11").replace("name: bea.keller}", was)], unmanaged="delete")
    others_put(there, set_up())
    report = told(there, "plan", "--allow", "replaces=1")
    assert "NAME-1" not in {f["rule"] for f in report["findings"]}
    assert (report["waves"], len(report["blocked"])) == ([], 2)


def test_the_last_one_beside_what_others_bought_is_asked_for(tmp_path: Path) -> None:
    """Ours was put into the cart while others stayed; then others bought their end: nobody said yes to both."""
    names = (("anna.alt", "11"), ("bea.bell", "12"), ("carl.curt", "13"))
    there = office(tmp_path, [seat(*one, status=OLD) for one in names], [seat(*one) for one in names[:2]],
                   unmanaged="delete")
    assert reconciler(there, "apply", "--yes").exit == 0
    others_put(there, *(theirs(name, "delete") for name, _ in names[:2]), bought=True)
    for wished in (names[:2], ()):
        wish(there, COMPANY, *(seat(*one) for one in wished))
        said = unchanged(there, "order", "--yes")
        assert (said.exit, "EMPTY" in said.out) == (4, True)
    assert (reconciler(there, "plan").exit, following(there, "plan")) == (4, "plan")
    assert reconciler(there, "order", "--yes", "--allow", "empty=1").exit == 0
