"""What others want deleted: told as theirs, never bought or stopped by ours."""

import json
from pathlib import Path

import pytest

from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish
from tests.cli.others import others_put, theirs
from tests.engine.documents import profile

SINCE = "activatedOn: 2025-01-02"
ANNA = seat("anna.schmidt", "58", status=SINCE)
LINE = "1 position of others in the cart or ordered, left alone"


@pytest.fixture
def doomed(tmp_path: Path) -> Path:
    """Somebody has put the deletion of the one workplace, which the policy protects, into the cart."""
    folder = office(tmp_path, [ANNA], [ANNA], unmanaged="delete")
    (folder / "reconciler.yaml").write_text(
        (folder / "reconciler.yaml").read_text().replace("mailDomains", "protect: [workplace/anna.*], mailDomains"))
    others_put(folder, theirs("anna.schmidt", "delete"))
    return folder


IN_VAIN = ("workplace/anna.schmidt is protected (policy.protect: workplace/anna.*), "
           "but others put its deletion into the cart")


def test_a_deletion_by_others_is_told_as_theirs(doomed: Path) -> None:
    """Of what is protected too: the way out is at the portal, and ``order`` is never offered for what is not ours."""
    said = unchanged(doomed, "plan", "--output", "json")
    assert said.exit == 0, said
    told = json.loads(said.out)
    (found,) = told["findings"]
    assert (found["rule"], found["severity"], found["address"]) == ("CART-5", "warning", "workplace/anna.schmidt")
    assert found["message"].startswith(IN_VAIN)
    assert found["help"].startswith("Find out at the portal who wanted the deletion")
    assert "reconciler order" not in said.out
    assert told["waves"] == []
    assert (told["changes"], told["blocked"]) == ([], [])  # nobody bought it, so all is as the manifests want it
    drift = " ".join(unchanged(doomed, "drift").out.split())
    assert f"{LINE}: delete (workplace/anna.schmidt)" in drift
    assert IN_VAIN in drift


def test_a_deletion_by_others_is_no_replace_of_ours(doomed: Path) -> None:
    """Apply would send nothing for it, so it binds nobody, has no gap, and no replace is counted or allowed for it."""
    told = json.loads(reconciler(doomed, "plan", "--output", "json").out)
    counts = {name: told["summary"][name] for name in ("create", "replace", "blocked")}
    assert counts == {"create": 0, "replace": 0, "blocked": 0}
    assert (told["commitments"]["workplaces"], told["gaps"]) == (0, [])
    wish(doomed, COMPANY, seat("anna.schmidt", "58", "blockingProfile: system"))
    assert "G1" in {f["rule"] for f in json.loads(reconciler(doomed, "plan", "--output", "json").out)["findings"]}
    wish(doomed, COMPANY, seat("anna.schmidt", "58"), seat("bea.keller", "59"))
    for argv in ("apply --yes", "order --yes", "portal advance --days 31"):
        assert reconciler(doomed, *argv.split()).exit == 0
    was = "name: bea.kern, annotations: {reconciler/was: bea.keller}}"
    wish(doomed, COMPANY, seat("anna.schmidt", "58"), seat("bea.kern", "59").replace("name: bea.kern}", was))
    stopped = reconciler(doomed, "plan")
    assert (stopped.exit, "workplace/bea.kern (1 in all)" in stopped.out) == (4, True)
    allowed = reconciler(doomed, "plan", "--allow", "replaces=1")
    assert (allowed.exit, "0 create, 0 update, 1 replace" in allowed.out) == (0, True)
    assert "Binds 1 workplace (paid)" in allowed.out


def test_a_deletion_by_others_stops_nothing_of_ours(doomed: Path) -> None:
    """Apply and order go on with what is ours, and each says who is protected in vain."""
    wish(doomed, COMPANY, seat("anna.schmidt", "58"), seat("bea.keller", "59"))
    for command in ("apply", "order"):
        said = reconciler(doomed, command, "--yes")
        assert said.exit == 0, said
        assert IN_VAIN in " ".join(said.out.split())
    states = {p["address"]: p["state"] for p in
              json.loads(reconciler(doomed, "cart", "--output", "json").out)["positions"]}
    assert states == {"workplace/anna.schmidt": "in-cart", "workplace/bea.keller": "ordered"}


def test_a_deletion_by_others_is_not_bought_with_theirs(doomed: Path) -> None:
    """``--with-foreign`` would buy it: the guard ends that with 4."""
    wish(doomed, COMPANY, seat("anna.schmidt", "58", "timeZone: Europe/Vienna"), seat("bea.keller", "59"))
    assert reconciler(doomed, "apply", "--yes", "--target", "workplace/bea.keller").exit == 0
    said = unchanged(doomed, "order", "--with-foreign", "--yes", "--output", "json")
    errors = {f["rule"]: f for f in json.loads(said.out)["findings"] if f["severity"] == "error"}
    assert (said.exit, sorted(errors)) == (4, ["EMPTY", "PROTECTED"])
    found = errors["PROTECTED"]
    assert "or order without --with-foreign" in found["help"]


