"""Every refusal of the portal, once: what is sent, what was sent before, and the rule that refuses."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reconciler.model.finding import Breach
from reconciler.model.resource import Resource
from reconciler.model.rule import Facts
from reconciler.portal.books.protocol import Store
from reconciler.portal.service import Service
from tests.engine.values import KINDS
from tests.portal.company import (
    MOBILE,
    TODAY,
    Till,
    held,
    opened,
    own_rule,
    seen,
    settings,
    workplace,
    workplaces,
)

NEW = workplace("20", "20")
FUTURE = workplace("+49228639020", "20")
STEPS: dict[str, list[tuple[Any, ...]]] = {
    "activate: the name is active": [("USERNAME-6", "activate", "workplace/old.one", NEW)],
    "activate: the name is in the cart": [
        ("", "activate", "workplace/new.one", NEW),
        ("USERNAME-6", "activate", "workplace/new.one", workplace("21", "21")),
    ],
    "activate: the old one is not gone yet": [
        ("", "delete", "workplace/plain.one"),
        ("USERNAME-6", "activate", "workplace/plain.one", NEW),
    ],
    "activate: no such group": [("REF-1", "activate", "workplace/new.one", NEW | {"group": "ulm"})],
    "activate: no such department": [("DEPT-1", "activate", "workplace/new.one", NEW | {"department": "x"})],
    "activate: no such profile": [("BLOCK-1", "activate", "workplace/new.one", NEW | {"blockingProfile": "x"})],
    "activate: number in no block": [("NUM-1", "activate", "workplace/new.one", workplace("+4930123456", "20"))],
    "activate: number is active": [("NUM-4", "activate", "workplace/new.one", workplace("10", "20"))],
    "activate: number is in the cart": [
        ("", "activate", "workplace/new.one", NEW),
        ("NUM-4", "activate", "workplace/new.two", workplace("20", "21")),
    ],
    "activate: internal number is active": [("INT-8", "activate", "workplace/new.one", workplace("20", "10"))],
    "activate: number is not available yet": [("NUM-3", "activate", "workplace/new.one", FUTURE)],
    "activate: number is not available then": [
        ("NUM-3", "activate", "workplace/new.one", FUTURE, {"activation_date": date(2026, 12, 31)}),
        ("", "activate", "workplace/new.one", FUTURE, {"activation_date": date(2027, 1, 1)}),
    ],
    "activate: in the past": [
        ("CART-1", "activate", "workplace/new.one", NEW, {"activation_date": date(2026, 11, 21)}),
    ],
    "activate: a rule of the portal": [("OWN-1", "activate", "workplace/new.one", workplace("20", "99"))],
    "activate: no number chosen": [
        ("FORM-3", "activate", "workplace/new.one", NEW | {"number": {"internal": "20"}}),
    ],
    "activate: not of the form": [("FORM-1", "activate", "workplace/new.one", {"colour": "red"})],
    "activate: booked by hand only": [("PKG-8", "activate", "workplace/new.one", NEW | {"packages": ["cti-tapi"]})],
    "activate: of a kind that costs nothing": [("CART-1", "activate", "group/ulm")],
    "an unknown kind": [("FORM-7", "create", "planet/mars")],
    "a kind of ours": [("FORM-7", "create", "defaults/x")],
    "an unknown verb": [("FORM-2", "burn", "workplace/old.one")],
    "delete: not there": [("REF-1", "delete", "workplace/nobody")],
    "delete: only in the cart": [
        ("", "activate", "workplace/new.one", NEW),
        ("ACTIVE", "delete", "workplace/new.one"),
    ],
    "delete: twice": [("", "delete", "workplace/plain.one"), ("CART-1", "delete", "workplace/plain.one")],
    "delete: of a kind that costs nothing": [("CART-1", "delete", "group/koeln")],
    "delete: too young": [("TERM-1", "delete", "workplace/young.one")],
    "delete: the package is too young": [("TERM-2", "delete", "workplace/old.one")],
    "book: only in the cart": [
        ("", "activate", "workplace/new.one", NEW),
        ("ACTIVE", "book", "workplace/new.one", {}, {"item": "assistant"}),
    ],
    "book: inactive": [("ACTIVE", "book", "workplace/sleeping", {}, {"item": "assistant"})],
    "book: leaving": [
        ("", "delete", "workplace/plain.one"),
        ("ACTIVE", "book", "workplace/plain.one", {}, {"item": "assistant"}),
    ],
    "book: booked already": [("CART-1", "book", "workplace/old.one", {}, {"item": "assistant"})],
    "book: twice": [
        ("", "book", "workplace/plain.one", {}, {"item": "assistant"}),
        ("CART-1", "book", "workplace/plain.one", {}, {"item": "assistant"}),
    ],
    "book: by hand only": [("PKG-8", "book", "workplace/plain.one", {}, {"item": "cti-tapi"})],
    "book: without the value of the item": [
        ("FORM-2", "book", "workplace/plain.one", {}, {"item": "mobileIntegration"}),
        ("", "book", "workplace/plain.one", {"value": MOBILE}, {"item": "mobileIntegration"}),
    ],
    "book: where nothing is booked": [("FORM-2", "book", "group/koeln", {}, {"item": "assistant"})],
    "cancel: not booked": [("CART-1", "cancel", "workplace/plain.one", {}, {"item": "assistant"})],
    "cancel: twice": [
        ("", "cancel", "workplace/old.one", {}, {"item": "call-analytics"}),
        ("CART-1", "cancel", "workplace/old.one", {}, {"item": "call-analytics"}),
    ],
    "cancel: package too young": [("TERM-2", "cancel", "workplace/old.one", {}, {"item": "assistant"})],
    "cancel: telephone too young": [
        ("TERM-3", "cancel", "workplace/young.one", {}, {"item": "mobileIntegration"}),
    ],
    "cancel: still needed": [("PKG-5", "cancel", "company/acme", {}, {"item": "call-analytics-basic"})],
    "change: no such position": [("CART-1", "change", "workplace/new.one", NEW, {"target": "r9999"})],
    "change: checked like the first time": [
        ("", "activate", "workplace/new.one", NEW),
        ("NUM-4", "change", "workplace/new.one", workplace("10", "20"), {"target": "r0001"}),
        ("", "change", "workplace/new.one", workplace("20", "21"), {"target": "r0001"}),
    ],
    "change: nothing to change": [
        ("", "delete", "workplace/plain.one"),
        ("CART-1", "change", "workplace/plain.one", NEW, {"target": "r0001"}),
    ],
    "withdraw: of another address": [
        ("", "activate", "workplace/new.one", NEW),
        ("CART-1", "withdraw", "workplace/new.two", {}, {"target": "r0001"}),
    ],
    "withdraw: twice": [
        ("", "activate", "workplace/new.one", NEW),
        ("", "withdraw", "workplace/new.one", {}, {"target": "r0001"}),
        ("CART-1", "withdraw", "workplace/new.one", {}, {"target": "r0001"}),
    ],
    "create: there already": [("REF-1", "create", "group/bonn")],
    "create: granted by contract": [("FACT-1", "create", "numberblock/mine")],
    "create: costs money": [("CART-2", "create", "workplace/new.one", NEW)],
    "create: no such profile": [("BLOCK-1", "create", "group/ulm", {"blockingProfile": "x"})],
    "create: not of the form": [("FORM-1", "create", "group/ulm", {"colour": "red"})],
    "update: not there": [("REF-1", "update", "group/ulm", {"shortCode": "U"})],
    "update: only in the cart": [
        ("", "activate", "workplace/new.one", NEW),
        ("ACTIVE", "update", "workplace/new.one", {"language": "en"}),
    ],
    "update: no such field": [("FORM-1", "update", "group/bonn", {"colour": "red"})],
    "update: not of the form": [("FORM-4", "update", "group/bonn", {"callerId": "red"})],
    "update: fixed": [("GROUP-2", "update", "workplace/old.one", {"group": "koeln"})],
    "update: a fact": [("FACT-1", "update", "numberblock/old", {"last": "49"})],
    "update: costs money": [("CART-2", "update", "workplace/old.one", {"packages": []})],
    "update: a number that is taken": [("NUM-4", "update", "workplace/old.one", {"number.external": "+49228638011"})],
    "update: a number that is not available yet": [
        ("NUM-3", "update", "workplace/old.one", {"number.external": "+49228639011"}),
    ],
    "update: a rule of the portal": [("OWN-1", "update", "workplace/old.one", {"number.internal": "99"})],
    "update: a name is needed": [("FORM-3", "update", "workplace/old.one", {"user.firstName": None})],
    "update: the extension is in use": [("NUM-6", "update", "numberblock/long", {"extendedBy": None})],
    "update: the department is in use": [("DEPT-1", "update", "group/bonn", {"departments": [{"name": "idle"}]})],
    "update: the department is only ordered": [
        ("", "activate", "workplace/new.one", NEW | {"department": "idle"}),
        ("DEPT-1", "update", "group/bonn", {"departments": [{"name": "sales"}]}),
    ],
    "remove: in use": [("REF-1", "remove", "blockingprofile/strict")],
    "remove: in use by an order": [
        ("", "activate", "workplace/new.one", NEW | {"group": "koeln"}),
        ("REF-1", "remove", "group/koeln"),
    ],
    "remove: granted by contract": [("FACT-1", "remove", "numberblock/old")],
    "remove: costs money": [("CART-2", "remove", "workplace/old.one")],
    "remove: not there": [("REF-1", "remove", "group/ulm")],
}


@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_refusals(till: Till, steps: list[tuple[Any, ...]]) -> None:
    """Each step is refused by its rule, or accepted where none is named; a refusal changes nothing."""
    for rule, verb, address, *rest in steps:
        body, more = ([*rest, {}, {}])[:2]
        before = seen(till)
        receipt = till.send(verb, address, body, **more)
        assert (receipt.rule, receipt.outcome) == (rule, "rejected" if rule else "done"), receipt
        assert (seen(till) == before) is bool(rule)
        if rule and rule != "OWN-1":
            assert receipt.message
            assert "{" not in receipt.message.de + receipt.message.en


def test_a_package_needs_its_base(sql: Store) -> None:
    """Without the company's base package nobody gets the package that needs it."""
    till = opened(sql, load=False)
    till.service.load("acme", "test", TODAY, [held("company/acme"), *settings()[1:], *workplaces()[1:]])
    asked = till.send("book", "workplace/plain.one", item="call-analytics")
    assert (asked.outcome, asked.rule) == ("rejected", "PKG-5")
    till.buy("book", "company/acme", item="call-analytics-basic")
    till.service.advance(date(2026, 11, 23))
    assert till.send("book", "workplace/plain.one", item="call-analytics").outcome == "done"


