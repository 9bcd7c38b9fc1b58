"""The cart once the portal took some orders."""

from dataclasses import replace

from reconciler.model.position import Position
from reconciler.stages.outlook.fill import fill
from tests.engine.values import ANNA, BERT, SOON, carted, direct

LYING = Position("p", ANNA, "activate", body={"group": "bonn"})


def test_queued_changed_and_withdrawn():
    """What is queued lies there too, under its reference or one of the forecast; the rest is as the order leaves it."""
    assert [p.ref for p in fill([LYING], [carted(BERT), replace(carted(BERT, "delete"), ref=None)])] == [
        "p", "o1", "forecast-1"]
    change = replace(carted(ANNA, "change", group="koeln"), target="p", activation_date=SOON)
    assert fill([LYING], [change]) == (replace(LYING, body={"group": "koeln"}, activation_date=SOON),)
    assert fill([LYING], [replace(carted(ANNA, "withdraw"), target="p")]) == ()


def test_direct_orders_make_no_position():
    """Nor does a change of what is no longer there."""
    assert fill([], [direct(), replace(carted(ANNA, "change"), target="gone")]) == ()
