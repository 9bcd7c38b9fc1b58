"""What sections know of themselves."""

from datetime import date

from reconciler.model.address import Address
from reconciler.model.finding import Finding, Severity
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.pending import Pending
from reconciler.model.plan import Blocked, Plan, Wave
from reconciler.model.position import Position
from reconciler.model.sections import Cart, Findings, Outcomes, Stuck, Waiting
from reconciler.model.text import NOTHING

TODAY, LATER = date(2026, 11, 22), date(2026, 12, 11)
ANNA, BERT = Address("workplace", "anna.alt"), Address("workplace", "bert.bach")


def test_a_guard_is_no_error_of_the_manifests() -> None:
    """Only what no guard says breaks a plan."""
    errors = tuple(Finding(rule, Severity.ERROR, NOTHING) for rule in ("DELETES", "INT-4"))
    assert not Findings(errors[:1], refused=("DELETES",)).broken
    assert Findings(errors, refused=("DELETES",)).broken
    assert Findings(errors).count(Severity.ERROR) == 2


def test_orders_with_their_receipts() -> None:
    """What is due, in its order; later waves are told apart, also where nothing was due."""
    orders = tuple(Order(ref, "cart", "delete", ANNA) for ref in ("a", "b"))
    waves = (Wave(TODAY, orders), Wave(LATER, orders))
    done = Outcomes(Plan(TODAY, waves=waves), receipts=(Receipt("b", Outcome.REJECTED, "TERM-1"),))
    assert [r.outcome for _, r in done.sent] == [Outcome.NOT_TRIED, Outcome.REJECTED]
    assert done.later == waves[1:]
    assert Outcomes(Plan(TODAY, waves=waves[1:])).later == waves[1:]


def test_addresses_are_counted_once() -> None:
    """Two reasons for one resource are one resource."""
    blocked = tuple(Blocked(ANNA, "update", rule, NOTHING, NOTHING) for rule in ("NUM-6", "NUM-4"))
    pending = tuple(Pending(a, "book", "fax", "ordered", LATER, message=NOTHING) for a in (ANNA, ANNA, BERT))
    assert (Stuck(blocked).addresses, Waiting(pending).addresses) == (1, 2)


def test_what_can_be_bought() -> None:
    """Of ours, and not bought yet."""
    mine, bought = Position("a", ANNA, "book"), Position("b", ANNA, "book", state="ordered")
    assert Cart((mine, bought, Position("c", BERT, "book", ours=False))).ready == (mine,)