def test_a_block_keeps_its_group_while_numbers_are_lawful_there(sql: Store) -> None:
    """A block changes its group only if no number in it breaks a rule of the portal by that."""

    def each(found: Resource, facts: Facts) -> list[Breach]:
        blocks = (b.body for b in facts.after.of("numberblock").values())
        lost = any(b.block.holds(found.body.number.external) and b.group != found.body.group for b in blocks)
        return [Breach("OWN-1", found.address)] if lost else []

    store = sql
    service = Service(store, KINDS, (replace(own_rule(), each=each),), lambda: 0.0)
    service.load("acme", "test", TODAY, [*settings(), *workplaces()])
    till = Till(service, [], service.acquire("tests"))
    assert till.send("update", "numberblock/long", {"group": "koeln"}).rule == "NUM-6"
    assert till.send("update", "numberblock/future", {"group": "koeln"}).outcome == "done"


def test_the_day_of_a_refusal_is_named(till: Till) -> None:
    """A term names the first day on which the order is accepted, the latest of several terms."""
    refused = till.send("delete", "workplace/old.one").message
    assert refused
    assert "2026-12-10" in refused.de
    assert "2026-12-10" in refused.en


def test_only_own_positions_are_touched(sql: Store) -> None:
    """What a person put into the cart can be ordered, but is neither changed nor withdrawn."""
    store = sql
    person = opened(store, ours=False)
    ref = person.queue("activate", "workplace/new.one", NEW)
    tool = opened(store, load=False)
    tool.sent = person.sent
    for verb, body in (("change", NEW), ("withdraw", {})):
        assert tool.send(verb, "workplace/new.one", body, target=ref).rule == "CART-1"
    assert tool.service.observe().positions[0].ours is False
    assert tool.order(ref).outcome == "done"


def test_what_was_wrong_before_may_stay(sql: Store) -> None:
    """An update is refused for what it makes wrong, not for what was wrong already."""
    till = opened(sql, load=False)
    legacy = held("workplace/legacy", workplace("10", "99", blockingProfile="gone"))
    twin = held("workplace/twin", workplace("10", "15"))
    till.service.load("acme", "test", TODAY, [*settings(), legacy, twin])
    assert till.send("update", "workplace/legacy", {"language": "en"}).outcome == "done"
    assert till.send("update", "workplace/legacy", {"blockingProfile": "also-gone"}).rule == "BLOCK-1"
    assert till.send("update", "workplace/legacy", {"number.internal": "16"}).outcome == "done"
    assert till.send("update", "workplace/legacy", {"number.internal": "99"}).rule == "OWN-1"
