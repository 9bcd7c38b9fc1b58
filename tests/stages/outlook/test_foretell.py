"""What must be known before the yes, read off a plan."""

from datetime import date

import pytest

from reconciler.model.address import Address
from reconciler.model.consequences import Binding, Blocking, Gap, Handover, Touched
from reconciler.portal.service import Service
from reconciler.stages.outlook.foretell import Consequences
from tests.engine.documents import document, group, profile, together, was
from tests.engine.dsl import asked, portal
from tests.engine.engine import TODAY, buy, send
from tests.engine.worlds import contract, seat

STANDARD, LOCKED = profile("standard", "+49900"), profile("locked", "+49900", "+49137")
OPEN = profile("open")
BASE = [*contract(), STANDARD, LOCKED, OPEN, group("bonn"), group("koeln")]
ANNA, BERT, CARL = (Address("workplace", n) for n in ("anna.adler", "bert.bach", "carl.clausen"))
BLOCKED = "blockingProfile: standard"
PHONE = "devices: [{profile: polycom-vvx-501}]"


def one(name: str = "anna.adler", number: str = "10", *more: str, **other: str) -> str:
    """A workplace with its number's last digits as internal number."""
    return seat(name, number, number, *more, **other)


def told(before: list[str], after: list[str], base: list[str] = BASE, *, was: list[str] | None = None) -> Consequences:
    """What the plan from one company to another brings with it; ``was`` is the base at the portal, if another."""
    return of(portal(together([*(was or base), *before])), [*base, *after])


def of(there: Service, documents: list[str]) -> Consequences:
    """What the plan for these manifests brings with it."""
    drafted = asked(there, together(documents))
    assert not drafted.errors, [f.message.en for f in drafted.findings]
    return drafted.consequences


# Bindings


def test_new_workplaces_bind_by_day_with_their_packages() -> None:
    """A workplace and what is booked with it from its activation on; a booking from the day it is queued on."""
    found = told([one()], [
        one("anna.adler", "10", "packages: [conference-plus, assistant]"),
        one("bert.bach", "11", "packages: [assistant]", "activationDate: 2026-12-01"),
        one("carl.clausen", "12"),
    ]).commitments
    assert (found.workplaces, found.packages, found.mails, found.sms) == (2, 3, 2, 2)
    assert found.until == date(2026, 12, 31)
    assert found.binds == (Binding(date(2026, 12, 22), 1, 2), Binding(date(2026, 12, 31), 1, 1))


def test_a_mobile_integration_binds_like_a_package() -> None:
    """With a new workplace, or booked for one that is there."""
    mobile = 'mobileIntegration: {type: magentaeins, mobile: "+4917155501", customerAccount: "1"}'
    devices = "devices: [{profile: mobile-client}]"
    new = seat("anna.adler", "10", "210", mobile, devices)
    assert told([], [new]).commitments.packages == 1
    assert told([seat("anna.adler", "10", "210")], [new]).commitments.packages == 1
    assert told([new], [seat("anna.adler", "10", "210")]).commitments.packages == 0


def test_what_cannot_be_ordered_binds_nothing() -> None:
    """``cti-tapi`` goes another way."""
    assert told([], [one("anna.adler", "10", "packages: [cti-tapi]")]).commitments.packages == 0


def test_a_position_in_the_cart_is_not_counted_twice() -> None:
    """Changed, it binds only what is added to it; the workplace was counted when it was put in."""
    there = portal(together(BASE))
    drafted = asked(there, together([*BASE, one("anna.adler", "10", "packages: [group-function]")]))
    send(there, drafted.plan.due)
    abroad = one("anna.adler", "10", "packages: [group-function]", "timeZone: Europe/Vienna")
    same = of(there, [*BASE, abroad]).commitments
    more = of(there, [*BASE, one("anna.adler", "10", "packages: [conference-plus, group-function]")]).commitments
    assert (same.workplaces, same.packages, same.binds) == (0, 0, ())
    assert (more.workplaces, more.packages, more.until) == (0, 1, date(2026, 12, 22))
    assert more.binds == (Binding(date(2026, 12, 22), 0, 1),)


# Numbers


def test_numbers_go_from_whom_to_whom() -> None:
    """A swap, a number that is freed, one that goes to a new workplace, and one that stays."""
    found = told(
        [one(), one("bert.bach", "11"), one("carl.clausen", "12"), one("dora.dorn", "13"), one("emil.eder", "14")],
        [seat("anna.adler", "11", "10"), seat("bert.bach", "10", "11"),
         one("emil.eder", "14", "timeZone: Europe/Vienna"), one("frida.fink", "13")],
    ).numbers
    dora, frida = Address("workplace", "dora.dorn"), Address("workplace", "frida.fink")
    assert found == (
        Handover("+4922810010", ANNA, BERT), Handover("+4922810011", BERT, ANNA), Handover("+4922810012", CARL),
        Handover("+4922810013", dora, frida),
    )


