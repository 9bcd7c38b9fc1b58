"""What is booked: packages and MagentaEINS begin and end with their terms, and what the company has around the rest."""

import pytest

from tests.engine.dsl import asked, booked, orders, portal, queued, reached, rules
from tests.engine.worlds import ANALYSED, LEADER, YOUNG, company, seat

PACKAGE = "packages: [conference-plus]"
BARE, ANNA = seat("anna.adler", "10", "20"), seat("anna.adler", "10", "20", PACKAGE)


@pytest.mark.parametrize(("since", "end"), [
    ("2025-01-02", "11-22"), ("2026-10-22", "11-22"), ("2026-11-10", "12-10"), ("2026-11-21", "12-21")])
def test_a_package_ends_when_its_term_does(since: str, end: str):
    """It is cancelled on that day; so is the workplace deleted, whatever its own term."""
    there = portal(company(booked(ANNA, conference_plus=since)))
    assert orders(asked(there, company(BARE))) == [f"{end} cancel anna.adler conference-plus"]
    assert orders(asked(there, company())) == [f"{end} delete anna.adler"]
    reached(there, company(BARE))


BACK = [("2025-01-02", False, ["11-22 withdraw anna.adler conference-plus"]),
        ("2025-01-02", True, ["11-23 book anna.adler conference-plus"]),
        ("2026-11-10", False, []), ("2026-11-10", True, [])]


@pytest.mark.parametrize(("since", "bought", "planned"), BACK)
def test_a_package_is_wanted_again(since: str, bought: bool, planned: list[str]):
    """Within its term nothing happened yet; in the cart the end is withdrawn; ordered, it is booked after the end."""
    wish = company(booked(ANNA, conference_plus=since))
    there = queued(portal(wish), company(BARE), bought=bought)
    assert orders(asked(there, wish)) == planned
    reached(there, wish)


DROPPED = [(False, BARE, ["11-22 withdraw anna.adler conference-plus"]),
           (True, BARE, ["12-22 cancel anna.adler conference-plus"]),
           (False, "", ["11-22 withdraw anna.adler conference-plus", "11-22 delete anna.adler"]),
           (True, "", ["12-22 delete anna.adler"])]


@pytest.mark.parametrize(("bought", "left", "planned"), DROPPED)
def test_a_booking_is_dropped(bought: bool, left: str, planned: list[str]):
    """In the cart it is withdrawn; ordered, it binds for its term, and the workplace with it."""
    there, wish = queued(portal(company(BARE)), company(ANNA), bought=bought), company(*filter(None, [left]))
    assert orders(asked(there, wish)) == planned
    reached(there, wish)


def test_the_longest_term_holds():
    """The workplace is old, one package was booked yesterday, another one three weeks ago."""
    anna = seat("anna.adler", "10", "20", "packages: [conference-plus, group-function]")
    there = portal(company(booked(anna, conference_plus="2026-11-21", group_function="2026-11-01")))
    (order,) = asked(there, company()).plan.waves[0].orders
    assert [(w.rule, str(w.until), "conference-plus" in w.message.en) for w in order.waits_for] == [
        ("TERM-2", "2026-12-21", True)]
    reached(there, company())


ANALYST = seat("anna.adler", "10", "20", "packages: [call-analytics]")


def test_the_companys_package_comes_first():
    """The workplace's is booked only when it is active."""
    there, wish = portal(company(BARE)), company(ANALYST, packages=ANALYSED)
    assert orders(asked(there, wish)) == [
        "11-22 book acme call-analytics-basic", "11-23 book anna.adler call-analytics"]
    reached(there, wish)


@pytest.mark.parametrize("left", [BARE, ""])
@pytest.mark.parametrize(("companys", "own", "ends", "last"), [
    ("2025-01-02", "2025-01-02", "11-22", "11-23"), ("2025-01-02", "2026-11-10", "12-10", "12-11"),
    ("2026-11-20", "2025-01-02", "11-22", "12-20"), ("2026-11-20", "2026-11-10", "12-10", "12-20"),
    ("2026-11-10", "2026-11-10", "12-10", "12-11"), ("2026-11-10", "2026-11-20", "12-20", "12-21")])
def test_the_companys_package_ends_last(companys: str, own: str, ends: str, last: str, left: str):
    """After the last workplace's has ended or left, and not before its own term."""
    held = company(booked(ANALYST, call_analytics=own), packages=ANALYSED)
    there = portal(held.replace("call-analytics-basic: 2025-01-02", f"call-analytics-basic: {companys}"))
    wish = company(*filter(None, [left]))
    deed = "cancel anna.adler call-analytics" if left else "delete anna.adler"
    assert orders(asked(there, wish)) == [f"{ends} {deed}", f"{last} cancel acme call-analytics-basic"]
    reached(there, wish)


