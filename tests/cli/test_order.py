"""Order buys what was approved and shown, by content, and says what it did, whatever happens afterwards."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reconciler.model.order import Order
from reconciler.workspace.kit import load_kit
from reconciler.workspace.portal import connect
from reconciler.workspace.settings import open_workspace
from tests.cli.command import reconciler
from tests.cli.office import office, seat, unchanged, wish

ANNA, BERT = seat("anna.schmidt", "58"), seat("bert.maier", "59")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Two joiners lie in the cart, as plan.json says."""
    folder = office(tmp_path, [], [ANNA, BERT])
    assert reconciler(folder, "plan", "--out", "plan.json").exit == 0
    assert reconciler(folder, "apply", "plan.json").exit == 0
    return folder


def edited(there: Path, **values: object) -> None:
    """Somebody with the tool's rights changes Anna's position behind its back: same reference, other content."""
    portal = connect(open_workspace(there), load_kit())
    position = next(p for p in portal.positions() if p.address.name == "anna.schmidt")
    token = portal.acquire("somebody")
    body = {**position.body, **values}
    order = Order("o1-behind", "cart", "change", position.address, body=body, target=position.ref)
    assert portal.execute(order, token).outcome == "done"
    portal.release(token)
    portal.close()


def test_a_plan_is_bought_as_it_was_approved(there: Path) -> None:
    """After a later wish changed a position, the older plan file buys nothing and says which one it is."""
    wish(there, seat("anna.schmidt", "77"), BERT)
    assert reconciler(there, "apply", "--yes").exit == 0
    said = unchanged(there, "order", "plan.json", "--yes")
    assert said.exit == 8
    assert "workplace/anna.schmidt" in said.last
    assert "o1-" not in said.last
    assert reconciler(there, "order", "--yes").exit == 0