def test_a_replace_tells_of_its_number_and_its_gap() -> None:
    """A move to another group frees the number, and nobody can be reached in between."""
    moved = told([one()], [one(group="koeln")])
    assert moved.numbers == (Handover("+4922810010", ANNA),)
    assert moved.gaps == (Gap(ANNA, ANNA, TODAY, date(2026, 11, 24)),)


def test_who_is_wanted_although_leaving_is_replaced_with_the_same_number() -> None:
    """Nobody calls from there meanwhile, so it touches emergency calls; the number stays theirs."""
    there = portal(together([*BASE, one()]))
    send(there, asked(there, together(BASE)).plan.due)
    buy(there)
    found = of(there, [*BASE, one()])
    assert found.numbers == ()
    assert found.gaps == (Gap(ANNA, ANNA, TODAY, date(2026, 11, 24)),)
    assert found.emergency == (Touched(ANNA, ("number.external",)),)


def test_the_gap_of_a_replace_waits_for_its_term() -> None:
    """The last day is the one on which it can be deleted, the next one the day of the new workplace."""
    found = told([one(status="2026-11-10")], [one(group="koeln")]).gaps
    assert found == (Gap(ANNA, ANNA, date(2026, 12, 10), date(2026, 12, 12)),)


def test_what_is_left_out_of_the_plan_takes_no_number() -> None:
    """With ``--exclude`` the other one does not get it."""
    there = portal(together([*BASE, one()]))
    drafted = asked(there, together([*BASE, one("bert.bach", "10")]), exclude=("workplace/bert.bach",))
    assert drafted.consequences.numbers == (Handover("+4922810010", ANNA),)


# Blocking


@pytest.mark.parametrize(
    ("old", "new", "effect", "opens", "blocks"),
    [
        (["+49900"], ["+49900", "+49180"], "tightened", (), ("+49180",)),
        (["+49900", "+49180"], ["+49900"], "widened", ("+49180",), ()),
        (["+49900"], ["+49180"], "changed", ("+49900",), ("+49180",)),
        (["+499001"], ["+49900"], "tightened", (), ("+49900",)),
        (["+49900"], ["+499001"], "widened", ("+49900",), ()),
    ],
)
def test_an_edited_profile_opens_or_blocks(
    old: list[str], new: list[str], effect: str, opens: tuple[str, ...], blocks: tuple[str, ...]
) -> None:
    """By the meaning of prefixes, with the number of workplaces that have it before and after."""
    seats = [one("anna.adler", "10", BLOCKED), one("bert.bach", "11", BLOCKED), one("carl.clausen", "12")]
    rest = [b for b in BASE if b != STANDARD]
    found = told(seats, [*seats, one("neu.neumann", "13", BLOCKED)], [profile("standard", *new), *rest],
                 was=[profile("standard", *old), *rest])
    address = Address("blockingprofile", "standard")
    by = {"outgoing": opens} if opens else {}, {"outgoing": blocks} if blocks else {}
    stays = {"outgoing": ("+499001",)} if new == ["+499001"] else {}
    assert found.blocking == (Blocking(address, "standard", "standard", *by, workplaces=2, stays=stays),)
    assert found.blocking[0].effect == effect
    assert found.indirect == {Address("blockingprofile", "standard"): (ANNA, Address("workplace", "bert.bach"))}


def test_all_directions_are_told() -> None:
    """Who calls, who is called, and where calls go."""
    before, after = (document("BlockingProfile", "standard", text) for text in (
        'incoming: [anonymous], forwarded: ["+1"]', 'incoming: ["+49900"], forwarded: ["+1", "+2"]'))
    rest = [b for b in BASE if b != STANDARD]
    found = told([], [], [after, *rest], was=[before, *rest]).blocking[0]
    assert found.opens == {"incoming": ("anonymous",)}
    assert found.blocks == {"incoming": ("+49900",), "forwarded": ("+2",)}


def test_a_description_blocks_nothing() -> None:
    """Nor do the same ranges in other words."""
    before, after = (document("BlockingProfile", "standard", f'outgoing: ["+49900"], {text}')
                     for text in ("description: alt", "description: neu"))
    rest = [b for b in BASE if b != STANDARD]
    assert told([one()], [one()], [after, *rest], was=[before, *rest]).blocking == ()


def test_a_switch_is_told_where_it_was_made() -> None:
    """At the workplace itself, or at its group with the number of those that follow."""
    own = told([one("anna.adler", "10", BLOCKED)], [one("anna.adler", "10", "blockingProfile: locked")]).blocking
    assert own == (Blocking(ANNA, "standard", "locked", {}, {"outgoing": ("+49137",)}, 1),)
    seats = [one(), one("bert.bach", "11"), one("carl.clausen", "12", "blockingProfile: open")]
    by_group = told(seats, seats, [*BASE[:-2], group("bonn", more="blockingProfile: open"), group("koeln")],
                    was=[*BASE[:-2], group("bonn", more="blockingProfile: locked"), group("koeln")]).blocking
    opened = {"outgoing": ("+49900", "+49137")}
    bonn = Address("group", "bonn")
    assert [(b.address, b.before, b.after, set(b.opens["outgoing"]), b.blocks, b.workplaces) for b in by_group] == [
        (bonn, "locked", "open", set(opened["outgoing"]), {}, 2)]
    assert by_group[0].effect == "widened"


