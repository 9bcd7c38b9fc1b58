"""What was ordered and rejected on its day comes back, with the portal's reason; what is not ours stays as it is."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reconciler.model.address import Address
from reconciler.portal.books.file import File
from reconciler.portal.books.store import SqlStore
from reconciler.workspace.kit import load_kit
from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish
from tests.cli.others import others_put, theirs

ANNA = seat("anna.schmidt", "58")
BASE = COMPANY.replace("quota: 200", "packages: [call-analytics-basic], quota: 200")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """The company's package was to end, and on that day somebody booked what needs it: the portal rejected the end."""
    folder = office(tmp_path, [ANNA], [ANNA], unmanaged="delete")
    for manifest in (BASE, COMPANY):
        wish(folder, manifest, ANNA)
        assert reconciler(folder, "apply", "--yes").exit == 0
        assert reconciler(folder, "order", "--yes").exit == 0
        if manifest is COMPANY:
            others_put(folder, theirs("anna.schmidt", "book", "call-analytics"), bought=True)
        assert reconciler(folder, "portal", "advance", "--days", "31").exit == 0
    return folder


def test_the_reason_comes_back_in_json(there: Path):
    """One warning for the repeated step; the step itself waits for what stood in its way."""
    told = json.loads(unchanged(there, "plan", "--output", "json").out)
    (again,) = [f for f in told["findings"] if f["rule"] == "CART-3"]
    assert (again["severity"], again["address"]) == ("warning", "company/lindenhof")
    assert "ordered on 2026-12-23, was rejected by the portal (PKG-5: " in again["message"]
    assert "workplace/anna.schmidt still needs call-analytics-basic" in again["message"]
    assert [(w["notBefore"], o["verb"], o["address"]) for w in told["waves"] for o in w["orders"]] == [
        ("2027-01-23", "cancel", "workplace/anna.schmidt"), ("2027-01-24", "cancel", "company/lindenhof")]
    positions = json.loads(unchanged(there, "cart", "--output", "json").out)["positions"]
    assert [(p["address"], p["verb"], p["state"]) for p in positions if p["state"] == "rejected"] == [
        ("company/lindenhof", "cancel", "rejected")]


SAYS = {"de": "bestellt am 2026-12-23, hat das Portal abgelehnt (PKG-5: ",
        "en": "ordered on 2026-12-23, was rejected by the portal (PKG-5: workplace/anna.schmidt still needs"}


@pytest.mark.parametrize(("language", "says"), SAYS.items())
def test_the_reason_comes_back_in_words(there: Path, language: str, says: str):
    """In the language of whoever reads the plan."""
    said = unchanged(there, "plan", "--lang", language)
    assert (said.exit, says in " ".join(said.out.split())) == (0, True)


def done(there: Path, days: int) -> None:
    """What is due is ordered, and so many days go by."""
    assert reconciler(there, "apply", "--yes").exit == 0
    assert reconciler(there, "order", "--yes").exit == 0
    assert reconciler(there, "portal", "advance", "--days", str(days)).exit == 0


def test_once_carried_out_it_is_forgotten(there: Path):
    """The same step again, in time, is done; when it is due once more, years later, nothing is said of it."""
    assert reconciler(there, "portal", "advance", "--days", "31").exit == 0
    done(there, 1)
    done(there, 1)
    assert not json.loads(unchanged(there, "plan", "--output", "json").out)["changes"]
    wish(there, BASE, ANNA)
    done(there, 800)
    wish(there, COMPANY, ANNA)
    told = json.loads(unchanged(there, "plan", "--output", "json").out)
    assert [o["verb"] for w in told["waves"] for o in w["orders"]] == ["cancel"]
    assert not [f for f in told["findings"] if f["rule"] == "CART-3"]


def without_package(there: Path) -> None:
    """The company's package is gone at the portal, by a way that the cart does not know."""
    kinds = load_kit().kinds
    with closing(SqlStore(File(there / ".reconciler" / "portal.db"), kinds)) as store, store.write() as books:
        company = books.resource(Address("company", "lindenhof"))
        assert company
        body = kinds["company"].plain(company.body) | {"packages": []}
        books.put([replace(company, body=kinds["company"].read(body))])


def ordered(folder: Path, *more: str) -> Path:
    """The company has the package; what needs it for Anna or Bert is ordered with plan.json, and then it is gone."""
    there = office(folder, [ANNA], [ANNA], unmanaged="delete")
    wish(there, BASE, ANNA)
    done(there, 1)
    wish(there, BASE, *more)
    for argv in (("plan", "--out", "plan.json"), ("apply", "plan.json"), ("order", "plan.json", "--yes")):
        assert reconciler(there, *argv).exit == 0
    without_package(there)
    return there


def test_a_workplace_that_was_rejected_is_active_from_no_day(tmp_path: Path):
    """The cart keeps the reason and no day; where the written day is over by then, plan and drift say why it is."""
    bert = seat("bert.blum", "12", "activationDate: 2026-11-26", "packages: [call-analytics]")
    there = ordered(tmp_path, ANNA, bert)
    assert "active from 2026-11-26" in reconciler(there, "cart").out
    assert reconciler(there, "portal", "advance", "--to", "2026-11-26").exit == 0
    cart = " ".join(unchanged(there, "cart").out.split())
    assert "rejected ours workplace/bert.blum" in cart
    assert "PKG-5" in cart
    assert "active from" not in cart
    for command in ("plan", "drift", "apply"):
        said = unchanged(there, command, *(["--yes"] if command == "apply" else []), "--output", "json")
        assert [f["rule"] for f in json.loads(said.out)["findings"]] == ["DATE-1", "CART-3"], said
    terms = json.loads(unchanged(there, "terms", "--output", "json").out)["terms"]
    assert "workplace/bert.blum" not in {term["address"] for term in terms}
    assert "bert.blum" not in unchanged(there, "dump", "--status").out


def test_a_plan_file_of_what_was_rejected_says_so(tmp_path: Path):
    """It was neither carried out nor is it missing in the cart: the portal rejected it, and the reason is told."""
    there = ordered(tmp_path, seat("anna.schmidt", "58", "packages: [call-analytics]"))
    assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    bought = unchanged(there, "order", "plan.json", "--yes")
    assert bought.exit == 8
    assert bought.last.startswith(
        "The portal rejected what was ordered: booking of call-analytics for workplace/anna.schmidt (PKG-5: ")
    sent = unchanged(there, "apply", "plan.json", "--output", "json")
    (found,) = json.loads(sent.out)["findings"]
    assert (sent.exit, found["rule"]) == (5, "PLAN-1")
    assert "was ordered, but the portal rejected it (PKG-5: " in found["message"]


def test_what_the_plan_mends_itself_is_not_called_hopeless(tmp_path: Path):
    """The way out asks for nothing that the plan does already: here it books first what was missing."""
    there = ordered(tmp_path, seat("anna.schmidt", "58", "packages: [call-analytics]"))
    assert reconciler(there, "portal", "advance", "--days", "1").exit == 0
    report = json.loads(unchanged(there, "plan", "--output", "json").out)
    (found,) = report["findings"]
    assert found["help"].startswith("Unless the plan removes the reason or waits for it to be over")
    assert [o["address"] for w in report["waves"] for o in w["orders"]] == [
        "company/lindenhof", "workplace/anna.schmidt"]
