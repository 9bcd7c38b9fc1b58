"""The audit: one row for each accepted change, in its transaction, and none that can be changed unseen."""

import json
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from random import Random
from typing import Any

import pytest

from reconciler.errors import AnswerLost
from reconciler.model.audit import AuditRow
from reconciler.portal.books.chain import keyed, misfit
from reconciler.portal.books.database import Database
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.books.store import SqlBooks
from reconciler.portal.faults import Fault, Faulty
from tests.portal.company import (
    NEW,
    STORES,
    TODAY,
    TOMORROW,
    Till,
    make_store,
    opened,
    sent,
    settings,
    workplace,
    workplaces,
)

PLAN = f"sha256:{'ab' * 32}"


@pytest.fixture(params=STORES[1:])
def till(request: pytest.FixtureRequest, place: Callable[[str], Database]) -> Any:
    """A filled portal in a database with its lease taken."""
    found = opened(make_store(request.param, place))
    yield found
    found.service.close()


def rows(till: Till) -> tuple[AuditRow, ...]:
    """All rows, which fit each other and the portal."""
    meta, found = till.service.audit()
    assert misfit(found, meta) is None
    return found


def told(till: Till) -> list[tuple[str, str]]:
    """What was done, and to which order or position, after the portal was made."""
    first, *others = rows(till)
    assert (first.action, first.number, first.revision) == ("init", 1, 1)
    return [(row.action, row.ref) for row in others]


def test_every_change_has_its_row(till: Till) -> None:
    """What was sent, bought and carried out, and the clock; whatever changes nothing has none."""
    till.queue("create", "group/ulm")
    ref = till.buy("activate", "workplace/new.one", NEW)
    lying = till.queue("delete", "workplace/plain.one")
    till.queue("withdraw", "workplace/plain.one", target=lying)
    assert till.send("delete", "workplace/nobody").outcome == "rejected"
    assert till.send("create", "group/ulm", ref="r0001").outcome == "already-present"
    assert till.order("r0001").outcome == "rejected"
    assert till.service.submit({}, till.token).outcome == "done"
    till.service.observe()
    till.service.release(till.token)
    till.service.advance(TOMORROW)
    assert told(till) == [("create", "r0001"), ("activate", ref), ("buy", ref), ("delete", lying),
                          ("withdraw", "r0004"), ("carry-out", ref), ("advance", "")]
    assert [row.revision for row in rows(till)] == [1, 2, 3, 4, 5, 6, 7, 7]
    assert [row.day for row in rows(till)] == [str(TODAY)] * 6 + [str(TOMORROW)] * 2
    assert {row.at for row in rows(till)} == {"1970-01-01T00:16:40Z"}


def test_what_is_rejected_on_its_day_has_a_row(till: Till) -> None:
    """A package that somebody comes to need, whose end is ordered."""
    till.buy("cancel", "workplace/old.one", item="call-analytics")
    till.service.advance(TOMORROW)
    basic = till.queue("cancel", "company/acme", item="call-analytics-basic")
    seat = till.queue("activate", "workplace/new.one", workplace("20", "20", packages=["call-analytics"]))
    till.order(basic, seat)
    till.service.advance(TOMORROW + timedelta(1))
    assert sorted(told(till)[-3:]) == [("advance", ""), ("carry-out", seat), ("reject", basic)]


def test_a_row_says_who_and_for_which_plan(till: Till) -> None:
    """The actor of each call, the fencing token, the plan of the lease, and the digest of what was sent."""
    token = till.service.acquire("tests", PLAN)
    order = sent("create", "group/ulm")
    till.service.execute(order, token, "pipeline")
    till.service.advance(TOMORROW)
    _, row, last = rows(till)
    assert (row.actor, row.token, row.plan) == ("pipeline", token, PLAN)
    assert row.content == keyed(order.digest, "")
    assert (last.actor, last.token, last.plan, last.content) == ("(local)", 0, "", "")


def test_the_hash_is_that_of_the_decision(till: Till) -> None:
    """Whoever has the rows can compute it without this tool."""
    till.queue("create", "group/ulm")
    for row in rows(till):
        plain = {key: value for key, value in row._asdict().items() if key != "hash"}
        text = json.dumps(plain, sort_keys=True, separators=(",", ":"))
        assert row.hash == "sha256:" + sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("method", ["record", "set_meta", "remember"])