def test_defaults_are_a_cause_too() -> None:
    """They are never sent, but what follows them is."""
    defaults = document("Defaults", "all", "workplace: {blockingProfile: locked}")
    found = told([one("anna.adler", "10", BLOCKED)], [one(), defaults]).blocking
    assert [(b.address, b.effect, b.workplaces) for b in found] == [(Address("defaults", "all"), "tightened", 1)]


# Emergency calls

RESTRICTED = one().replace('internal: "10"', 'internal: "10", nomadicUse: {restrictedTo: hauptsitz}')
EDITED = [profile("standard", "+49900", "+1") if b == STANDARD else b for b in BASE]
BONN = group("bonn", more="blockingProfile: locked")
LINES = {"bonn-1": "group: bonn, line: hauptsitz", "koeln-1": "group: koeln, line: werk", "bonn-2": "group: bonn"}
TWO_LINES = [b.replace("lines: [", "lines: [{name: werk}, ")
             for b in (*contract(owners=LINES), *BASE[len(contract()):])]


@pytest.mark.parametrize(
    ("before", "after", "base", "was", "touched"),
    [
        ([], [one()], BASE, BASE, ["workplace/anna.adler number.external"]),
        ([], [RESTRICTED], BASE, BASE, ["workplace/anna.adler number.external number.nomadicUse"]),
        ([one()], [seat("anna.adler", "11", "10")], BASE, BASE, ["workplace/anna.adler number.external"]),
        ([one()], [seat("anna.adler", "10", "11")], BASE, BASE, []),
        ([one()], [RESTRICTED], BASE, BASE, ["workplace/anna.adler number.nomadicUse"]),
        ([one()], [one("anna.adler", "10", "blockingProfile: locked")], BASE, BASE,
         ["workplace/anna.adler blockingProfile"]),
        ([one("anna.adler", "10", PHONE)], [one()], BASE, BASE, ["workplace/anna.adler devices"]),
        ([one()], [one("anna.adler", "10", PHONE)], BASE, BASE, []),
        ([one()], [one()], EDITED, BASE, ["blockingprofile/standard outgoing"]),
        ([one("anna.adler", "10", BLOCKED)], [one("anna.adler", "10", BLOCKED)], [*BASE[:-2], BONN, BASE[-1]], BASE,
         ["group/bonn blockingProfile"]),
        ([one("anna.adler", "10", BLOCKED)], [one("anna.adler", "10", BLOCKED)],
         [*contract("defaultBlockingProfile: locked"), *BASE[len(contract()):]], BASE,
         ["company/acme defaultBlockingProfile"]),
        ([one()], [one(group="koeln")], TWO_LINES, TWO_LINES, ["workplace/anna.adler number.external line"]),
        ([one()], [], BASE, BASE, []),
        ([one()], [one("anna.adler", "10", "timeZone: Europe/Vienna")], BASE, BASE, []),
    ],
    ids=["created", "created-restricted", "number", "internal", "nomadic", "profile", "last-device", "first-device",
         "edited-profile", "group", "company", "line", "deleted", "else"],
)
def test_what_touches_emergency_calls(
    before: list[str], after: list[str], base: list[str], was: list[str], touched: list[str]
) -> None:
    """Number, line, nomadic use, profile and the last device; nothing else."""
    found = told(before, after, base, was=was).emergency
    assert [" ".join((str(t.address), *t.paths)) for t in found] == touched


# Waiting


def test_what_follows_a_late_order_says_so() -> None:
    """Also where it only has to be sent after it."""
    there = portal(together([*BASE, one("anna.adler", "10", BLOCKED)]))
    drafted = asked(there, together([*BASE, one("bert.bach", "10")]))
    later = [o for wave in drafted.plan.waves if wave.not_before > TODAY for o in wave.orders]
    assert later
    assert all(o.waits_for and all(w.rule and w.message.en for w in o.waits_for) for o in later)


# Renames


def test_a_renamed_profile_blocks_what_it_blocked() -> None:
    """Those who have it follow its name and change in nothing; an edit at the same time is told as one."""
    seats = [one("anna.adler", "10", BLOCKED)]
    base = [*contract(), group("bonn"), group("koeln")]
    called = [was("standard", profile("normal", "+49900")), one("anna.adler", "10", "blockingProfile: normal")]
    found = told(seats, called, base, was=[*base, STANDARD])
    assert (found.blocking, found.indirect) == ((), {})
    assert found.followers == {Address("blockingprofile", "normal"): (ANNA,)}
    called[0] = was("standard", profile("normal", "+49900", "+49137"))
    found = told(seats, called, base, was=[*base, STANDARD])
    assert found.blocking == (
        Blocking(Address("blockingprofile", "normal"), "normal", "normal", {}, {"outgoing": ("+49137",)}, 1),)
    assert found.indirect == {Address("blockingprofile", "normal"): (ANNA,)}
