"""Scheduling: cuts, days and their order, whoever holds which object."""

from dataclasses import replace

import pytest

from reconciler.model.resource import Resource
from reconciler.model.step import Detour
from reconciler.stages.order._agenda import Agenda
from reconciler.stages.order.schedule import PHASES, schedule
from tests.engine.documents import together
from tests.engine.engine import TODAY
from tests.engine.worlds import ANNA, BERT, CARL, CLIENT, DORA, WORLDS, company, seat
from tests.stages.order.plans import KINDS, agenda, said

TURNED = company(seat("anna.adler", "11", "10", "department: innen"),
                seat("bert.bach", "12", "11", "department: aussen"), seat("dora.dorn", "10", "12", CLIENT))
"""Each of three has the number that the next one had."""


def through(found: Agenda, *, rebuilt: bool = False) -> Agenda:
    """After all phases, between which every resource may become another object that says the same."""
    for phase in PHASES:
        found = phase(found)
        if rebuilt:
            steps = (replace(s, before=_another(s.before), after=_another(s.after)) for s in found.steps)
            found = replace(found, steps=tuple(steps))
    return found


def _another(resource: Resource | None) -> Resource | None:
    return resource and replace(resource)


@pytest.mark.parametrize("then", ["swapped", "ring", "internals", "departments", "handover", "future", "moved"])
def test_a_plan_hangs_on_what_steps_say_and_not_on_objects(then: str):
    """Resources that are rebuilt between the phases give the same orders on the same days."""
    first = agenda(together(WORLDS["base"]), together(WORLDS[then]))
    again = through(first, rebuilt=True)
    assert said(again) == said(through(first))
    assert [(one.step.note, one.step.waits) for one in again.dated] == [
        (one.step.note, one.step.waits) for one in through(first).dated]


def test_a_cycle_is_opened_by_one_step_aside():
    """Three who pass on their numbers need one detour: it comes first, its way back last."""
    found = through(agenda(company(ANNA, BERT, DORA), TURNED))
    assert said(found) == [
        "0 update anna.adler number.external", "0 update dora.dorn number.external",
        "0 update bert.bach number.external", "0 update anna.adler number.external"]
    assert [one.step.detour for one in found.dated] == [Detour.PARKED, None, None, None]


def test_what_others_refer_to_grows_before_they_come_and_shrinks_after_they_left():
    """A department that comes and one that goes in one manifest are two orders around those who move."""
    wish = company(seat("anna.adler", "10", "10", "department: neu")).replace("{name: innen}", "{name: neu}")
    assert said(through(agenda(company(ANNA), wish))) == [
        "0 update bonn departments", "0 update anna.adler department", "0 update bonn departments"]


def test_a_number_of_a_later_block_waits_and_the_rest_of_the_change_does_not():
    """What the network knows in 23 days only is sent then; the department moves today."""
    wish = company(seat("anna.adler", "+4922820010", "10", "department: aussen"))
    assert said(through(agenda(company(ANNA), wish))) == [
        "0 update anna.adler department", "23 update anna.adler number.external"]


def test_what_is_replaced_goes_the_day_before_it_is_set_up_anew():
    """Without a number for one night: the new workplace waits for its block, and the old one with it."""
    wish = company(seat("carl.clausen", "+4922820010", "310"))
    found = through(agenda(company(CARL), wish))
    assert said(found) == ["22 delete carl.clausen", "23 activate carl.clausen"]


def test_waves_are_days_in_order():
    """Each wave has one day, and in it the orders as they are sent."""
    first = agenda(company(ANNA), company(seat("anna.adler", "10", "10", "department: innen", group="koeln")))
    planned = schedule(first.steps, first.ground.diff, KINDS, TODAY)
    assert [[step.verb for step in steps] for _, steps in planned.waves] == [["delete"], ["activate"]]
    assert [(day - TODAY).days for day, _ in planned.waves] == [0, 1]
    assert not planned.blocked
