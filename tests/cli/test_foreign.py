"""What others put into the cart is shown by a plan, left alone, and kept in its file."""

import json
import time
from pathlib import Path

import pytest

from reconciler.kinds import all_kinds
from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome
from reconciler.portal.service import Service
from reconciler.portal.store import SqlStore
from reconciler.rules import all_rules
from tests.cli.command import reconciler
from tests.cli.office import office, seat, unchanged, wish

ANNA = seat("anna.schmidt", "58", status="status: {activatedOn: 2025-01-02}")
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


def test_a_comment_names_nobody(there: Path) -> None:
    """Markdown has pseudonyms unless told otherwise."""
    said = reconciler(there, "plan", "--output", "markdown").out
    assert "### Positions of others, left alone" in said
    assert "anna" not in said
    assert "`workplace/anna.schmidt`" in reconciler(there, "plan", "--output", "markdown", "--redact", "none").out
