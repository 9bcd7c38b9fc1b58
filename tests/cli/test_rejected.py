"""What was ordered and rejected on its day comes back, with the portal's reason; what is not ours stays as it is."""

import json
from pathlib import Path

import pytest

from reconciler.drivers.local import SqlStore
from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.opening import load_kit
from reconciler.portal.service import Service
from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish
from tests.portal.company import lying

ANNA = seat("anna.schmidt", "58")
BASE = COMPANY.replace("quota: 200", "packages: [call-analytics-basic], quota: 200")


def by_hand(there: Path, name: str, item: str) -> None:
    """A person books something at the portal."""
    kit = load_kit()
    store = SqlStore(there / ".reconciler" / "portal.db", kit.kinds)
    person = Service(store, kit.kinds, tuple(kit.rules.values()), lambda: 0.0, ours=False)
    token = person.acquire("somebody")
    assert person.execute(Order("theirs", "cart", "book", Address("workplace", name), item), token).outcome == "done"
    assert person.submit(lying(person, "theirs"), token).outcome == "done"
    person.release(token)
    person.close()


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """The company's package was to end, and on that day somebody booked what needs it: the portal rejected the end."""
    folder = office(tmp_path, [ANNA], [ANNA], unmanaged="delete")
    for manifest in (BASE, COMPANY):
        wish(folder, manifest, ANNA)
        assert reconciler(folder, "apply", "--yes").exit == 0
        assert reconciler(folder, "order", "--yes").exit == 0
        if manifest is COMPANY:
            by_hand(folder, "anna.schmidt", "call-analytics")
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
