"""Orders with references that follow from the intent."""

from dataclasses import replace
from datetime import date

import pytest

from reconciler.model.order import Order
from reconciler.model.position import Observation
from reconciler.model.step import Step
from reconciler.stages.order.lower import lower, reference
from tests.engine.values import ANNA, BERT, KINDS, LATE, SOON, TODAY, TOMORROW, observed

SECRETS = ("one", "another")
PORTAL = replace(observed(), secret=SECRETS[0], lives={ANNA: 3})
STEP = Step(ANNA, "cart", "activate", body={"group": "bonn"}, activation_date=TODAY)


def ordered(step: Step, day: date = TODAY, portal: Observation = PORTAL) -> Order:
    """The one order of one step."""
    wave, = lower([(day, [step])], portal, KINDS)
    order, = wave.orders
    return order


def test_the_same_intent_has_the_same_reference():
    """Dates, reasons and notes are no part of it."""
    other = replace(STEP, activation_date=SOON, waits=(), fields=())
    assert ordered(STEP).ref == ordered(other).ref == reference(ordered(STEP), 3, PORTAL)
    assert str(ordered(STEP).ref).startswith("o1-")


@pytest.mark.parametrize(("step", "portal"), [
    (replace(STEP, address=BERT), PORTAL), (replace(STEP, verb="delete"), PORTAL), (replace(STEP, body={}), PORTAL),
    (STEP, replace(PORTAL, company="other")), (STEP, replace(PORTAL, secret=SECRETS[1])),
    (STEP, replace(PORTAL, lives={ANNA: 4})),
])
def test_another_intent_has_another_one(step: Step, portal: Observation):
    """Somebody else, another verb or content, another company or life; and nobody guesses it without the secret."""
    assert ordered(step, portal=portal).ref != ordered(STEP).ref


def test_a_forecast_has_none():
    """What comes later is planned again."""
    assert ordered(STEP, LATE).ref is None


@pytest.mark.parametrize(("step", "days"), [
    (STEP, 30), (replace(STEP, activation_date=SOON), 30 + (SOON - TODAY).days),
    (Step(ANNA, "cart", "book", "assistant"), 30), (Step(ANNA, "cart", "delete"), None),
    (Step(ANNA, "direct", "update"), None),
])
def test_until_when_it_binds(step: Step, days: int | None):
    """From the activation date, or from the day of the booking, for the minimum term."""
    bound = ordered(step).binds_until
    assert (bound and (bound - TODAY).days) == days


def test_what_is_set_up_works_on_the_next_day_at_the_earliest():
    """The day on which the portal carries it out."""
    assert ordered(STEP).works_from == TOMORROW
    assert ordered(replace(STEP, activation_date=SOON)).works_from == SOON
