"""What the portal rejected before."""

from dataclasses import replace
from typing import Any

import pytest

from reconciler.model.change import Action, Change
from reconciler.model.position import Position
from reconciler.model.text import Text
from reconciler.stages.judge.recall import recall
from tests.engine.values import ANNA, BERT, SOON, TODAY, carted, diff, waves, workplace


def rejected(rule: str, **more: Any) -> Position:
    """A position that the portal did not carry out."""
    return Position("p", ANNA, "activate", state="rejected", rule=rule, reason=Text("Weil.", "Because."),
                    **{"ordered_on": TODAY, **more})


@pytest.mark.parametrize(("positions", "told"), [
    ([rejected("INT-8")], ["INT-8"]),
    ([rejected("INT-8", ordered_on=SOON), rejected("NUM-4")], ["INT-8"]),
    ([rejected("INT-8", ours=False)], []),
    ([], []),
])
def test_the_last_reason_is_told(positions: list[Position], told: list[str]):
    """Of our own positions alone, and of several the one that was ordered last."""
    found = list(recall(diff(), waves(carted()), positions))
    assert [b.values["rule"] for b in found] == told
    assert {b.rule for b in found} <= {"CART-3"}


def test_another_order_is_another_matter():
    """Somebody else, or another verb, was not rejected."""
    assert not list(recall(diff(), waves(carted(BERT), carted(verb="delete")), [rejected("INT-8")]))


def test_without_orders_the_changes_are_asked():
    """Where a rule stops the plan, what a change would need is looked up all the same."""
    wanted = replace(diff(), changes=(Change(ANNA, Action.CREATE, "x", after=workplace()),))
    assert [b.rule for b in recall(wanted, (), [rejected("INT-8")])] == ["CART-3"]
