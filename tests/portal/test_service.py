"""What the portal tells, what it does at once, and how it starts."""

from dataclasses import replace
from datetime import date

import pytest

from reconciler.errors import ConfigProblem, UsageProblem
from reconciler.model.address import Address
from reconciler.model.order import Order
from reconciler.model.resource import Life
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.books.protocol import Store
from reconciler.portal.service import Service
from reconciler.rules import all_rules
from tests.engine.values import KINDS
from tests.portal.company import (
    NAME,
    NEW,
    TODAY,
    TOMORROW,
    Till,
    held,
    settings,
    workplace,
    workplaces,
)


def test_observe_gives_back_what_was_loaded(till: Till) -> None:
    """State, lives and bookings come back as they were put in, by kind and name."""
    found = till.service.observe()
    assert tuple(found.state) == tuple(sorted([*settings(), *workplaces()], key=lambda r: r.address))
    assert (found.driver, found.company, found.origin, found.today) == ("local", "acme", "test", TODAY)
    assert (found.revision, found.positions, dict(found.lives)) == ("1", (), {})
    assert {r.address.kind for r in till.service.observe(["group"]).state} == {"group"}


def test_what_is_ours_or_sent_once_is_not_told(till: Till) -> None:
    """The portal forgets our own fields, tells write-once fields of positions only, and login data always."""
    mine = held("group/ulm", {"departments": [{"name": "new", "was": "old"}]})
    ours = held("defaults/more")
    spec = workplace("20", "20", template="standard", protect=True)
    seat = held("workplace/x.one", spec | {"login": {"email": "x@acme.example"}, "activationDate": "2026-01-01"})
    till.service.load("acme", "test", TODAY, [mine, ours, seat])
    state = till.service.observe().state
    assert Address("defaults", "more") not in state
    assert state.of("group")["ulm"].body.departments[0].was is None
    told = workplace("20", "20", login={"email": "x@acme.example"})
    assert state.of("workplace")["x.one"].body == held("workplace/x.one", told).body

    till.queue("activate", "workplace/new.one", workplace("21", "21", protect=True, login={"email": "x@acme.example"}))
    body = till.service.observe().positions[0].body
    assert body["login"] == {"email": "x@acme.example"}
    assert "protect" not in body


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


def test_a_number_of_fifteen_digits_never_passes(sql: Store) -> None:
    """Not even inside a block that the portal should never have had."""
    rules = tuple(all_rules().values())
    service = Service(sql, KINDS, rules, lambda: 0.0)
    block = held("numberblock/long", {"base": "+492286380", "first": "000000", "last": "000099", "group": "bonn"})
    service.load("acme", "test", TODAY, [held("company/acme"), held("group/bonn"), block])
    spec = workplace("+492286380000020", "20", login={"email": "a@acme.example", "withoutMobile": True})
    receipt = Till(service, [], service.acquire("tests")).send("activate", "workplace/new.one", spec)
    assert (receipt.outcome, receipt.rule) == ("rejected", "NUM-2")


def test_the_secret_is_observed_and_not_shown(till: Till) -> None:
    """The key of references is told to whoever may read the portal, and no listing of what was read shows it."""
    key = "hush"
    till.service.load("acme", "test", TODAY, [], secret=key)
    found = till.service.observe()
    assert found.secret == key
    assert key not in f"{found!r} {till.service.status()!r}"


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
