"""Login data: readable, compared and updated like other personal data, and told before the yes."""

import json
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import office, seat, unchanged, wish

ANNA = seat("anna.schmidt", "58")
LOGIN = '{email: anna.schmidt@lindenhof.example, mobile: "+49 170 1234558"}'
ELSE = '{email: a.schmidt@lindenhof.example, mobile: "+49 170 1234558"}'


def with_login(login: str) -> str:
    """Anna with other login data, or none."""
    return ANNA.replace(LOGIN, login) if login else ANNA.replace(f"  login: {LOGIN}\n", "")


@pytest.mark.parametrize("login", [
    ELSE, LOGIN.replace("1234558", "7654321"), "{email: anna.schmidt@lindenhof.example, withoutMobile: true}"])
def test_a_changed_login_is_updated(tmp_path: Path, login: str):
    """One direct update, no mail and no SMS counted, the next password named; then nothing is left to do."""
    there = office(tmp_path, [ANNA], [with_login(login)])
    report = json.loads(unchanged(there, "plan", "--output", "json").out)
    assert [(o["channel"], o["verb"], list(o["body"])) for w in report["waves"] for o in w["orders"]] == [
        ("direct", "update", ["login"])]
    assert (report["commitments"]["mails"], report["commitments"]["sms"]) == (0, 0)
    told = " ".join(unchanged(there, "plan").out.split())
    assert "The next password goes to another address or mobile number: workplace/anna.schmidt" in told
    assert reconciler(there, "plan", "--out", "plan.json").exit == 0
    assert "The next password goes" in reconciler(there, "show", "plan.json").out
    assert reconciler(there, "drift").exit == 2
    assert reconciler(there, "apply", "--yes").exit == 0
    assert reconciler(there, "order", "--yes").exit == 0
    assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    assert reconciler(there, "plan", "--detailed-exitcode").exit == 0
    dumped = reconciler(there, "dump", "--status").out
    wish(there, dumped[dumped.index("kind: Workplace") - len("apiVersion: cloudpbx/v1\n"):].partition("status:")[0])
    assert reconciler(there, "plan", "--detailed-exitcode").exit == 0


def test_only_the_part_that_changes_is_told(tmp_path: Path):
    """The address before and after, and not the number that stays."""
    there = office(tmp_path, [ANNA], [with_login(ELSE)])
    told = " ".join(unchanged(there, "plan").out.split())
    assert "login.email anna.schmidt@lindenhof.example → a.schmidt@lindenhof.example" in told
    assert "1234558" not in told


def test_strangers_learn_nothing(tmp_path: Path):
    """In a comment neither the old nor the new address stands, nor the name."""
    there = office(tmp_path, [ANNA], [with_login(ELSE)])
    comment = unchanged(there, "plan", "--output", "markdown").out
    assert "The next password goes" in comment
    assert not [word for word in ("schmidt", "lindenhof.example", "1234558") if word in comment]


def test_an_existing_login_to_another_domain(tmp_path: Path):
    """The guard of mail domains is about changed login data as well."""
    there = office(tmp_path, [ANNA], [with_login(ELSE.replace("lindenhof", "lindenhoff"))])
    report = json.loads(unchanged(there, "plan", "--output", "json").out)
    assert [(f["rule"], f["path"]) for f in report["findings"]] == [("G2", "login.email")]


@pytest.mark.parametrize(("login", "rule"), [
    ("", "AUTH-1"), ('{mobile: "+49 170 1234558"}', "AUTH-1"), ("{email: anna.schmidt@lindenhof.example}", "AUTH-2")])
def test_login_data_are_not_emptied(tmp_path: Path, login: str, rule: str):
    """Where the portal tells them, a manifest without them is an error at its place; user.email never stands in."""
    there = office(tmp_path, [ANNA], [with_login(login)])
    said = unchanged(there, "plan", "--output", "json")
    finding = next(f for f in json.loads(said.out)["findings"] if f["rule"] == rule)
    assert (said.exit, finding["severity"], finding["place"] is not None) == (3, "error", True)


def test_what_the_portal_does_not_tell_is_not_compared(tmp_path: Path):
    """Where it tells no login data there is nothing to change, whatever the manifest says, or lacks."""
    there = office(tmp_path, [with_login("")], [ANNA])
    assert reconciler(there, "plan", "--detailed-exitcode").exit == 0
    wish(there, with_login(""))
    assert reconciler(there, "plan", "--detailed-exitcode").exit == 0


def test_a_mail_domain_is_no_password_for_a_new_workplace(tmp_path: Path):
    """A new workplace is counted with its mails; the next password is about those that exist."""
    there = office(tmp_path, [], [ANNA])
    told = unchanged(there, "plan").out
    assert "next password" not in told
    assert reconciler(there, "apply", "--yes").exit == 0
    wish(there, with_login(ELSE))
    report = json.loads(unchanged(there, "plan", "--output", "json").out)
    assert [o["verb"] for w in report["waves"] for o in w["orders"]] == ["change"]
    assert reconciler(there, "apply", "--yes").exit == 0
    assert reconciler(there, "plan", "--detailed-exitcode").exit == 0