@pytest.mark.parametrize(("bought", "first"), [(False, "11-22 withdraw"), (True, "12-22 cancel")])
def test_the_companys_package_is_dropped_while_others_wait_for_it(bought: bool, first: str):
    """What had not been booked for the workplace yet never is."""
    there = queued(portal(company(BARE)), company(ANALYST, packages=ANALYSED), bought=bought)
    assert orders(asked(there, company(BARE))) == [f"{first} acme call-analytics-basic"]
    reached(there, company(BARE))


ASSISTANT = "packages: [assistant]"
PAIR = [seat("anna.adler", "10", "20", LEADER), seat("bert.bach", "11", "21", ASSISTANT)]
ALONE = seat("bert.bach", "11", "21")
ENDS = {
    "both end": ([BARE, ALONE], ["update anna.adler", "cancel anna.adler assistant", "cancel bert.bach assistant"]),
    "one leaves": ([BARE], ["update anna.adler", "cancel anna.adler assistant", "delete bert.bach"]),
    "both leave": ([], ["delete anna.adler", "delete bert.bach"]),
    "handed on": ([PAIR[0], seat("emil.ernst", "12", "22", ASSISTANT)], ["activate emil.ernst", "delete bert.bach"]),
}


@pytest.mark.parametrize(("wished", "planned"), ENDS.values(), ids=ENDS)
def test_assistants_end_in_pairs(wished: list[str], planned: list[str]):
    """Both at once; a device of a leader first, because it needs the package."""
    there = portal(company(*PAIR))
    assert orders(asked(there, company(*wished))) == [f"11-22 {deed}" for deed in planned]
    reached(there, company(*wished))


@pytest.mark.parametrize("left", [[PAIR[0], ALONE], PAIR[:1]])
def test_an_assistant_does_not_stay_alone(left: list[str]):
    """Ending one of two is an error, as long as somebody wishes for the other."""
    drafted = asked(portal(company(*PAIR)), company(*left))
    assert (orders(drafted), "PKG-1" in rules(drafted)) == ([], True)


def integrated(name: str, number: str, mobile: str, *more: str) -> str:
    """A workplace with MagentaEINS."""
    magenta = f'mobileIntegration: {{type: magentaeins, mobile: "+49171111000{mobile}", customerAccount: "4711"}}'
    return seat(name, number, f"2{number}", magenta, "devices: [{profile: mobile-client}]", *more)


OLDER, ITEM = integrated("anna.adler", "10", "1"), "anna.adler mobileIntegration"
CHANGED = "update anna.adler"
MAGENTA = {
    "ended": ([seat("anna.adler", "10", "210")], [("", f"cancel {ITEM}"), ("", CHANGED)]),
    "ended, shorter internal": ([BARE], [("", f"cancel {ITEM}"), ("", CHANGED), ("+", CHANGED)]),
    "another mobile": ([integrated("anna.adler", "10", "2")],
                       [("", f"cancel {ITEM}"), ("+", f"book {ITEM}"), ("+", CHANGED)]),
    "deleted": ([], [("", "delete anna.adler")]),
    "replaced": ([seat("anna.adler", "10", "210", group="koeln")],
                 [("", "delete anna.adler"), ("+", "activate anna.adler")]),
}


@pytest.mark.parametrize(("since", "end", "after"), [
    ("2025-01-02", "11-22", "11-23"), ("2026-11-20", "12-20", "12-21")])
@pytest.mark.parametrize(("wished", "planned"), MAGENTA.values(), ids=MAGENTA)
def test_magentaeins_ends_when_its_term_does(wished: list[str], planned: list[tuple[str, str]], since: str, end: str,
                                             after: str):
    """What needs it to be gone comes the day after; the directory changes with it, and all else at once."""
    there, at_once = portal(company(booked(OLDER, mobileIntegration=since))), f"11-22 {CHANGED}"
    found = [order for order in orders(asked(there, company(*wished))) if order != at_once]
    wanted = [f"{after if later else end} {deed}" for later, deed in planned]
    assert found == [order for order in wanted if order != at_once]
    reached(there, company(*wished))


@pytest.mark.parametrize(("bought", "planned"), [
    (False, [f"11-22 change {ITEM}", "11-22 update anna.adler"]),
    (True, [f"12-22 cancel {ITEM}", f"12-23 book {ITEM}", f"12-23 {CHANGED}"])])
def test_another_mobile_for_what_was_only_ordered(bought: bool, planned: list[str]):
    """In the cart the position changes; ordered, the first one binds for its term."""
    there, wish = portal(company(BARE)), company(integrated("anna.adler", "10", "2"))
    queued(there, company(OLDER), bought=bought)
    assert orders(asked(there, wish)) == planned
    reached(there, wish)


def test_the_term_of_a_workplace_and_of_all_that_is_booked_for_it():
    """All that end last are named, and no other."""
    anna = booked(integrated("anna.adler", "10", "1", PACKAGE).replace("2025-01-02", YOUNG),
                  mobileIntegration=YOUNG, conference_plus="2026-11-01")
    (order,) = asked(portal(company(anna)), company()).plan.waves[0].orders
    assert {(w.rule, str(w.until)) for w in order.waits_for} == {("TERM-1", "2026-12-10"), ("TERM-3", "2026-12-10")}
