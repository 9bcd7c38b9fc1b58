"""What waits in the cart to be bought, or for its day."""

from dataclasses import replace
from datetime import timedelta

from reconciler.model.position import Position
from reconciler.stages.outlook.linger import bought, counted, ordered, outstanding, unordered
from tests.engine.values import ANNA, BERT, KINDS, SOON, TODAY, TOMORROW, observed

SETUP = Position("p", ANNA, "activate", body={"packages": ["assistant"]}, queued_on=TODAY)
THEIRS = replace(SETUP, ref="q", address=BERT, ours=False)
BOUGHT = replace(SETUP, state="ordered", ordered_on=TODAY)


def test_only_ours_in_the_cart_is_unordered():
    """With the day since which it lies there; others' positions are theirs."""
    found = unordered([SETUP, THEIRS, BOUGHT], KINDS, SOON)
    assert found
    assert (found.count, found.since) == (1, TODAY)
    assert unordered([THEIRS, BOUGHT], KINDS, SOON) is None


def test_what_it_binds_if_it_is_bought_today():
    """The workplace and its package, from today for the minimum term."""
    found = bought([SETUP], KINDS, TODAY)
    assert (found.workplaces, found.packages) == (1, 1)
    assert found.until == TODAY + timedelta(days=30)


def test_ordered_until_the_last_is_carried_out():
    """On the day after the order at the earliest."""
    found = ordered([BOUGHT, replace(BOUGHT, activation_date=SOON), SETUP], TODAY)
    assert found
    assert (found.count, found.until) == (2, SOON)
    assert ordered([SETUP, replace(BOUGHT, ours=False)], TODAY) is None


def test_the_dates_that_will_count():
    """What is in the cart counts from the day it is bought, and works on the next."""
    found = counted(SETUP, TODAY)
    assert (found.activation_date, found.works_from) == (TODAY, TOMORROW)
    assert counted(replace(SETUP, verb="delete"), TODAY).activation_date is None
    done = counted(replace(BOUGHT, state="done"), SOON)
    assert (done.activation_date, done.works_from) == (TODAY, TOMORROW)
    assert counted(replace(BOUGHT, state="rejected"), SOON).works_from is None


def test_what_is_carried_out_until_a_day_is_not_open_then():
    """What is ordered takes effect by itself; what lies in the cart still lies there."""
    portal = observed(positions=(BOUGHT, replace(SETUP, ref="r")))
    assert [p.ref for p in outstanding(portal, TODAY)] == ["p", "r"]
    assert [p.ref for p in outstanding(portal, TOMORROW)] == ["r"]
