"""The order of steps: whoever takes something waits for whoever gives it, at every moment and on every day.

Each row goes the whole way by plan, order and delivery; what must hold at all moments is looked at after each order.
"""

from collections.abc import Sequence

import pytest

from reconciler.model import waits as say
from tests.engine.documents import group
from tests.engine.dsl import asked, booked, orders, portal, queued, reached, rules
from tests.engine.worlds import ANALYSED, LOCKED, OLD, OWNERS, SITES, STANDARD, YOUNG, company, seat, template

NAMES = ("anna.adler", "bert.bach", "emil.ernst", "frida.fink", "gabi.graf")
OWNED, SETTINGS = {**OWNERS, "labor-1": "group: labor"}, (*SITES, group("labor"))


def turned(values: Sequence[str], by: int) -> list[str]:
    """The values, each by so many places further."""
    return [*values[by:], *values[:by]]


def ring(size: int, outside: int = 0, inside: int = 0, *, full: bool = False) -> str:
    """So many workplaces, whose numbers have been handed on; ``full`` if their block has no other."""
    numbers, internals = [str(n + (1 if full else 10)) for n in range(size)], [str(n + 20) for n in range(size)]
    people = zip(NAMES, turned(numbers, outside), turned(internals, inside), strict=False)
    seats = (seat(*person, group="labor" if full else "bonn") for person in people)
    return company(*seats, owners=OWNED, settings=SETTINGS)


RINGS = [(size, outside, inside, False) for size in (2, 3, 5) for outside, inside in ((1, 0), (0, 1), (1, 1))]
RINGS += [(3, 1, 2, False), (5, 1, 4, False), (5, 2, 3, False), (3, 1, 0, True), (3, 0, 1, True), (3, 1, 2, True)]


@pytest.mark.parametrize(("size", "outside", "inside", "full"), RINGS)
def test_rings(size: int, outside: int, inside: int, full: bool):
    """Public numbers, internal ones or both go round, all on one day; without a free number the plan says who waits."""
    play = reached(portal(ring(size, full=full)), ring(size, outside, inside, full=full))
    (wave,) = play.rounds[0].draft.plan.waves
    bare = [o for o in wave.orders if o.note == say.UNREACHABLE]
    assert len(bare) == (full and outside > 0)


def test_nobody_steps_aside_to_another_block():
    """A free number of another block may belong to another address; without one of its own somebody waits a moment."""
    owners = {**OWNERS, "bonn-1": "group: labor", "labor-1": "group: labor"}
    first, then = (company(*(seat(name, str(number), str(20 + n), group="labor")
                             for n, (name, number) in enumerate(zip(NAMES, numbers, strict=False))),
                           owners=owners, settings=SETTINGS)
                   for numbers in ((1, 2, 3), (2, 3, 1)))
    play = reached(portal(first), then)
    assert [o.note for o in play.rounds[0].draft.plan.due].count(say.UNREACHABLE) == 1


def restricted(external: str, internal: str) -> str:
    """A workplace that may register at one line only."""
    written = f'internal: "{internal}"'
    return seat(NAMES[0], external, internal).replace(written, f"{written}, nomadicUse: {{restrictedTo: hauptsitz}}")


def test_a_ring_with_a_restricted_member():
    """The change of a restricted number is told, and goes like any other."""
    there = portal(company(restricted("10", "20"), seat(NAMES[1], "11", "21"), seat(NAMES[2], "12", "22")))
    wish = company(restricted("11", "21"), seat(NAMES[1], "12", "22"), seat(NAMES[2], "10", "20"))
    assert rules(asked(there, wish)) == {"NOMAD-1"}
    reached(there, wish)


STANDINGS = [("active", "in-cart", "ordered")[n:] + ("active", "in-cart", "ordered")[:n] for n in range(3)]