def test_order_and_row_are_one_transaction(till: Till, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash before or after the row leaves neither; the same order again leaves both, once."""
    before = rows(till)
    keep = getattr(SqlBooks, method)

    def early(*_: object) -> None:
        raise KeyboardInterrupt

    def late(*more: object) -> None:
        keep(*more)
        raise KeyboardInterrupt

    for cut in (early, late):
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(SqlBooks, method, cut)
            till.send("create", "group/ulm", ref="r1")
        assert (rows(till), till.service.find("r1")) == (before, None)
    till.queue("create", "group/ulm", ref="r1")
    assert told(till) == [("create", "r1")]


def test_a_lost_answer_gives_one_row(till: Till) -> None:
    """Sent again the order took effect once, and is audited once."""
    portal = Faulty(till.service, [Fault("execute", 1, "lose-after")])
    order = sent("create", "group/ulm")
    with pytest.raises(AnswerLost):
        portal.execute(order, till.token)
    assert portal.execute(order, till.token).outcome == "already-present"
    assert told(till) == [("create", "o1-test")]


def test_memory_keeps_none() -> None:
    """Rehearsals are nothing to audit, and say so."""
    till = opened(MemoryStore())
    till.queue("create", "group/ulm")
    assert (till.service.audit()[1], till.service.status().head) == ((), "")


PERSONAL = ("kanarienvogel", "+49228638020", "a@acme.example", "Vorname")


def test_nothing_of_people_is_in_it(till: Till) -> None:
    """No name, number, address or mail, of whoever it is about or whoever holds the lease."""
    till.service.release(till.token)
    till.token = till.service.acquire("kanarienvogel@kanarienvogel:4711")
    till.service.load("acme", "test", TODAY, [*settings(), *workplaces()], secret="key")
    leaving = till.queue("delete", "workplace/long.one")
    body = NEW | {"user": {"firstName": "Vorname", "lastName": "Kanarienvogel"}}
    till.buy("activate", "workplace/kanarienvogel", body)
    till.queue("update", "workplace/plain.one", {"user.email": "kanarienvogel@acme.example"})
    till.service.advance(TOMORROW)
    text = repr(rows(till)).lower()
    assert len(rows(till)) == 8
    assert not [word for word in PERSONAL if word.lower() in text]
    assert sent("delete", "workplace/long.one", ref=leaving).digest not in text  # that could be guessed


@pytest.mark.parametrize("seed", range(4))
def test_the_rows_are_the_accepted_changes(till: Till, seed: int) -> None:
    """Whatever is sent, in whatever order: each receipt that says done has its row, and no other is there."""
    rng, expected = Random(seed), list[tuple[str, str]]()
    for _ in range(40):
        verb, address = rng.choice([
            ("create", "group/ulm"), ("remove", "group/ulm"), ("create", "group/kiel"), ("remove", "group/koeln"),
            ("activate", "workplace/new.one"), ("delete", "workplace/plain.one"), ("delete", "workplace/young.one")])
        ref = f"r{rng.randrange(30)}"
        receipt = till.send(verb, address, NEW if verb == "activate" else None, ref=ref)
        expected += [(verb, ref)] if receipt.outcome == "done" else []
        if rng.random() < 0.2:
            lying = [p.ref for p in till.service.positions() if p.state == "in-cart"]
            expected += [("buy", one) for one in lying] if till.order(*lying).outcome == "done" else []
        if rng.random() < 0.1:
            before = {p.ref: p.state for p in till.service.positions()}
            till.service.advance(till.service.observe().today + timedelta(rng.choice((0, 1, 31))))
            ended = {p.ref: p.state for p in till.service.positions() if p.state != before[p.ref]}
            assert sorted(told(till)[len(expected):-1]) == sorted(
                ({"done": "carry-out", "rejected": "reject"}[state], ref) for ref, state in ended.items())
            expected = told(till)
    assert told(till) == expected
    assert len(expected) > 5
