"""What has to be sent for a change, by the marks of its kind."""

from dataclasses import replace
from typing import Any

import pytest

from reconciler.model.change import Action, Change, FieldChange
from reconciler.model.position import Position
from reconciler.model.resource import Life, Resource
from reconciler.model.step import Step
from reconciler.stages.order.expand import expand
from tests.engine.values import ANNA, BONN, KINDS, SOON, TODAY, diff, group, observed, workplace

ACTIVE = workplace(life=Life("active", SOON, {"assistant": SOON}), packages=["assistant"])


def expanded(change: Change, *positions: Position, present: tuple[Resource, ...] = (ACTIVE,)) -> list[Step]:
    """The steps of one change on a portal with these positions."""
    found = replace(diff(present, present), changes=(change,))
    return [*expand(found, observed(*present, positions=positions), KINDS)]


def said(steps: list[Step]) -> list[str]:
    """Channel, verb, and what it is about."""
    return [" ".join(filter(None, (s.channel, s.verb, s.item or s.target or ",".join(f.path for f in s.fields))))
            for s in steps]


def updated(path: str, before: object, after: object, **spec: Any) -> Change:
    """One field of Anna that differs."""
    return Change(ANNA, Action.UPDATE, "differs", (FieldChange(path, before, after),), ACTIVE,
                  workplace(**({"packages": ["assistant"]} | spec)))


@pytest.mark.parametrize(("change", "steps"), [
    (Change(ANNA, Action.CREATE, "x", after=workplace()), ["cart activate"]),
    (Change(ANNA, Action.DELETE, "x", before=ACTIVE), ["cart delete"]),
    (Change(ANNA, Action.REPLACE, "x", before=ACTIVE, after=workplace()), ["cart delete", "cart activate"]),
    (Change(BONN, Action.CREATE, "x", after=group()), ["direct create"]),
    (Change(BONN, Action.DELETE, "x", before=group()), ["direct remove"]),
    (updated("timeZone", None, "Europe/Vienna", timeZone="Europe/Vienna"), ["direct update timeZone"]),
    (updated("packages", ["assistant"], ["group-function"], packages=["group-function"]),
     ["cart cancel assistant", "cart book group-function"]),
])
def test_channel_and_verb_follow_from_the_marks(change: Change, steps: list[str]):
    """What costs goes through the cart, the rest is set directly."""
    assert said(expanded(change)) == steps


def test_what_ends_waits_for_the_longest_term():
    """The workplace began on the day its package was booked: both terms are told, and the day is the same."""
    step, = expanded(Change(ANNA, Action.DELETE, "x", before=ACTIVE))
    assert step.since
    assert (step.since - SOON).days == 30
    assert [wait.rule for wait in step.waits] == ["TERM-1", "TERM-2"]


def test_our_own_position_is_taken_out_instead():
    """What lies in the cart and says the opposite is withdrawn, and nothing is ordered against it."""
    lying = Position("p", ANNA, "cancel", "assistant")
    change = updated("packages", [], ["assistant"])
    step, = expanded(change, lying)
    assert (step.verb, step.target) == ("withdraw", "p")


def test_a_setup_in_the_cart_is_changed():
    """Not deleted and made anew: the position gets the new settings, and who never wrote a day keeps the chosen one."""
    there = workplace(life=Life("in-cart", ref="p"))
    change = Change(ANNA, Action.UPDATE, "differs", (), there, workplace(timeZone="Europe/Vienna"))
    step, = expanded(change, Position("p", ANNA, "activate", activation_date=SOON), present=(there,))
    assert (step.verb, step.target, step.activation_date) == ("change", "p", SOON)


def test_what_was_sent_already_is_a_step_too():
    """Others may have to wait until it is carried out; it is told apart, and knows when it will be."""
    ordered = Position("p", ANNA, "delete", state="ordered", ours=False, ordered_on=TODAY)
    step, = expand(diff((ACTIVE,), (ACTIVE,)), observed(ACTIVE, positions=(ordered,)), KINDS)
    assert (step.sent, step.bought, step.ours) == (True, True, False)
    assert step.finished
    assert (step.finished - TODAY).days == 1
    assert ("address", str(ANNA)) in step.releases


def test_whose_booking_is_ordered_waits_until_it_is_carried_out():
    """A workplace that is only ordered can be changed when it is active."""
    there = workplace(life=Life("ordered", ref="p"))
    change = Change(ANNA, Action.UPDATE, "differs", (FieldChange("timeZone", None, "Europe/Vienna"),), there,
                    workplace(timeZone="Europe/Vienna"))
    bought = Position("p", ANNA, "activate", state="ordered", ordered_on=TODAY, activation_date=SOON)
    step, *_ = expanded(change, bought, present=(there,))
    assert (step.verb, step.since, [wait.rule for wait in step.waits]) == ("update", SOON, ["ACTIVE"])


def test_no_change_no_step():
    """And nothing of a portal with an empty cart."""
    assert expand(diff(), observed(), KINDS) == ()
