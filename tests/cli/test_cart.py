"""``cart``: what lies in the cart, is ordered, or was carried out or refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import reconciler
from tests.cli.office import office, seat, staff, unchanged

ANNA = seat("anna.schmidt", "58", "activationDate: 2026-12-01")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Two people, and a third one in the manifests."""
    return office(tmp_path, staff(2), [*staff(2), ANNA])


def told(there: Path) -> list[dict[str, Any]]:
    """The positions of the cart."""
    found: list[dict[str, Any]] = json.loads(reconciler(there, "cart", "--output", "json").out)["positions"]
    return found


def test_an_empty_cart(there: Path):
    """Nothing lies there, and that is no problem."""
    said = unchanged(there, "cart")
    assert (said.exit, told(there)) == (0, [])
    assert said.last.startswith("0 positions")


def test_what_lies_there_and_what_is_ordered(there: Path):
    """Each position with its state: put there by ``apply``, bought by ``order``, carried out on its day."""
    states = []
    for line in ("apply --yes", "order --yes", "portal advance --to 2026-12-02"):
        assert reconciler(there, *line.split()).exit == 0
        states += [(p["address"], p["verb"], p["state"]) for p in told(there)]
    assert states == [("workplace/anna.schmidt", "activate", s) for s in ("in-cart", "ordered", "done")]


def test_the_cart_shows_the_day_that_will_count(tmp_path: Path):
    """Who begins as soon as possible and is not bought yet begins today at the earliest."""
    there = office(tmp_path, staff(2), [*staff(2), seat("bert.maier", "59")])
    reconciler(there, "apply", "--yes")
    reconciler(there, "portal", "advance", "--days", "3")
    assert told(there)[0]["activationDate"] == "2026-11-25"


def test_the_cart_forgets_what_was_carried_out(there: Path):
    """Finished positions are counted, and listed only in full."""
    reconciler(there, "apply", "--yes")
    reconciler(there, "order", "--yes")
    reconciler(there, "portal", "advance", "--to", "2026-12-02")
    said = reconciler(there, "cart").out
    assert "workplace/anna.schmidt" not in said
    assert "1 position that was carried out is not shown (--full lists it)" in said
    assert "workplace/anna.schmidt" in reconciler(there, "cart", "--full").out
    shown = reconciler(there, "cart", "--output", "markdown", "--redact", "none").out
    assert "workplace/anna.schmidt" not in shown
    assert "1 position that was carried out is not shown" in shown
    assert told(there)[0]["state"] == "done"
