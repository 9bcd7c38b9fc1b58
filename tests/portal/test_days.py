"""What the portal does on which day with what was ordered, and what no longer fits by then."""

from datetime import date

import pytest

from reconciler.errors import UsageProblem
from reconciler.model.address import Address
from reconciler.model.calendar import LAST_DAY
from reconciler.model.references import claims
from reconciler.model.resource import Life
from tests.engine.values import KINDS
from tests.portal.company import (
    MOBILE,
    NAME,
    NEW,
    TODAY,
    TOMORROW,
    YOUNG,
    Till,
    held,
    workplace,
)


def test_from_cart_to_active(till: Till) -> None:
    """An activation is queued, ordered, carried out on the next day, and binds from its activation date."""
    ref = till.queue("activate", "workplace/new.one", NEW)
    assert [(p.ref, p.state, p.ordered_on) for p in till.service.observe().positions] == [(ref, "in-cart", None)]
    assert NAME not in till.service.observe().lives
    till.order(ref)
    till.service.advance(TODAY)
    assert NAME not in till.service.observe().state
    till.service.advance(TOMORROW)
    found = till.service.observe()
    assert found.positions == ()
    assert found.lives == {NAME: 1}
    made = found.state.get(NAME)
    assert made
    assert made.life == Life(began=TODAY, booked={"conference-plus": TODAY})
    assert made.body.login.email == "a@acme.example"
    assert [p.state for p in till.service.positions()] == ["done"]


@pytest.mark.parametrize(
    ("wanted", "active", "began"),
    [
        (None, TOMORROW, TODAY),
        (TODAY, TOMORROW, TODAY),
        (TOMORROW, TOMORROW, TOMORROW),
        (date(2026, 12, 24), date(2026, 12, 24), date(2026, 12, 24)),
        (LAST_DAY, LAST_DAY, LAST_DAY),
    ],
)
def test_when_an_activation_is_carried_out(till: Till, wanted: date | None, active: date, began: date) -> None:
    """On its activation date, and not before the day after the order."""
    till.buy("activate", "workplace/new.one", NEW, activation_date=wanted)
    assert till.service.status().next_due == active
    till.service.advance(date.fromordinal(active.toordinal() - 1))
    assert NAME not in till.service.observe().state
    till.service.advance(active)
    made = till.service.observe().state.get(NAME)
    assert made
    assert made.life
    assert made.life.began == began


@pytest.mark.parametrize(
    ("began", "first"),
    [
        (date(2026, 11, 1), date(2026, 12, 1)),
        (date(2026, 12, 2), date(2027, 1, 1)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2028, 1, 31), date(2028, 3, 1)),
        (date(2027, 1, 30), date(2027, 3, 1)),
        (date(2028, 2, 29), date(2028, 3, 30)),
    ],
)
def test_the_first_day_of_an_end(till: Till, began: date, first: date) -> None:
    """Thirty calendar days after the activation, whatever month or leap day lies between."""
    day_before = date.fromordinal(first.toordinal() - 1)
    seat = held("workplace/x.one", workplace("20", "20"), Life(began=began))
    till.service.load("acme", "test", day_before, [seat])
    refused = till.send("delete", "workplace/x.one")
    assert refused.rule == "TERM-1"
    assert refused.message
    assert first.isoformat() in refused.message.en
    till.service.advance(first)
    assert till.send("delete", "workplace/x.one").outcome == "done"


def test_booking_and_cancelling(till: Till) -> None:
    """An item is booked from the day of its order; its own term counts from there."""
    till.buy("book", "workplace/plain.one", item="assistant")
    till.buy("book", "workplace/plain.one", {"value": MOBILE}, item="mobileIntegration")
    till.service.advance(TOMORROW)
    found = till.service.observe().state.of("workplace")["plain.one"]
    assert found.life
    assert found.life.booked == {"assistant": TODAY, "mobileIntegration": TODAY}
    assert found.body.packages == ("assistant",)
    assert found.body.mobile_integration.type == "magentaeins"

    till.service.advance(date(2026, 12, 21))
    assert till.send("cancel", "workplace/plain.one", item="assistant").rule == "TERM-2"
    till.service.advance(date(2026, 12, 22))
    till.buy("cancel", "workplace/plain.one", item="assistant")
    till.buy("cancel", "workplace/plain.one", item="mobileIntegration")
    till.service.advance(date(2026, 12, 23))
    found = till.service.observe().state.of("workplace")["plain.one"]
    assert (found.body.packages, found.body.mobile_integration, found.life and found.life.booked) == ((), None, {})


def test_a_deletion_releases_what_was_held(till: Till) -> None:
    """Number and name are free once the deletion is carried out, and the portal tells who is leaving."""
    ref = till.buy("delete", "workplace/plain.one")
    leaving = till.service.observe().state.of("workplace")["plain.one"].life
    assert leaving
    assert leaving.leaving == ref
    refused = till.send("activate", "workplace/new.one", workplace("14", "20"))
    assert refused.rule == "NUM-4"
    assert refused.message
    assert "2026-11-23" in refused.message.de
    till.service.advance(TOMORROW)
    assert Address("workplace", "plain.one") not in till.service.observe().state
    till.queue("activate", "workplace/plain.one", workplace("14", "14"))


def test_what_no_longer_fits_is_rejected_on_its_day(till: Till) -> None:
    """A position is checked again when it is due; its reason is told and what it held is free again."""
    till.queue("cancel", "workplace/old.one", item="call-analytics")
    till.order("r0001")
    till.service.advance(TOMORROW)
    basic = till.queue("cancel", "company/acme", item="call-analytics-basic")
    seat = till.queue("activate", "workplace/new.one", workplace("20", "20", packages=["call-analytics"]))
    till.order(basic, seat)
    till.service.advance(date(2026, 11, 24))
    states = {p.ref: (p.state, p.rule, p.reason.en) for p in till.service.observe().positions}
    assert set(states) == {basic}
    assert states[basic][:2] == ("rejected", "PKG-5")
    assert states[basic][2].startswith("workplace/new.one")
    assert NAME in till.service.observe().state


def test_a_rejected_activation_frees_its_number(till: Till) -> None:
    """An activation whose workplace came about in another way is rejected, and its claims are released."""
    store = till.service._store
    ref = till.buy("activate", "workplace/new.one", NEW)
    thief = held("workplace/thief", workplace("20", "30"), Life(began=YOUNG))
    with store.write() as books:
        books.put([thief])
        books.claim({thief.address: claims(KINDS["workplace"], thief.body)})
    till.service.advance(TOMORROW)
    position = till.service.observe().positions[0]
    assert (position.ref, position.state, position.rule) == (ref, "rejected", "NUM-4")
    assert till.service.observe().lives == {NAME: 1}
    till.queue("activate", "workplace/new.two", workplace("21", "20"))


def test_the_clock_never_goes_back(till: Till) -> None:
    """The portal's day only moves forward, and a jump over many days carries out each on its own day."""
    till.buy("activate", "workplace/new.one", NEW)
    till.buy("activate", "workplace/new.two", workplace("21", "21"), activation_date=date(2026, 12, 1))
    till.service.advance(date(2027, 6, 1))
    began = {r.address.name: r.life.began for r in till.service.observe().state.of("workplace").values() if r.life}
    assert (began["new.one"], began["new.two"]) == (TODAY, date(2026, 12, 1))
    with pytest.raises(UsageProblem):
        till.service.advance(date(2027, 5, 31))
