"""Random orders, good ones and good ones with something wrong put in: none breaks the portal, none breaks its rules."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from reconciler.model.finding import Severity
from reconciler.model.order import Order
from reconciler.model.resource import State
from reconciler.model.rule import Facts
from reconciler.portal.books.database import Database
from reconciler.stages.judge.check import check
from tests.portal.company import STORES, Till, make_store
from tests.portal.orders import ACTIVATE, CART
from tests.portal.orders_direct import DIRECT
from tests.portal.orders_hostile import HOSTILE
from tests.portal.test_orders import RULES, numbered_by, opened, send

CASES = [*(("memory", seed) for seed in range(15)), *((name, seed) for name in STORES[1:] for seed in (15, 16))]
ORDERS = 80
GOOD = [one for rule, case in (*ACTIVATE, *CART, *DIRECT) if not rule
        for one in (case if isinstance(case, list) else [case]) if isinstance(one, Order)]
OTHERS = [one for _, case in (*ACTIVATE, *CART, *DIRECT, *HOSTILE)
          for one in (case if isinstance(case, list) else [case]) if isinstance(one, Order)]
VALUES: list[Any] = [
    None, "", " ", "x", "auto", "system", "bonn", "sales", "110", "+49110", "+49228638010", "+492286380", "0", -1, 0, 1,
    10**20, True, [], {}, ["x", "x"], [None], {"x": {"x": 1}}, "a" * 300, "\0x", "\u202e", "\ud800", 1.5, float("inf"),
    b"x", {1, 2}, object(), "2026-12-24", "9999-12-31", "assistant", ["assistant"], ["fax", "fax"], [{"profile": ""}],
    [{"name": "x"}, {"name": "x"}],
]


@pytest.mark.parametrize(("name", "seed"), CASES)
def test_whatever_is_sent(name: str, seed: int, place: Callable[[str], Database]) -> None:
    """The portal answers everything; what it takes is lawful, singly and as a whole, when it was carried out."""
    rng, till = random.Random(seed), opened(make_store(name, place))
    for nth in range(ORDERS):
        order = spoilt(rng, rng.choice(GOOD if rng.random() < 0.7 else OTHERS))
        sent = replace(order, ref="o1-test")
        problems = till.service.problems(numbered_by(sent, nth))
        receipt = send(till, sent, nth)
        assert [problem.rule for problem in problems[:1]] == [receipt.rule][: bool(receipt.rule)]
        assert receipt.outcome in ("done", "rejected"), (seed, nth)
        assert receipt.outcome == "done" or (receipt.rule in RULES and receipt.message)
        if rng.random() < 0.1:
            till.order(*(p.ref for p in till.service.positions() if p.state == "in-cart"))
            till.service.advance(till.service.observe().today + timedelta(rng.choice((1, 31))))
        assert not wrong(till), (seed, nth, order)
    till.service.close()


def spoilt(rng: random.Random, order: Order) -> Order:
    """The order, or one in which a value was changed."""
    if rng.random() < 0.5:
        return order
    if rng.random() < 0.2:
        attribute = rng.choice(("channel", "verb", "item", "target", "activation_date", "body", "address"))
        return replace(order, **{attribute: rng.choice(VALUES)})
    return replace(order, body=changed(rng, order.body))


def changed(rng: random.Random, body: Any) -> Any:
    """The body with one value, anywhere in it, in another's place."""
    if isinstance(body, dict) and body and rng.random() < 0.9:
        key = rng.choice(list(body))
        return body | {key: changed(rng, body[key])}
    if isinstance(body, list) and body and rng.random() < 0.7:
        place = rng.randrange(len(body))
        return [*body[:place], changed(rng, body[place]), *body[place + 1 :]]
    return rng.choice(VALUES)


def wrong(till: Till) -> list[str]:
    """What is active and breaks a rule of the portal, or holds what another holds."""
    found = till.service.observe()
    state = State(found.state)
    facts = Facts(after=state, before=state, today=found.today, wished=state)
    rules = [rule for rule in RULES.values() if rule.portal and rule.id != "PKG-1"]  # by leaving, one may stay alone
    return [f"{b.rule} {b.address} {b.values}" for b in check(facts, rules)
            if (b.severity or RULES[b.rule].severity) is Severity.ERROR]