@pytest.mark.parametrize("bought", [False, True])
@pytest.mark.parametrize(("outside", "inside"), [(1, 0), (0, 1), (1, 1), (1, 2)])
@pytest.mark.parametrize("standing", STANDINGS, ids="-".join)
def test_rings_through_the_cart(standing: tuple[str, ...], outside: int, inside: int, bought: bool):
    """One is active, one lies in the cart, one is ordered; what the next plan began may be bought or not."""
    people = dict(zip(standing, NAMES, strict=False))
    here = {name: seat(name, str(10 + n), str(20 + n)) for n, name in enumerate(NAMES[:3])}
    there = portal(company(here[people["active"]]))
    queued(there, company(here[people["active"]], here[people["ordered"]]), bought=True)
    queued(there, company(*here.values()))
    wish = company(*map(seat, NAMES, turned(("10", "11", "12"), outside), turned(("20", "21", "22"), inside)))
    if bought:
        queued(there, wish, bought=True)
    reached(there, wish)


K = "koeln"
ANNA, BERT = seat("anna.adler", "10", "20"), seat("bert.bach", "11", "21")
YOUNG_ANNA = seat("anna.adler", "10", "20", status=YOUNG)
EMIL = seat("emil.ernst", "10", "20")
HANDED_ON = {
    "joiner": ([], [EMIL], "activate emil.ernst"),
    "colleague": ([BERT], [seat("bert.bach", "10", "20")], "update bert.bach"),
    "both": ([BERT], [seat("bert.bach", "10", "21"), seat("emil.ernst", "12", "20")], "update bert.bach"),
    "crosswise": ([BERT], [seat("bert.bach", "11", "20"), seat("emil.ernst", "10", "21")], "update bert.bach"),
    "onwards": ([BERT], [seat("bert.bach", "10", "20"), seat("emil.ernst", "11", "21")], "update bert.bach"),
    "elsewhere": ([], [seat("bert.bach", "10", "20", group=K)], "activate bert.bach"),
}


@pytest.mark.parametrize(("leaver", "gone", "taken"), [(ANNA, "11-22", "11-23"), (YOUNG_ANNA, "12-10", "12-11")])
@pytest.mark.parametrize(("others", "wished", "taker"), HANDED_ON.values(), ids=HANDED_ON)
def test_the_numbers_of_a_leaver(leaver: str, gone: str, taken: str, others: list[str], wished: list[str], taker: str):
    """Whoever gets them waits for the deletion, and that for the term."""
    there, wish = portal(company(leaver, *others)), company(*wished)
    planned = orders(asked(there, wish))
    assert f"{gone} delete anna.adler" in planned
    assert f"{taken} {taker}" in planned
    reached(there, wish)


@pytest.mark.parametrize("bought", [False, True])
@pytest.mark.parametrize("leaver", [ANNA, YOUNG_ANNA])
def test_the_numbers_of_a_leaver_for_whom_was_ordered_already(leaver: str, bought: bool):
    """A joiner who waits in the cart, or is ordered, gets the numbers of somebody who leaves."""
    reached(queued(portal(company(leaver)), company(leaver, seat("emil.ernst", "12", "22")), bought=bought),
            company(EMIL))


BLOCKS = {**OWNERS, "bonn-1": "group: koeln"}
CROSSED = {**BLOCKS, "koeln-1": "group: bonn"}
BERT_K = seat("bert.bach", "10", "21", group=K)
MOVES = {
    "person": ([], company(seat("anna.adler", "10", "20", "department: technik", group=K))),
    "with the block": ([], company(seat("anna.adler", "+4922810010", "20", group=K), owners=BLOCKS)),
    "crosswise": ([BERT_K], company(seat("anna.adler", "10", "21", group=K), seat("bert.bach", "10", "20"))),
    "with both blocks": ([BERT_K], company(seat("anna.adler", "+4922810010", "20", group=K),
                                           seat("bert.bach", "+4922130010", "21"), owners=CROSSED)),
    "three and one stays": ([BERT_K, seat("emil.ernst", "11", "22")],
                            company(seat("anna.adler", "10", "21", group=K), seat("bert.bach", "11", "22"), EMIL)),
    "the group goes": ([], company(seat("anna.adler", "+4922810010", "20", group=K), settings=[STANDARD, group(K)],
                                   owners=dict.fromkeys(OWNERS, "group: koeln"))),
}


