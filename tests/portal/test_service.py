"""What the portal does with orders that it accepts."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from reconciler.errors import ConfigProblem, LeaseHeld, UsageProblem
from reconciler.model.address import Address
from reconciler.model.calendar import LAST_DAY
from reconciler.model.order import Order, Outcome, content_digest
from reconciler.model.references import claims
from reconciler.model.resource import Life
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.books.protocol import Store
from reconciler.portal.service import Service
from reconciler.rules import all_rules
from tests.portal.company import (
    KINDS,
    MOBILE,
    TODAY,
    YOUNG,
    Till,
    lying,
    resource,
    seen,
    settings,
    workplace,
    workplaces,
)

NEW = workplace("20", "20", packages=["conference-plus"], login={"email": "a@acme.example"}, protect=True)
NAME = Address("workplace", "new.one")
TOMORROW = date(2026, 11, 23)


def test_observe_gives_back_what_was_loaded(till: Till) -> None:
    """State, lives and bookings come back as they were put in, by kind and name."""
    found = till.service.observe()
    assert tuple(found.state) == tuple(sorted([*settings(), *workplaces()], key=lambda r: r.address))
    assert (found.driver, found.company, found.origin, found.today) == ("local", "acme", "test", TODAY)
    assert (found.revision, found.positions, dict(found.lives)) == ("1", (), {})
    assert {r.address.kind for r in till.service.observe(["group"]).state} == {"group"}


def test_what_is_ours_or_sent_once_is_not_told(till: Till) -> None:
    """The portal forgets our own fields, tells write-once fields of positions only, and login data always."""
    mine = resource("group/ulm", {"departments": [{"name": "new", "was": "old"}]})
    ours = resource("defaults/more")
    spec = workplace("20", "20", template="standard", protect=True)
    seat = resource("workplace/x.one", spec | {"login": {"email": "x@acme.example"}, "activationDate": "2026-01-01"})
    till.service.load("acme", "test", TODAY, [mine, ours, seat])
    state = till.service.observe().state
    assert Address("defaults", "more") not in state
    assert state.of("group")["ulm"].body.departments[0].was is None
    told = workplace("20", "20", login={"email": "x@acme.example"})
    assert state.of("workplace")["x.one"].body == resource("workplace/x.one", told).body

    till.queue("activate", "workplace/new.one", workplace("21", "21", protect=True, login={"email": "x@acme.example"}))
    body = till.service.observe().positions[0].body
    assert body["login"] == {"email": "x@acme.example"}
    assert "protect" not in body


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
    seat = resource("workplace/x.one", workplace("20", "20"), Life(began=began))
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


def test_direct_orders(till: Till) -> None:
    """A group is made, used, emptied and removed; each step counts as one life."""
    till.queue("create", "group/ulm", {"departments": [{"name": "lab"}]})
    till.queue("update", "group/ulm", {"shortCode": "U", "departments": [{"name": "lab"}, {"name": "dock"}]})
    till.queue("update", "numberblock/old", {"extendedBy": 1})
    ref = till.queue("activate", "workplace/new.one", workplace("200", "20", group="ulm", department="lab"))
    assert till.send("update", "numberblock/old", {"extendedBy": None}).rule == "NUM-6"
    till.queue("withdraw", "workplace/new.one", target=ref)
    till.queue("update", "numberblock/old", {"extendedBy": None})
    till.queue("remove", "group/ulm")
    lives = till.service.observe().lives
    assert lives == {Address("group", "ulm"): 3, Address("numberblock", "old"): 2, NAME: 1}


def test_an_update_sets_and_empties_leaves(till: Till) -> None:
    """Leaves are named by path; None makes one absent; an inactive resource can be updated too."""
    leaves = {"user.email": "a@acme.example", "department": None, "number.internal": "77",
              "login": {"email": "x@y.example", "mobile": "0170 1234567"}}
    till.queue("update", "workplace/old.one", leaves)
    till.queue("update", "workplace/sleeping", {"language": "en"})
    found = till.service.observe().state.of("workplace")
    body = found["old.one"].body
    assert (body.user.email, body.department, body.number.internal) == ("a@acme.example", None, "77")
    assert (body.login.email, body.login.mobile) == ("x@y.example", "+491701234567")
    assert found["sleeping"].life == Life("inactive", date(2026, 1, 1))
    till.queue("update", "workplace/young.one", {"number.internal": "10"})


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


def test_a_number_of_fifteen_digits_never_passes(sql: Store) -> None:
    """Not even inside a block that the portal should never have had."""
    rules = tuple(all_rules().values())
    service = Service(sql, KINDS, rules, lambda: 0.0)
    block = resource("numberblock/long", {"base": "+492286380", "first": "000000", "last": "000099", "group": "bonn"})
    service.load("acme", "test", TODAY, [resource("company/acme"), resource("group/bonn"), block])
    spec = workplace("+492286380000020", "20", login={"email": "a@acme.example", "withoutMobile": True})
    receipt = Till(service, [], service.acquire("tests")).send("activate", "workplace/new.one", spec)
    assert (receipt.outcome, receipt.rule) == ("rejected", "NUM-2")


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


def test_the_secret_is_observed_and_not_shown(till: Till) -> None:
    """The key of references is told to whoever may read the portal, and no listing of what was read shows it."""
    key = "hush"
    till.service.load("acme", "test", TODAY, [], secret=key)
    found = till.service.observe()
    assert found.secret == key
    assert key not in f"{found!r} {till.service.status()!r}"


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
    thief = resource("workplace/thief", workplace("20", "30"), Life(began=YOUNG))
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


def test_leases_and_fencing(till: Till) -> None:
    """One writer at a time; a token that was superseded, given back or invented moves nothing."""
    with pytest.raises(LeaseHeld) as held:
        till.service.acquire("other")
    assert "tests" in held.value.message.de
    assert f"{datetime.fromtimestamp(1120).astimezone():%H:%M:%S} Uhr Ortszeit" in held.value.message.de
    assert "--wait 121" in held.value.message.en
    assert till.service.acquire("tests") == till.token + 1
    with pytest.raises(LeaseHeld):
        till.send("delete", "workplace/plain.one")
    till.token += 1
    till.clock[0] += 100
    till.queue("delete", "workplace/plain.one")
    till.clock[0] += 100
    with pytest.raises(LeaseHeld):
        till.service.acquire("other")
    till.clock[0] += 20
    assert till.service.acquire("other") == till.token + 1
    with pytest.raises(LeaseHeld):
        till.send("withdraw", "workplace/plain.one", target="r0002")
    with pytest.raises(LeaseHeld):
        till.order("r0002")
    till.service.release(till.token)
    with pytest.raises(LeaseHeld):
        till.service.acquire("tests")
    till.service.release(till.token + 1)
    with pytest.raises(LeaseHeld):
        till.service.submit({}, till.token + 1)
    assert till.service.acquire("tests") == till.token + 2


def test_an_expired_lease_that_nobody_took_still_holds(till: Till) -> None:
    """Who slept, and was not superseded, may go on."""
    till.clock[0] += 100_000
    assert till.send("delete", "workplace/plain.one").outcome == Outcome.DONE


def test_status(till: Till) -> None:
    """Figures for people: the day, counts by kind, and what comes next."""
    till.buy("delete", "workplace/plain.one")
    till.queue("activate", "workplace/new.one", NEW)
    status = till.service.status()
    assert (status.today, status.in_cart, status.ordered, status.next_due) == (TODAY, 1, 1, TOMORROW)
    assert status.counts["workplace"] == 5
    assert status.counts["group"] == 2


def test_a_portal_from_what_another_tells(till: Till) -> None:
    """A portal in memory made from an observation tells the same and refuses the same."""
    till.buy("activate", "workplace/new.one", NEW)
    till.queue("delete", "workplace/plain.one")
    told = till.service.observe()
    copy = Till(Service(MemoryStore.of(told, KINDS), KINDS, (), lambda: 0.0), [], 0)
    copy.token = copy.service.acquire("simulation")
    again = copy.service.observe()
    assert (tuple(again.state), again.positions, again.lives) == (tuple(told.state), told.positions, told.lives)
    copy.sent = 50
    assert copy.send("activate", "workplace/new.two", workplace("20", "30")).rule == "NUM-4"
    copy.service.advance(date(2026, 12, 24))
    assert NAME in copy.service.observe().state


def test_a_forecast_and_an_empty_portal(till: Till) -> None:
    """An order without reference is not sent, and a portal that was never filled says so."""
    order = Order("x", "cart", "delete", Address("workplace", "plain.one"))
    with pytest.raises(UsageProblem):
        till.service.execute(replace(order, ref=None), till.token)
    empty = Service(MemoryStore(), KINDS, (), lambda: 0.0)
    with pytest.raises(ConfigProblem):
        empty.observe()


@pytest.mark.parametrize("ref", ["\0", "a\0b", "\ud800", "", "x" * 10_000])
def test_a_reference_that_nobody_can_have_sent(till: Till, ref: str) -> None:
    """Whoever asks for it is told that there is nothing, and nothing is bought under it."""
    assert till.service.find(ref) is None
    assert (till.service.submit({ref: ""}, till.token).rule, till.service.positions()) == ("CART-2", ())
