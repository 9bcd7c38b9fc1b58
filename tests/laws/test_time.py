"""Time is an input: terms on the calendar, dates of waves and their reasons, other days than the portal's."""

import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from reconciler import effects
from reconciler.model.address import Address
from reconciler.model.order import Order, Outcome, Receipt
from reconciler.model.plan import Wave
from reconciler.portal.books.memory import MemoryStore
from reconciler.portal.service import Service
from tests.cli.command import reconciler
from tests.cli.office import office, staff
from tests.cli.office import seat as desk
from tests.engine.dsl import asked, orders, portal, queued
from tests.engine.engine import KIT, TODAY, Round
from tests.engine.pairs import pairs, story
from tests.engine.worlds import YOUNG, company, seat

ONE_DAY = timedelta(days=1)
CALENDAR = (
    ("2026-11-23", "2026-12-23"), ("2026-12-02", "2027-01-01"), ("2026-12-31", "2027-01-30"),
    ("2027-01-29", "2027-02-28"), ("2027-01-30", "2027-03-01"), ("2027-02-01", "2027-03-03"),
    ("2027-02-26", "2027-03-28"), ("2027-03-28", "2027-04-27"), ("2027-10-01", "2027-10-31"),
    ("2027-10-31", "2027-11-30"), ("2028-01-30", "2028-02-29"), ("2028-01-31", "2028-03-01"),
    ("2028-02-29", "2028-03-30"),
)
"""Ends of months and years, a leap day, the days on which clocks are put forward and back."""


@pytest.mark.parametrize(("began", "end"), CALENDAR)
def test_thirty_days_of_the_calendar(began: str, end: str):
    """What began on a day can be ended on the 30th after it: the plan says so, and the portal agrees to the day."""
    first, last, wish = date.fromisoformat(began), date.fromisoformat(end), company()
    anna = seat("anna.adler", "10", "10", f"activationDate: {began}")
    (activation,) = asked(portal(wish), company(anna)).plan.due
    assert (activation.activation_date, activation.binds_until) == (first, last)
    there = portal(company(seat("anna.adler", "10", "10", status=began)), first + ONE_DAY)
    (wave,) = asked(there, wish).plan.waves
    assert (wave.not_before, {w.rule for w in wave.orders[0].waits_for}) == (last, {"TERM-1"})
    token, outcomes = there.acquire("early"), []
    for day in (last - ONE_DAY, last):
        there.advance(day)
        outcomes.append(there.execute(replace(wave.orders[0], ref="end"), token).rule)
    assert outcomes == ["TERM-1", ""]


OWN = (" shortly before ", " together with ")
"""What could be done earlier, but would only be missed meanwhile."""


def waiting(wave: Wave, former: dict[Address, Address]) -> list[Order]:
    """The orders of a wave that wait for something else than other steps of the same person."""
    return [o for o in wave.orders if not any(
        str(name) in w.message.en or any(own in w.message.en for own in OWN)
        for w in o.waits_for if w.rule == "SEQ-1" for name in (o.address, former.get(o.address, o.address)))]


def refused_early(found: Round, number: int, order: Order) -> bool:
    """Whether this order of that wave fails, at once, when bought or when due, if it is sent on the day before."""
    waves, before = found.draft.plan.waves, MemoryStore.of(found.before, KIT.kinds)
    there = Service(before, KIT.kinds, tuple(KIT.rules.values()), lambda: 0.0)
    token, eve = there.acquire("early"), waves[number].not_before - ONE_DAY

    def buy() -> Receipt:
        return there.submit({p.ref: p.digest for p in there.observe(()).positions if p.state == "in-cart"}, token)

    for n, wave in enumerate(waves[:number]):
        if wave.not_before > there.observe(()).today:
            buy()
            there.advance(wave.not_before)
        for place, earlier in enumerate(wave.orders):
            assert there.execute(replace(earlier, ref=f"{n}-{place}"), token).outcome is Outcome.DONE
    buy()
    there.advance(eve)
    begins = order.activation_date if order.activation_date != waves[number].not_before else None
    if there.execute(replace(order, ref="early", activation_date=begins), token).outcome is Outcome.REJECTED:
        return True
    if buy().outcome is Outcome.REJECTED:
        return True
    there.advance(max(eve + ONE_DAY, begins or eve))
    return "rejected" in [p.state for p in there.observe(()).positions if p.ref == "early"]