@pytest.mark.parametrize(("mover", "gone", "back"), [(ANNA, "11-22", "11-23"), (YOUNG_ANNA, "12-10", "12-11")])
@pytest.mark.parametrize(("others", "wish"), MOVES.values(), ids=MOVES)
def test_moves_to_another_group(mover: str, gone: str, back: str, others: list[str], wish: str):
    """Deleted when the term is over, made anew under the same name the day after; blocks follow in between."""
    there = portal(company(mover, *others))
    planned = orders(asked(there, wish))
    assert planned.index(f"{gone} delete anna.adler") < planned.index(f"{back} activate anna.adler")
    reached(there, wish)


@pytest.mark.parametrize("bought", [False, True])
def test_a_move_that_is_taken_back(bought: bool):
    """In the cart it is withdrawn; once the deletion is ordered the workplace comes back where it was."""
    there = queued(portal(company(ANNA)), company(seat("anna.adler", "10", "20", group=K)), bought=bought)
    back = "11-23 activate anna.adler" if bought else "11-22 withdraw anna.adler"
    assert orders(asked(there, company(ANNA))) == [back]
    reached(there, company(ANNA))


SALES = template("blockingProfile: locked")
USED = [STANDARD, LOCKED, group("bonn", "innen", "aussen"), group("koeln", "technik"), SALES]
USERS = [seat("anna.adler", "10", "20", "department: innen", "blockingProfile: locked"),
         seat("frida.fink", "16", "16", "template: vertrieb")]
LATE = booked(seat("dora.dorn", "12", "12", "blockingProfile: locked", "packages: [conference-plus]", status=YOUNG),
              conference_plus="2026-11-20")
LEFT = [STANDARD, group("bonn", "aussen"), group("koeln", "technik"), template()]


def test_what_others_use_goes_after_them():
    """A profile and a department are left first; by whom a term still holds, only then."""
    there = portal(company(*USERS, LATE, settings=USED))
    wish = company(seat("anna.adler", "10", "20"), USERS[1], settings=LEFT)
    assert orders(asked(there, wish)) == [
        "11-22 update vertrieb", "11-22 update anna.adler", "11-22 update bonn", "11-22 update frida.fink",
        "12-20 delete dora.dorn", "12-21 remove locked"]
    reached(there, wish)


def test_a_template_and_a_group_go():
    """Whoever used the template is changed first; the group goes after its workplaces, its blocks and its template."""
    there = portal(company(*USERS, settings=USED))
    wish = company(seat("anna.adler", "10", "20", group=K), owners={"koeln-1": "group: koeln"},
                   settings=[STANDARD, group("koeln", "technik")])
    planned = orders(asked(there, wish))
    assert planned.index("11-22 remove vertrieb") < planned.index("11-23 remove bonn") == len(planned) - 1
    assert set(planned[-3:-1]) == {"11-23 update bonn-1", "11-23 remove locked"}
    reached(there, wish)


EXTENDED = {**OWNERS, "bonn-1": "group: bonn, extendedBy: 1"}
STUCK = (
    (company(*USERS, settings=USED), company(USERS[1], settings=[STANDARD, LOCKED, *LEFT[1:3], SALES]), "DEPT-1"),
    (company(ANNA, seat("bert.bach", "115", "21"), owners=EXTENDED), company(ANNA), "NUM-6"),
    (company(seat("anna.adler", "10", "20", "packages: [call-analytics]"), packages=ANALYSED), company(), "PKG-5"),
)


@pytest.mark.parametrize(("there", "wish", "rule"), STUCK, ids=[rule for *_, rule in STUCK])
def test_what_an_unmanaged_workplace_uses_is_blocked(there: str, wish: str, rule: str):
    """Time does not help: the plan names the rule, who uses it, and what unblocks it; all else is ordered."""
    drafted = asked(portal(there), wish, "report")
    (blocked,) = drafted.plan.blocked
    assert (blocked.rule, drafted.errors, orders(drafted)) == (rule, 0, [])
    assert "is still used by workplace/" in blocked.message.en
    assert "take it into the manifests" in blocked.help.en


