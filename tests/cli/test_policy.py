"""The policy: what is protected for good, what is kept although no manifest names it, and patterns that fit nothing."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Said, reconciler
from tests.cli.office import COMPANY, KOELN, office, seat, staff, unchanged, wish

EVERYTHING = [word for name in ("creates", "updates", "deletes", "replaces", "numbers", "empty")
              for word in ("--allow", f"{name}=99")]
FRONT, FAX = seat("empfang.nord", "20"), seat("fax.keller", "21")


def policy(there: Path, **settings: str) -> None:
    """Other settings of the policy."""
    file = there / "reconciler.yaml"
    told = ", ".join(f"{name}: {value}" for name, value in settings.items())
    file.write_text(file.read_text(encoding="utf-8").replace("policy: {", f"policy: {{{told}, "), encoding="utf-8")


def planned(there: Path, *argv: str) -> tuple[Said, Mapping[str, Any]]:
    """A plan that changes nothing, as JSON."""
    said = unchanged(there, "plan", "--output", "json", *argv)
    return said, json.loads(said.out)


def test_what_is_protected_outlives_its_document(tmp_path: Path):
    """A workplace that a pattern protects is not deleted when its document is lost, whatever is allowed."""
    there = office(tmp_path, [FRONT, *staff(3)], staff(3), unmanaged="delete")
    policy(there, protect='["workplace/empfang.*"]')
    said, report = planned(there, *EVERYTHING)
    assert (said.exit, report["refused"]) == (4, ["PROTECTED"])
    finding = next(f for f in report["findings"] if f["rule"] == "PROTECTED")
    assert finding["address"] == "workplace/empfang.nord"
    assert "policy.protect: workplace/empfang.*" in finding["message"]
    assert "reconciler.yaml:4:" in finding["also"][0]["place"]
    assert "take workplace/empfang.nord back" in finding["help"].lower()
    assert unchanged(there, "apply", "--yes", *EVERYTHING).exit == 4


@pytest.mark.parametrize("how", ["group", "renamed"])
def test_what_is_protected_is_not_replaced(tmp_path: Path, how: str):
    """Neither another group nor another user name makes a replace of a protected workplace."""
    front = FRONT.replace("group: bonn", "group: koeln").replace("228 6380", "221 4711")
    if how == "renamed":
        front = FRONT.replace("name: empfang.nord}", "name: empfang.sued, annotations: {reconciler/was: empfang.nord}}")
    there = office(tmp_path, [KOELN, FRONT], [KOELN, front], unmanaged="delete")
    policy(there, protect='["workplace/empfang.nord"]')
    said, report = planned(there, *EVERYTHING)
    assert (said.exit, report["refused"], report["summary"]["replace"]) == (4, ["PROTECTED"], 1)


def test_groups_profiles_and_templates_can_be_protected(tmp_path: Path):
    """A pattern is about any kind."""
    there = office(tmp_path, [KOELN, *staff(2)], staff(2), unmanaged="delete")
    policy(there, protect="[Group/koeln]")
    said, report = planned(there)
    assert (said.exit, report["refused"]) == (4, ["PROTECTED"])


def test_a_deletion_that_lies_in_the_cart_is_not_bought(tmp_path: Path):
    """Who is protected after the deletion was put into the cart is not deleted; back in Git, it is taken out."""
    there = office(tmp_path, [FRONT, *staff(2)], staff(2), unmanaged="delete")
    assert reconciler(there, "apply", "--yes").exit == 0
    policy(there, protect='["workplace/empfang.nord"]')
    assert planned(there)[0].exit == 4
    assert unchanged(there, "order", "--yes").exit == 4
    wish(there, COMPANY, FRONT, *staff(2))
    assert reconciler(there, "apply", "--yes").exit == 0
    said, report = planned(there)
    assert (said.exit, report["changes"]) == (0, [])
    assert json.loads(reconciler(there, "cart", "--output", "json").out)["positions"] == []


def test_a_protected_workplace_that_is_not_bought_may_be_withdrawn(tmp_path: Path):
    """A withdrawal deletes nothing and replaces nothing."""
    there = office(tmp_path, staff(1), [FRONT, *staff(1)], unmanaged="delete")
    policy(there, protect='["workplace/empfang.nord"]')
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, COMPANY, *staff(1))
    said, report = planned(there)
    assert (said.exit, report["summary"]["withdraw"]) == (0, 1)


def test_the_last_position_of_a_company_can_be_withdrawn(tmp_path: Path):
    """Withdrawals count in no guard, also where no other workplace is left."""
    there = office(tmp_path, [], [seat("anna.schmidt", "58")], unmanaged="delete")
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, COMPANY)
    said, report = planned(there)
    assert (said.exit, report["refused"], report["summary"]["withdraw"]) == (0, [], 1)
    assert reconciler(there, "apply", "--yes").exit == 0
    assert json.loads(reconciler(there, "cart", "--output", "json").out)["positions"] == []


def test_what_is_kept_is_left_alone_and_listed(tmp_path: Path):
    """With ``unmanaged: delete`` what a pattern of ``policy.keep`` fits stays, and the plan says so."""
    there = office(tmp_path, [KOELN, FAX, *staff(3)], staff(3), unmanaged="delete")
    policy(there, keep='["workplace/fax.*", "group/koeln"]')
    said, report = planned(there)
    assert said.exit == 0
    assert report["changes"] == []
    assert report["kept"] == ["group/koeln", "workplace/fax.keller"]
    assert set(report["kept"]) <= set(report["unmanaged"])
    told = unchanged(there, "plan", "--lang", "en").out
    assert "stay because of “policy.keep”: group/koeln, workplace/fax.keller" in " ".join(told.split())
    assert "stays because of policy.keep" in unchanged(there, "plan", "--output", "markdown", "--redact", "none").out
    assert reconciler(there, "drift").exit == 0


def test_what_is_kept_keeps_what_it_refers_to(tmp_path: Path):
    """A kept workplace holds its group: the group is not deleted under it."""
    fax = FAX.replace("group: bonn", "group: koeln").replace("228 6380", "221 4711")
    there = office(tmp_path, [KOELN, fax, *staff(3)], staff(3), unmanaged="delete")
    policy(there, keep='["workplace/fax.*"]')
    said, report = planned(there)
    assert said.exit == 0
    assert [b["address"] for b in report["blocked"]] == ["group/koeln"]
    assert not report["waves"]


def test_a_kept_resource_that_a_manifest_names_is_compared(tmp_path: Path):
    """``keep`` is about what no manifest names."""
    there = office(tmp_path, [FAX], [FAX.replace("lastName: keller", "lastName: Kellermann")], unmanaged="delete")
    policy(there, keep='["workplace/fax.*"]')
    assert planned(there)[1]["summary"]["update"] == 1


@pytest.mark.parametrize("field", ["protect", "keep"])
def test_a_pattern_that_fits_nothing_is_a_warning(tmp_path: Path, field: str):
    """A misspelt pattern does not unprotect in silence; it is shown where it stands."""
    there = office(tmp_path, [FRONT], [FRONT], unmanaged="delete")
    policy(there, **{field: '["workplace/empfang.*", "workplace/empfnag.*"]'})
    said, report = planned(there)
    assert said.exit == 0
    assert [(f["rule"], f["severity"], f["place"]) for f in report["findings"] if f["rule"] == "POL-1"] == [
        ("POL-1", "warning", f"reconciler.yaml:4:{_column(there, 'workplace/empfnag')}")]
    assert "POL-1" not in unchanged(there, "validate", "--output", "json").out


def _column(there: Path, text: str) -> int:
    return (there / "reconciler.yaml").read_text().splitlines()[3].index(text)


@pytest.mark.parametrize("pattern", ["empfang", "workplace/", "/x", "workplace/a b", "''", "{a: b}"])
def test_a_pattern_is_kind_and_name(tmp_path: Path, pattern: str):
    """What can be no address is refused with its place."""
    there = office(tmp_path, [], [FRONT])
    policy(there, protect=f"[{pattern}]")
    said = unchanged_file(there)
    assert said.exit == 1
    assert "reconciler.yaml:4:" in said.err


def unchanged_file(there: Path) -> Said:
    """A plan in a workspace whose file is wrong."""
    return reconciler(there, "plan")