@pairs
def test_each_date_has_its_reason(first: str, then: str) -> None:
    """A later wave waits for what its orders name last, never for what is past, and no order could go a day earlier."""
    found = story(first, then).rounds[0]
    plan = found.draft.plan
    former = {c.address: c.before.address for c in plan.changes if c.before}
    assert all(wave.not_before >= plan.as_of for wave in plan.waves)
    for number, wave in enumerate(plan.waves):
        if wave.not_before == plan.as_of:
            assert not [o for o in wave.orders if o.waits_for]
            continue
        assert {max(w.until for w in o.waits_for) for o in wave.orders} == {wave.not_before}
        assert all(refused_early(found, number, order) for order in waiting(wave, former))


ANNA, EMIL = seat("anna.adler", "10", "10"), seat("emil.ernst", "11", "11")
OTHER = seat("emil.ernst", "13", "13", "packages: [group-function]")
HEIR, GONE = seat("frida.fink", "12", "12"), seat("dora.dorn", "12", "12", status=YOUNG)
AHEAD = (
    ("2026-11-22", ["11-23 update emil.ernst", "11-23 book emil.ernst group-function"], "12-10"),
    ("2026-11-24", ["11-24 update emil.ernst", "11-24 book emil.ernst group-function"], "12-10"),
    ("2026-12-10", ["12-10 update emil.ernst", "12-10 book emil.ernst group-function"], "12-10"),
    ("2027-01-05", ["01-05 update emil.ernst", "01-05 book emil.ernst group-function"], "01-05"),
)


@pytest.mark.parametrize(("day", "changes", "end"), AHEAD)
def test_another_day(day: str, changes: list[str], end: str):
    """As of a later day what was ordered is there, a term that is over holds nobody, and no reason is out of date."""
    there = queued(portal(company(ANNA, GONE)), company(ANNA, EMIL, GONE), bought=True)
    drafted = asked(there, company(ANNA, OTHER, HEIR), as_of=date.fromisoformat(day))
    assert not drafted.errors
    assert orders(drafted)[:3] == [*changes, f"{end} delete dora.dorn"]
    for wave in drafted.plan.waves:
        assert wave.not_before >= drafted.plan.as_of
        assert all((max(w.until for w in o.waits_for) if o.waits_for else drafted.plan.as_of) == wave.not_before
                   for o in wave.orders)


def test_what_lies_in_the_cart_lies_there_on_another_day_too():
    """As of a later day a position that nobody ordered is still ours to change."""
    there = queued(portal(company(ANNA)), company(ANNA, EMIL))
    drafted = asked(there, company(ANNA, OTHER), as_of=TODAY + 9 * ONE_DAY)
    assert (drafted.errors, orders(drafted)) == (0, ["12-01 change emil.ernst"])


def test_an_earlier_day():
    """As of a day before the portal's a plan is what it would have been then, and as good."""
    drafted = asked(portal(company(ANNA)), company(seat("anna.adler", "10", "15"), EMIL), as_of=TODAY - 9 * ONE_DAY)
    assert (drafted.errors, orders(drafted)) == (0, ["11-13 update anna.adler", "11-13 activate emil.ernst"])


def test_a_step_that_waits_only_for_itself_holds_up_nothing_else():
    """A package ends on its day, although the same workplace gets a number that begins later."""
    integrated = seat("anna.adler", "10", "210", 'mobileIntegration: {type: magentaeins, mobile: "+491711"}')
    wish = company(seat("anna.adler", "+4922820010", "20"))
    found = orders(asked(portal(company(integrated)), wish))
    assert found[:2] == ["11-22 cancel anna.adler mobileIntegration", "11-22 update anna.adler"]


def test_no_clock_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whatever the clock of the machine says, not a byte of a plan differs."""
    there = office(tmp_path, staff(3), [*staff(2), desk("anna.schmidt", "58")], unmanaged="delete")
    plans = []
    for seconds in (0.0, 4e9):
        monkeypatch.setattr(time, "time", lambda: seconds)  # noqa: B023
        monkeypatch.setattr(effects.Effects, "now", lambda _: None)
        plans.append(reconciler(there, "plan", "--output", "json").out)
    assert plans[0] == plans[1]
    assert '"asOf": "2026-11-22"' in plans[0]