@pytest.mark.parametrize(("status", "planned"), [
    (OLD, ["11-22 delete emil.ernst", "11-23 update bonn-1"]),
    (YOUNG, ["12-10 delete emil.ernst", "12-11 update bonn-1"])])
def test_an_extension_is_undone_after_its_last_number(status: str, planned: list[str]):
    """In the same plan, or when the term is over; a shorter number instead is enough at once."""
    long, short = (seat("emil.ernst", n, "22", status=status) for n in ("115", "12"))
    there = portal(company(ANNA, long, owners=EXTENDED))
    assert orders(asked(there, company(ANNA, short))) == ["11-22 update emil.ernst", "11-22 update bonn-1"]
    assert orders(asked(there, company(ANNA))) == planned
    reached(there, company(ANNA))


@pytest.mark.parametrize("bought", [False, True])
def test_an_extension_whose_number_was_never_active(bought: bool):
    """The position goes first; ordered, it binds for its term."""
    wish = company(ANNA, seat("emil.ernst", "115", "21"), owners=EXTENDED)
    there = queued(portal(company(ANNA)), wish, bought=bought)
    goes = ["12-22 delete emil.ernst", "12-23 update bonn-1"] if bought else [
        "11-22 withdraw emil.ernst", "11-22 update bonn-1"]
    assert orders(asked(there, company(ANNA))) == goes
    reached(there, company(ANNA))


SOLD = [seat("frida.fink", "auto", "auto", "template: vertrieb"),
        seat("gabi.graf", "auto", "auto", "template: vertrieb", status=YOUNG)]


@pytest.mark.parametrize("settings", [
    template().replace("group: bonn", "group: koeln"), template("blockingProfile: locked")])
def test_a_template_changes(settings: str):
    """Another group replaces all its workplaces, each when its term is over; another profile changes them at once."""
    sold = [document.replace("group: bonn, ", "") for document in SOLD]
    there = portal(company(LOCKED, template(), *sold))
    planned = orders(asked(there, company(LOCKED, settings, *sold)))
    assert planned[0] == "11-22 update vertrieb"
    assert planned[1:] == (["11-22 update frida.fink", "11-22 update gabi.graf"] if "locked" in settings else [
        "11-22 delete frida.fink", "11-23 activate frida.fink", "12-10 delete gabi.graf", "12-11 activate gabi.graf"])
    reached(there, company(LOCKED, settings, *sold))


PACKAGE, DATED = "packages: [conference-plus]", "activationDate: 2026-12-01"
GROWN = seat("emil.ernst", "12", "22", PACKAGE, DATED)
LATER = {
    "edited": (seat("emil.ernst", "12", "22"), "11-22 change emil.ernst", ["11-23 update emil.ernst"]),
    "grown": (GROWN, "11-22 change emil.ernst",
              ["11-23 update emil.ernst", "11-23 book emil.ernst conference-plus"]),
    "dropped": ("", "11-22 withdraw emil.ernst", ["12-22 delete emil.ernst"]),
}


@pytest.mark.parametrize(("then", "lying", "ordered"), LATER.values(), ids=LATER)
def test_a_wish_that_changes_on_the_way(then: str, lying: str, ordered: list[str]):
    """In the cart the position follows the wish; once ordered, the wish waits for what it can still have."""
    wish = company(ANNA, *filter(None, [then]))
    for bought, planned in ((False, [lying]), (True, ordered)):
        there = queued(portal(company(ANNA)), company(ANNA, seat("emil.ernst", "11", "21")), bought=bought)
        assert orders(asked(there, wish)) == planned
        reached(there, wish)


def test_a_position_that_changes_stays_the_same():
    """It keeps its reference, and counts how often it was changed."""
    there = queued(portal(company(ANNA)), company(ANNA, seat("emil.ernst", "11", "21")))
    (before,) = there.positions()
    queued(there, company(ANNA, GROWN))
    (after,) = there.positions()
    assert (after.ref, after.revision - before.revision) == (before.ref, 1)
    assert (str(after.activation_date), after.body["packages"]) == ("2026-12-01", ["conference-plus"])