def test_what_changes_between_question_and_yes_is_not_bought(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The portal compares in the moment of buying: what was changed after it was shown refuses all."""
    number = {"number": {"external": "+49228638076", "internal": "76"}}
    _with_portal(monkeypatch, "acquire", lambda: edited(there, **number))
    said = reconciler(there, "order", "--yes", "--output", "json")
    monkeypatch.undo()
    assert said.exit == 8
    assert json.loads(said.out)["receipts"][0]["state"] == "rejected"
    cart = json.loads(reconciler(there, "cart", "--output", "json").out)
    assert {p["state"] for p in cart["positions"]} == {"in-cart"}


def test_ordered_a_second_time(there: Path) -> None:
    """What was ordered already is no error, with the plan file and without."""
    assert reconciler(there, "order", "plan.json", "--yes").exit == 0
    again = unchanged(there, "order", "plan.json", "--yes")
    assert again.exit == 0
    assert "ordered already" in again.last
    assert unchanged(there, "order", "--yes").exit == 0
    wish(there, ANNA, BERT, seat("carl.lang", "60"))
    assert unchanged(there, "order", "plan.json", "--yes").exit == 0


def test_more_in_the_cart_than_planned(there: Path) -> None:
    """What a later plan put into the cart is not bought by the older file."""
    wish(there, ANNA, BERT, seat("carl.lang", "60"))
    assert reconciler(there, "apply", "--yes").exit == 0
    said = unchanged(there, "order", "plan.json", "--yes")
    assert said.exit == 8
    assert "workplace/carl.lang" in said.last


def test_what_lay_there_already_is_part_of_the_plan(there: Path) -> None:
    """A plan knows what lies in the cart when it is made, so that its file buys all of it."""
    wish(there, ANNA, BERT, seat("carl.lang", "60"))
    assert reconciler(there, "plan", "--out", "second.json").exit == 0
    assert reconciler(there, "apply", "second.json").exit == 0
    said = reconciler(there, "order", "second.json", "--yes", "--output", "json")
    assert (said.exit, len(json.loads(said.out)["positions"])) == (0, 3)


def test_before_it_was_applied(tmp_path: Path) -> None:
    """The plan file of an empty cart buys nothing."""
    there = office(tmp_path, [], [ANNA])
    reconciler(there, "plan", "--out", "plan.json")
    said = unchanged(there, "order", "plan.json", "--yes")
    assert said.exit == 8
    assert "workplace/anna.schmidt" in said.last


@pytest.mark.parametrize("method", ["release", "positions"])
def test_after_it_bought(there: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    """A portal that goes away right after buying: never 6 or 130, and never a word of nothing bought."""
    _gone_after(monkeypatch, "submit", method)
    said = reconciler(there, "order", "plan.json", "--yes", "--output", "json")
    monkeypatch.undo()
    assert said.exit == (0 if method == "release" else 8)
    assert {p["state"] for p in json.loads(said.out)["positions"]} == {"ordered"}
    assert "Nothing" not in said.err


def _with_portal(patch: pytest.MonkeyPatch, method: str, first: Callable[[], object]) -> None:
    """Do something just before the portal is asked for the first time by this method."""
    real = connect
    waiting = [first]

    def other(*args: Any, **named: Any) -> Any:
        portal = real(*args, **named)
        called = getattr(portal, method)

        def call(*given: Any) -> Any:
            while waiting:
                waiting.pop()()
            return called(*given)

        setattr(portal, method, call)
        return portal

    patch.setattr("reconciler.commands.order.connect", other)


def _gone_after(patch: pytest.MonkeyPatch, last: str, method: str) -> None:
    """The portal cannot be asked by ``method`` any more once ``last`` was called."""
    real = connect
    gone: list[str] = []

    def other(*args: Any, **named: Any) -> Any:
        portal = real(*args, **named)
        submit, lost = getattr(portal, last), getattr(portal, method)

        def call(*given: Any) -> Any:
            gone.append(last)
            return submit(*given)

        def missing(*given: Any) -> Any:
            if gone:
                raise OSError("away")
            return lost(*given)

        setattr(portal, last, call)
        setattr(portal, method, missing)
        return portal

    patch.setattr("reconciler.commands.order.connect", other)


def test_a_part_that_was_approved_is_bought_though_more_is_due(tmp_path: Path) -> None:
    """The plan file of one workplace is carried to its end; without the file the cart is half of what is wished."""
    there = office(tmp_path, [], [ANNA, BERT])
    assert reconciler(there, "plan", "--target", "workplace/anna.schmidt", "--out", "anna.json").exit == 0
    assert reconciler(there, "apply", "anna.json").exit == 0
    without = unchanged(there, "order", "--yes")
    assert without.exit == 8
    assert "bert.maier" in without.last
    assert "order PLANFILE" in without.last
    assert reconciler(there, "order", "anna.json", "--yes").exit == 0
    cart = json.loads(reconciler(there, "cart", "--output", "json").out)["positions"]
    assert [(p["address"], p["state"]) for p in cart] == [("workplace/anna.schmidt", "ordered")]


def test_what_the_manifests_no_longer_want_is_not_bought(there: Path) -> None:
    """Bert is wished no more: his position is to be withdrawn first, though the plan file approved it."""
    wish(there, ANNA)
    said = unchanged(there, "order", "plan.json", "--yes")
    assert said.exit == 8
    assert "withdraw" in said.last
    assert "bert.maier" in said.last
    assert "PLANFILE" not in said.last


def test_what_is_still_due_is_counted(tmp_path: Path) -> None:
    """The first is named, and how many more there are."""
    folder = office(tmp_path, [], [seat("anna.schmidt", "58")])
    assert reconciler(folder, "apply", "--yes").exit == 0
    for names, said in ((("bea.keller",), "is still due"), (("bea.keller", "carl.kurz", "dora.dach"),
                                                            "and 2 more orders are still due")):
        wish(folder, seat("anna.schmidt", "58"), *(seat(name, str(60 + n)) for n, name in enumerate(names)))
        assert f"activation of workplace/bea.keller {said}." in unchanged(folder, "order", "--yes").last