def test_who_is_in_no_manifest_is_not_left_to_others(doomed: Path) -> None:
    """Then it is the manifests that want the end of what is protected, as if nobody else did."""
    wish(doomed, COMPANY, seat("bea.keller", "59"))
    for line in ("plan", "order --with-foreign --yes"):
        said = unchanged(doomed, *line.split(), "--output", "json")
        (found,) = (f for f in json.loads(said.out)["findings"] if f["rule"] == "PROTECTED")
        assert (said.exit, "back into the manifests" in found["help"]) == (4, True)


def test_who_is_protected_by_the_manifest_is_not_bought_with_theirs(doomed: Path) -> None:
    """``protect: true`` holds as a pattern does, whether anything else is to change or not."""
    settings = doomed / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("protect: [workplace/anna.*], ", ""))
    for more in ((), ("timeZone: Europe/Vienna",)):
        wish(doomed, COMPANY, seat("anna.schmidt", "58", "protect: true", *more), seat("bea.keller", "59"))
        told = json.loads(unchanged(doomed, "plan", "--output", "json").out)
        assert "CART-5" in {f["rule"] for f in told["findings"]}
        assert unchanged(doomed, "order", "--with-foreign", "--yes").exit == 4


def test_the_last_one_is_not_bought_with_theirs(doomed: Path) -> None:
    """All telephones of a company are gone by what others put into the cart: that takes a word too (EMPTY)."""
    settings = doomed / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("protect: [workplace/anna.*], ", ""))
    said = unchanged(doomed, "order", "--with-foreign", "--yes", "--output", "json")
    assert (said.exit, [f["rule"] for f in json.loads(said.out)["findings"]]) == (4, ["EMPTY"])
    assert reconciler(doomed, "order", "--with-foreign", "--yes", "--allow", "empty=1").exit == 0


def test_a_deletion_by_others_stops_no_change(doomed: Path) -> None:
    """Who stays is changed as ever; only what the portal refuses beside it waits, and says for what."""
    wish(doomed, COMPANY, seat("anna.schmidt", "58", "timeZone: Europe/Vienna", "packages: [conference-plus]"))
    told = json.loads(unchanged(doomed, "plan", "--output", "json").out)
    assert [(o["verb"], o["address"]) for w in told["waves"] for o in w["orders"]] == [
        ("update", "workplace/anna.schmidt")]
    (blocked,) = told["blocked"]
    assert blocked["message"] == ("waits for the deletion of workplace/anna.schmidt, "
                                  "which others put into the cart, not ordered")
    assert reconciler(doomed, "apply", "--yes").exit == 0
    assert "Europe/Vienna" in reconciler(doomed, "dump", "--status").out


def test_who_is_in_no_manifest_waits_for_others(doomed: Path) -> None:
    """As long as nobody buys it she stays and is paid for: the portal is not what the manifests say."""
    settings = doomed / "reconciler.yaml"
    settings.write_text(settings.read_text().replace("protect: [workplace/anna.*], ", ""))
    wish(doomed, COMPANY, seat("bea.keller", "59"))
    assert reconciler(doomed, "apply", "--yes").exit == 0
    said = unchanged(doomed, "drift", "--output", "json")
    assert (said.exit, [c["address"] for c in json.loads(said.out)["changes"]]) == (2, ["workplace/anna.schmidt"])
    (blocked,) = json.loads(said.out)["blocked"]
    assert blocked["message"].startswith("waits for the deletion of workplace/anna.schmidt, which others put")


def test_a_deletion_that_others_ordered_is_told_with_its_day(doomed: Path) -> None:
    """Nothing here can stop it: the warning says when it is carried out, and the plan sets the workplace up anew."""
    others_put(doomed, bought=True)
    said = unchanged(doomed, "plan", "--output", "json")
    (found,) = (f for f in json.loads(said.out)["findings"])
    assert (said.exit, found["rule"]) == (0, "CART-5")
    assert "its deletion is ordered and will be carried out on 2026-11-23" in found["message"]


def test_nobody_waits_for_others_to_let_go(tmp_path: Path) -> None:
    """Who is to be deleted by others lets go of a profile by an edit of ours, and so it can be removed."""
    strict = profile("strict", "+49900")
    there = office(tmp_path, [strict, seat("anna.schmidt", "58", "blockingProfile: strict", status=SINCE)],
                   [seat("anna.schmidt", "58")], unmanaged="delete")
    others_put(there, theirs("anna.schmidt", "delete"))
    told = json.loads(unchanged(there, "plan", "--output", "json").out)
    assert told["blocked"] == []
    assert [(o["verb"], o["address"]) for wave in told["waves"] for o in wave["orders"]] == [
        ("update", "workplace/anna.schmidt"), ("remove", "blockingprofile/strict")]
