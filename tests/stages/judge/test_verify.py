"""Whether the portal holds what was acknowledged."""

from dataclasses import replace
from typing import Any

import pytest

from reconciler.model.order import Order
from reconciler.model.position import Position
from reconciler.model.renames import NAME
from reconciler.stages.judge.verify import cart_after, verify
from tests.engine.values import ANNA, BERT, BONN, KINDS, carted, direct, group, observed, workplace

VIENNA: dict[str, Any] = {"timeZone": "Europe/Vienna"}
BERLIN: dict[str, Any] = {"timeZone": "Europe/Berlin"}
HELD = observed(workplace(**VIENNA), group("bonn", "innen"))
SETUP = carted(BERT, group="bonn")
LYING = Position("o1", BERT, "activate", body={"group": "bonn"})


@pytest.mark.parametrize(("order", "there"), [
    (direct(ANNA, **VIENNA), True), (direct(ANNA, **BERLIN), False), (direct(ANNA, language="de"), True),
    (direct(BONN, "remove"), False), (direct(BERT, "remove"), True),
    (direct(BONN, "create", departments=[{"name": "innen"}]), True), (direct(BONN, "create"), False),
    (direct(BONN, **{NAME: "bonn"}), True), (direct(BONN, **{NAME: "honnef"}), False),
    (direct(BONN, **{"departments.x.name": "innen"}), True), (direct(BONN, **{"departments.x.name": "neu"}), False),
    (SETUP, True), (replace(SETUP, body={"group": "koeln"}), False), (replace(SETUP, ref="lost"), False),
    (carted(BERT, "withdraw"), True), (replace(carted(BERT, "withdraw"), target="o1"), False),
])
def test_each_order_has_its_effect(order: Order, there: bool):
    """By value, by presence, by name, or by the content of its position."""
    assert (verify([order], HELD, [LYING], KINDS) == ()) is there


def test_a_later_order_counts():
    """What was set twice needs to be as the last order left it."""
    assert not verify([direct(ANNA, **BERLIN), direct(ANNA, **VIENNA)], HELD, (), KINDS)


def test_the_cart_after_orders():
    """What is queued is added, what is changed has the new content, what is withdrawn is gone; others are not ours."""
    theirs = replace(LYING, ref="theirs", ours=False)
    change = replace(carted(BERT, "change", group="koeln"), target="o1")
    assert cart_after([theirs], [SETUP]) == {"o1": SETUP.digest}
    assert cart_after([LYING], [change]) == {"o1": carted(BERT, group="koeln").digest}
    assert cart_after([LYING], [replace(carted(BERT, "withdraw"), target="o1")]) == {}
