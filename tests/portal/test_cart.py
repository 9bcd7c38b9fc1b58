"""What lies in the cart: sent once, changed, withdrawn, and ordered as it was approved or not at all."""

from dataclasses import replace
from datetime import date

from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome, content_digest
from tests.portal.company import (
    MOBILE,
    NAME,
    NEW,
    TODAY,
    TOMORROW,
    Till,
    lying,
    seen,
    workplace,
)


def test_a_second_sending_changes_nothing(till: Till) -> None:
    """The same reference takes effect once, for ever; a refused order may be sent again."""
    till.sent = 6
    ref = till.queue("activate", "workplace/new.one", NEW)
    till.queue("withdraw", "workplace/new.one", target=ref)
    for number, verb, body, target in ((7, "activate", NEW, ""), (8, "withdraw", {}, ref)):
        till.sent = number - 1
        before = seen(till)
        assert till.send(verb, "workplace/new.one", body, target=target).outcome == Outcome.ALREADY_PRESENT
        assert seen(till) == before
    assert till.service.find(ref)
    assert till.service.find("r9999") is None

    till.sent = 100
    assert till.send("activate", "workplace/late.one", workplace("10", "20")).rule == "NUM-4"
    till.sent = 100
    assert till.send("activate", "workplace/late.one", workplace("20", "20")).outcome == Outcome.DONE


def test_changing_and_withdrawing_a_position(till: Till) -> None:
    """A change keeps the reference, raises the revision and moves the claims; a withdrawal frees them."""
    ref = till.queue("activate", "workplace/new.one", NEW)
    till.queue("change", "workplace/new.one", workplace("21", "21"), target=ref, activation_date=TOMORROW)
    position = till.service.observe().positions[0]
    assert (position.ref, position.revision, position.activation_date) == (ref, 2, TOMORROW)
    assert position.body["number"]["external"] == "+49228638021"
    other = till.queue("activate", "workplace/new.two", workplace("20", "20"))
    till.queue("withdraw", "workplace/new.one", target=ref)
    assert [p.ref for p in till.service.observe().positions] == [other]
    assert till.service.observe().lives == {NAME: 2}
    till.queue("activate", "workplace/new.one", workplace("21", "21"))


def test_changing_a_booking(till: Till) -> None:
    """The value of a booking that lies in the cart can be changed, that of a package cannot."""
    ref = till.queue("book", "workplace/plain.one", {"value": MOBILE}, item="mobileIntegration")
    other = MOBILE | {"customerAccount": "1"}
    till.queue("change", "workplace/plain.one", {"value": other}, target=ref)
    assert till.service.observe().positions[0].body == {"value": other}
    ref = till.queue("book", "workplace/plain.one", item="assistant")
    assert till.send("change", "workplace/plain.one", {"value": 1}, target=ref).rule == "CART-1"


def test_submit_is_all_or_nothing(till: Till) -> None:
    """One reference that does not lie in the cart, and nothing is ordered."""
    ref = till.queue("delete", "workplace/plain.one")
    before = seen(till)
    refused = till.order(ref, "r9999")
    assert (refused.outcome, refused.rule) == (Outcome.REJECTED, "CART-2")
    assert seen(till) == before
    assert till.order().outcome == Outcome.DONE
    assert seen(till) == before
    assert till.order(ref).outcome == Outcome.DONE
    assert till.order(ref).rule == "CART-2"
    assert till.send("withdraw", "workplace/plain.one", target=ref).rule == "CART-1"


def test_only_what_was_approved_is_ordered(till: Till) -> None:
    """A position that was changed since somebody looked at it refuses the whole order, by address."""
    other = till.queue("delete", "workplace/plain.one")
    ref = till.queue("activate", "workplace/new.one", NEW)
    seen_then = lying(till.service, ref, other)
    till.queue("change", "workplace/new.one", NEW | workplace("21", "21"), target=ref)
    before = seen(till)
    refused = till.service.submit(seen_then, till.token)
    assert (refused.outcome, refused.rule) == (Outcome.REJECTED, "CART-2")
    assert refused.message
    assert "workplace/new.one" in refused.message.en
    assert "revision 2" in refused.message.en
    assert "Fassung 2" in refused.message.de
    assert seen(till) == before
    assert till.order(ref, other).outcome == Outcome.DONE


def test_a_reference_stands_for_one_content(till: Till) -> None:
    """Sent again, an order counts once; another content under its reference is refused, whichever it is."""
    first = Order("o1-x", "cart", "activate", NAME, body=NEW)
    somebody = Address("workplace", "some.body")
    assert till.service.execute(first, till.token).outcome == Outcome.DONE
    assert till.service.execute(replace(first, activation_date=TOMORROW), till.token).outcome == "already-present"
    before = seen(till)
    for other in (replace(first, body=NEW | workplace("21", "21")), replace(first, address=somebody),
                  Order("o1-x", "direct", "update", Address("group", "bonn"), body={"displayName": "B"}),
                  Order("o1-x", "cart", "withdraw", NAME, target="o1-x")):
        receipt = till.service.execute(other, till.token)
        assert (receipt.outcome, receipt.rule) == (Outcome.REJECTED, "CART-4")
    assert seen(till) == before


def test_a_position_knows_its_day_and_its_content(till: Till) -> None:
    """When it was put into the cart, and what for; a change of it changes that and not the day."""
    order = Order("o1-x", "cart", "book", Address("workplace", "plain.one"), "assistant")
    till.service.execute(order, till.token)
    (position,) = till.service.positions()
    assert (position.queued_on, position.digest) == (TODAY, order.digest)
    till.service.advance(TOMORROW)
    ref = till.queue("activate", "workplace/new.one", NEW)
    till.service.advance(date(2026, 11, 24))
    till.queue("change", "workplace/new.one", NEW | {"language": "en"}, target=ref)
    found = {p.ref: p for p in till.service.positions()}[ref]
    assert (found.queued_on, found.revision) == (TOMORROW, 2)
    assert found.digest == content_digest(NAME, "activate", "", found.body)
