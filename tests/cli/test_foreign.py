"""What others put into the cart is shown by a plan, left alone, and kept in its file."""

import json
import time
from pathlib import Path

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome
from reconciler.portal.books.store import SqlStore
from reconciler.portal.service import Service
from reconciler.rules import all_rules
from tests.cli.command import reconciler
from tests.cli.office import COMPANY, office, seat, unchanged, wish

ANNA = seat("anna.schmidt", "58", status="activatedOn: 2025-01-02")
LINE = "1 position of others in the cart or ordered, left alone"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A company in whose cart somebody has put a package for the one workplace; nothing else is to be done."""
    folder = office(tmp_path, [ANNA], [seat("anna.schmidt", "58", "packages: [conference-premium]")])
    kinds = all_kinds()
    others = Service(SqlStore(folder / ".reconciler/portal.db", kinds), kinds, tuple(all_rules().values()), time.time,
                     ours=False)
    token = others.acquire("somebody")
    order = Order("theirs-1", "cart", "book", Address("workplace", "anna.schmidt"), "conference-premium")
    assert others.execute(order, token).outcome is Outcome.DONE
    others.release(token)
    others.close()
    return folder


def test_it_is_told_although_nothing_is_to_be_done(there: Path) -> None:
    """A plan without changes names it too; in short its number is enough."""
    said = unchanged(there, "plan")
    assert "No changes" in said.out
    assert f"{LINE}: book conference-premium\n  (workplace/anna.schmidt)\n" in said.out
    assert LINE in reconciler(there, "plan", "--concise").out


def test_it_has_the_shape_of_the_cart_and_stays_in_the_file(there: Path) -> None:
    """The same object as ``cart`` shows, from the plan, from its file, and from apply."""
    wish(there, seat("anna.schmidt", "58", "packages: [conference-premium]"), seat("bea.keller", "59"))
    lying = json.loads(reconciler(there, "cart", "--output", "json").out)["positions"]
    plan = json.loads(reconciler(there, "plan", "--out", "plan.json", "--output", "json").out)
    shown = json.loads(reconciler(there, "show", "plan.json", "--output", "json").out)
    applied = json.loads(reconciler(there, "apply", "plan.json", "--output", "json").out)
    assert lying == plan["foreign"] == shown["foreign"] == applied["foreign"]
    assert [(p["ref"], p["ours"], p["state"]) for p in lying] == [("theirs-1", False, "in-cart")]
    assert LINE in reconciler(there, "show", "plan.json").out
    fresh = json.loads(reconciler(there, "plan", "--output", "json").out)
    assert fresh["foreign"] == lying  # our own position is not among them


def test_a_cart_of_others_is_not_empty(there: Path) -> None:
    """Nothing of ours is there to buy; what others put in is counted, and how to buy it named."""
    said = unchanged(there, "order", "--yes")
    assert said.exit == 0
    assert said.last == ("Nothing of ours lies in the cart, only 1 position of others; nothing was bought. "
                         "With them: --with-foreign")


def test_a_comment_names_nobody(there: Path) -> None:
    """Markdown has pseudonyms unless told otherwise."""
    said = reconciler(there, "plan", "--output", "markdown").out
    assert "### Positions of others, left alone" in said
    assert "anna" not in said
    assert "`workplace/anna.schmidt`" in reconciler(there, "plan", "--output", "markdown", "--redact", "none").out


@pytest.mark.parametrize("policy", ["report", "delete"])
def test_what_only_lies_in_the_cart_is_not_there_yet(tmp_path: Path, policy: str) -> None:
    """A workplace that others put into the cart is a position of theirs, and none that no manifest names."""
    folder = office(tmp_path, [ANNA], [ANNA], unmanaged=policy)
    before = json.loads(reconciler(folder, "plan", "--output", "json").out)["unmanaged"]
    kinds = all_kinds()
    others = Service(SqlStore(folder / ".reconciler/portal.db", kinds), kinds, tuple(all_rules().values()), time.time,
                     ours=False)
    token = others.acquire("somebody")
    body = {"group": "bonn", "number": {"external": "+49228638059", "internal": "59"},
            "user": {"firstName": "Bea", "lastName": "Keller", "email": "bea.keller@lindenhof.example"},
            "login": {"email": "bea.keller@lindenhof.example", "mobile": "+491701234559"}}
    new = Order("theirs-2", "cart", "activate", Address("workplace", "bea.keller"), body=body)
    assert others.execute(new, token).outcome is Outcome.DONE
    others.release(token)
    others.close()
    told = json.loads(unchanged(folder, "plan", "--output", "json").out)
    assert (told["unmanaged"], told["summary"]["unmanaged"]) == (before, len(before))
    assert [p["address"] for p in told["foreign"]] == ["workplace/bea.keller"]
    shown = unchanged(folder, "plan").out
    assert f"{LINE}: activate (workplace/bea.keller)" in " ".join(shown.split())
    assert "No changes, but positions of others are still open" in shown


@pytest.fixture
def doomed(tmp_path: Path) -> Path:
    """Somebody has put the deletion of the one workplace, which the policy protects, into the cart."""
    folder = office(tmp_path, [ANNA], [ANNA], unmanaged="delete")
    (folder / "reconciler.yaml").write_text(
        (folder / "reconciler.yaml").read_text().replace("mailDomains", "protect: [workplace/anna.*], mailDomains"))
    kinds = all_kinds()
    others = Service(SqlStore(folder / ".reconciler/portal.db", kinds), kinds, tuple(all_rules().values()), time.time,
                     ours=False)
    token = others.acquire("somebody")
    gone = Order("theirs-1", "cart", "delete", Address("workplace", "anna.schmidt"))
    assert others.execute(gone, token).outcome is Outcome.DONE
    others.release(token)
    others.close()
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
    assert "others put it into the cart" in told["waves"][0]["orders"][0]["waitsFor"][0]["message"]
    drift = " ".join(unchanged(doomed, "drift").out.split())
    assert f"{LINE}: delete (workplace/anna.schmidt)" in drift
    assert IN_VAIN in drift


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


@pytest.mark.parametrize("wished", [True, False], ids=["wished", "in no manifest"])
def test_a_deletion_by_others_is_not_bought_with_theirs(doomed: Path, wished: bool) -> None:
    """``--with-foreign`` would buy it: the guard ends that with 4, whether a manifest names it or not."""
    wish(doomed, COMPANY, *([seat("anna.schmidt", "58")] if wished else []), seat("bea.keller", "59"))
    assert reconciler(doomed, "apply", "--yes").exit == 0
    said = unchanged(doomed, "order", "--with-foreign", "--yes", "--output", "json")
    (found,) = json.loads(said.out)["findings"]
    assert (said.exit, found["rule"], found["severity"]) == (4, "PROTECTED", "error")
    assert "or order without --with-foreign" in found["help"]


def test_a_deletion_that_others_ordered_is_told_with_its_day(doomed: Path) -> None:
    """Nothing here can stop it: the warning says when it is carried out, and the plan sets the workplace up anew."""
    kinds = all_kinds()
    others = Service(SqlStore(doomed / ".reconciler/portal.db", kinds), kinds, tuple(all_rules().values()), time.time,
                     ours=False)
    token = others.acquire("somebody")
    assert others.submit({p.ref: p.digest for p in others.positions()}, token).outcome is Outcome.DONE
    others.release(token)
    others.close()
    said = unchanged(doomed, "plan", "--output", "json")
    (found,) = (f for f in json.loads(said.out)["findings"])
    assert (said.exit, found["rule"]) == (0, "CART-5")
    assert "its deletion is ordered and will be carried out on 2026-11-23" in found["message"]
